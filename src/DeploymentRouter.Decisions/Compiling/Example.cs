using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;
using DeploymentRouter.Decisions.Text;

namespace DeploymentRouter.Decisions.Compiling;

internal static class Example
{
    /// <summary>Answers in words that lead to a terminal value, or null when none do. Names only the questions that lead there.</summary>
    public static string? Reaching(Rooted rooted, int value, AnswerCode code)
    {
        var target = DiagramBuilder.Terminal(value);
        if (rooted.Root < 0)
            return rooted.Root == target ? "any answers are given" : null;
        var leads = LeadingTo(rooted.Diagram, target);
        if (!leads[rooted.Root])
            return null;
        var answers = new List<string>();
        for (var node = rooted.Root; node >= 0;)
        {
            var children = rooted.Diagram.ChildrenOf(node);
            var answerClass = 0;
            while (!Leads(children[answerClass]))
                answerClass++;
            var level = rooted.Diagram.LevelOf(node);
            answers.Add($"{code.Questions[level].Id} is {AnswerText.Write(code.Classes[level].Example(answerClass))}");
            node = children[answerClass];
        }
        return string.Join(" and ", answers);

        bool Leads(int node) => node < 0 ? node == target : leads[node];
    }

    private static bool[] LeadingTo(Diagram diagram, int target)
    {
        var leads = new bool[diagram.Count];
        for (var node = diagram.Count - 1; node >= 0; node--)
        {
            foreach (var child in diagram.ChildrenOf(node))
                leads[node] |= child < 0 ? child == target : leads[child];
        }
        return leads;
    }
}
