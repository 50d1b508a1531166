using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;
using DeploymentRouter.Decisions.Text;

namespace DeploymentRouter.Decisions.Proving;

/// <summary>Makes cases out of ways through diagrams.</summary>
/// <param name="asked">When each question is asked, by level; of several rule sets, what any of them asks is asked.</param>
/// <param name="usual">The class of each level for answers that make no difference.</param>
internal sealed class Examples(AnswerCode code, NodeStore nodes, int[][] asked, int[] usual)
{
    public Examples(Workbench bench)
        : this(
            bench.Code, bench.Builder.Nodes,
            [Array.ConvertAll(bench.Code.Questions, question => bench.Formulas.Asked(question.Id))], new int[bench.Code.Levels])
    {
    }

    /// <summary>The shortest way to where a formula holds, or null when it never does.</summary>
    public int[]? WayTo(int formula) => Paths.Shortest(nodes, formula, end => end == DiagramBuilder.True);

    /// <summary>The answers on a way, in words.</summary>
    public string Words(int[] way) => AnswerText.Write(way[..code.Levels], code);

    /// <summary>A case that takes the way. What it leaves open is answered too, where it is asked.</summary>
    public ExampleCase Case(int[] way) => new(AnswersOn(way, AskedIn(way)), Telling(way));

    /// <summary>Two cases that differ in the answer to one question, which is on the way, and in nothing else.</summary>
    public (ExampleCase Less, ExampleCase More) Pair(int[] way, int level, StepUp step)
    {
        var more = way.ToArray();
        (way[level], more[level]) = (step.Less, step.More);
        var levels = AskedIn(way).Union(AskedIn(more)).ToHashSet();
        var answers = AnswersOn(way, levels);
        var questionId = code.Questions[level].Id;
        return (new(answers.With(questionId, step.From), Telling(way)), new(answers.With(questionId, step.To), Telling(way)));
    }

    /// <summary>Where the diagram ends for the answers on a way and the usual ones of all others.</summary>
    public int End(int root, int[] way)
    {
        while (root >= 0)
            root = nodes.ChildrenOf(root)[ClassOn(way, nodes.LevelOf(root))];
        return root;
    }

    private int ClassOn(int[] way, int level) => way[level] == AnswerCode.Open ? usual[level] : way[level];

    private HashSet<int> AskedIn(int[] way) =>
    [
        .. Enumerable.Range(0, code.Levels)
            .Where(level => way[level] != AnswerCode.Open || Array.Exists(asked, roots => End(roots[level], way) == DiagramBuilder.True)),
    ];

    private AnswerSet AnswersOn(int[] way, IEnumerable<int> levels) => levels.Aggregate(
        AnswerSet.Empty, (answers, level) => answers.With(code.Questions[level].Id, code.Classes[level].Example(ClassOn(way, level))));

    private List<string> Telling(int[] way) =>
        [.. code.Questions.Where((_, level) => way[level] != AnswerCode.Open).Select(question => question.Id).Order(StringComparer.Ordinal)];
}
