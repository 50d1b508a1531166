using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;
using DeploymentRouter.Decisions.Text;

namespace DeploymentRouter.Decisions.Proving;

/// <summary>Makes cases out of ways through diagrams.</summary>
internal sealed class Examples(Workbench bench)
{
    private AnswerCode Code => bench.Code;

    private NodeStore Nodes => bench.Builder.Nodes;

    /// <summary>The shortest way to where a formula holds, or null when it never does.</summary>
    public int[]? WayTo(int formula) => Paths.Shortest(Nodes, formula, end => end == DiagramBuilder.True);

    /// <summary>The answers on a way, in words.</summary>
    public string Words(int[] way) => AnswerText.Write(way[..Code.Levels], Code);

    /// <summary>A case that takes the way. What it leaves open is answered too, where it is asked.</summary>
    public ExampleCase Case(int[] way) => new(AnswersOn(way, AskedIn(way)), Telling(way));

    /// <summary>Two cases that differ in the answer to one question, which is on the way, and in nothing else.</summary>
    public (ExampleCase Less, ExampleCase More) Pair(int[] way, int level, StepUp step)
    {
        var more = way.ToArray();
        (way[level], more[level]) = (step.Less, step.More);
        var asked = AskedIn(way).Union(AskedIn(more)).ToHashSet();
        var answers = AnswersOn(way, asked);
        var questionId = Code.Questions[level].Id;
        return (new(answers.With(questionId, step.From), Telling(way)), new(answers.With(questionId, step.To), Telling(way)));
    }

    /// <summary>Where the diagram ends for the answers on a way and the first of all others.</summary>
    public int End(int root, int[] way)
    {
        while (root >= 0)
            root = Nodes.ChildrenOf(root)[Math.Max(way[Nodes.LevelOf(root)], 0)];
        return root;
    }

    private HashSet<int> AskedIn(int[] way) =>
    [
        .. Enumerable.Range(0, Code.Levels)
            .Where(level => way[level] != AnswerCode.Open || End(bench.Formulas.Asked(Code.Questions[level].Id), way) == DiagramBuilder.True),
    ];

    private AnswerSet AnswersOn(int[] way, IEnumerable<int> levels) => levels.Aggregate(
        AnswerSet.Empty, (answers, level) => answers.With(Code.Questions[level].Id, Code.Classes[level].Example(Math.Max(way[level], 0))));

    private List<string> Telling(int[] way) =>
        [.. Code.Questions.Where((_, level) => way[level] != AnswerCode.Open).Select(question => question.Id).Order(StringComparer.Ordinal)];
}
