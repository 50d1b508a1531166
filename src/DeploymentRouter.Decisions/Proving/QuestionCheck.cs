using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;
using DeploymentRouter.Decisions.Text;

namespace DeploymentRouter.Decisions.Proving;

/// <summary>
/// Every question can be asked and can matter. That an answer counts only while its question is asked, and that a question
/// that still matters can be asked, holds for every rule set: tests of questions that are not asked fail, and branchings
/// never run in a circle.
/// </summary>
internal static class QuestionCheck
{
    public static void Run(ProofBench proof)
    {
        var footprint = Footprint.Of(proof.Nodes, [proof.Rows, .. proof.Flags]);
        foreach (var question in proof.Definition.Questions)
        {
            var level = proof.Bench.Code.LevelOf(question.Id)!.Value;
            if (proof.Bench.Formulas.Asked(question.Id) == DiagramBuilder.False)
                proof.Findings.Add(NeverAsked(proof, question, level));
            else if (!question.ForInformation && !footprint.DependsOn(level))
                proof.Findings.Add(NeverMatters(question, proof.Examples.Case(proof.Examples.WayTo(proof.Bench.Formulas.Asked(question.Id))!)));
        }
    }

    public static Finding NeverMatters(Question question, ExampleCase example) => new(
        FindingKind.QuestionNeverMatters, $"questions.{question.Id}",
        $"The question {question.Id} never matters: no answer to it tells which row decides or whether a flag holds. Let a row read it, take it out, or mark it 'for_information: yes'.",
        example, []);

    private static Finding NeverAsked(ProofBench proof, Question question, int level)
    {
        var never = $"The question {question.Id} is never asked: {Conflict.In(proof, question.AskedWhen!).Words}";
        var rows = new Variant(proof, question, DiagramBuilder.True).Rows();
        var way = Paths.Shortest(proof.Nodes, rows, node => proof.Nodes.LevelOf(node) == level);
        if (way is null)
            return Found($"{never}.", null);
        var (first, second, further) = TwoClasses(proof, rows, way, level);
        way = [.. way.Zip(further, (before, after) => before != AnswerCode.Open ? before : after)];
        var words = proof.Examples.Words(way);
        way[level] = first;
        return Found(
            $"{never}. Were it asked, {question.Id} is {Word(first)} and {question.Id} is {Word(second)} would be decided by different rows when {words}.",
            proof.Examples.Case(way));

        string Word(int answerClass) => AnswerText.Write(proof.Bench.Code.Classes[level].Example(answerClass));

        Finding Found(string message, ExampleCase? example) =>
            new(FindingKind.QuestionNeverAsked, $"questions.{question.Id}.asked_when", message, example, []);
    }

    // The way ends at a node of the level, which is there because two of its children differ. They may agree again further
    // down: the case goes on to where they do not.
    private static (int First, int Second, int[] Further) TwoClasses(ProofBench proof, int node, int[] way, int level)
    {
        while (proof.Nodes.LevelOf(node) != level)
            node = proof.Nodes.ChildrenOf(node)[way[proof.Nodes.LevelOf(node)]];
        var children = proof.Nodes.ChildrenOf(node).ToArray();
        var second = Array.FindIndex(children, child => child != children[0]);
        var differ = proof.Builder.Difference(children[0], children[second], proof.Definition.Rules.Count + 1);
        return (0, second, Paths.Shortest(proof.Nodes, differ, end => end < 0 && end != DiagramBuilder.None)!);
    }
}
