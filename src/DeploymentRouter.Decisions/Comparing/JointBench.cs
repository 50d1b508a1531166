using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Comparing;

/// <summary>Two rule sets compiled over the same levels and classes, so that equal diagrams mean equal rules.</summary>
internal sealed class JointBench
{
    private readonly JointQuestion[] questions;
    private readonly string[] outcomes;

    public JointBench(RuleSetDefinition before, RuleSetDefinition after, JointQuestion[] questions, string[] outcomes)
    {
        this.questions = questions;
        this.outcomes = outcomes;
        Builder = new DiagramBuilder(Array.ConvertAll(questions, question => question.After.Count));
        Code = CodeOf(question => question.After);
        Before = OutcomesOf(before, CodeOf(question => question.Before), question => question.TakenBefore);
        After = OutcomesOf(after, Code, question => question.TakenAfter);
    }

    public DiagramBuilder Builder { get; }

    /// <summary>As the new rules read answers.</summary>
    public AnswerCode Code { get; }

    public SideOfBench Before { get; }

    public SideOfBench After { get; }

    private AnswerCode CodeOf(Func<JointQuestion, AnswerClasses> side) =>
        new(Array.ConvertAll(questions, question => question.Question), [.. questions.Select(side)]);

    private SideOfBench OutcomesOf(RuleSetDefinition definition, AnswerCode code, Func<JointQuestion, bool[]> taken)
    {
        var bench = new Workbench(definition, References.InOrder(definition, []), code, Builder);
        bench.Define();
        var ranks = definition.Rules.Select(rule => Array.BinarySearch(outcomes, rule.Outcome, StringComparer.Ordinal));
        var root = RowTable.Of(Builder, bench.Holds(), [.. ranks]);
        var asked = questions.Select(question => definition.Questions.Any(own => own.Id == question.Question.Id)
            ? bench.Formulas.Asked(question.Question.Id)
            : DiagramBuilder.False);
        return new SideOfBench(root, [.. asked], Array.ConvertAll(questions, question => taken(question)));
    }
}

/// <summary>One of the two rule sets.</summary>
/// <param name="Root">Ends in the rank of the outcome; says nothing of use about answers that are not taken.</param>
/// <param name="Asked">When each question is asked, by level.</param>
/// <param name="Taken">Which classes are taken, by level.</param>
internal sealed record SideOfBench(int Root, int[] Asked, bool[][] Taken)
{
    /// <summary>The diagram with <see cref="DiagramBuilder.None"/> for all answers that are not taken.</summary>
    public int WhereTaken(DiagramBuilder builder)
    {
        var root = Root;
        for (var level = Taken.Length - 1; level >= 0; level--)
        {
            if (Taken[level].Contains(false))
                root = builder.IfThenElse(builder.Test(level, Taken[level]), root, DiagramBuilder.None);
        }
        return root;
    }

    /// <summary>The diagram that decides answers that are not taken like the first that is: open answers then reach what they really can.</summary>
    public int AsIfTaken(DiagramBuilder builder)
    {
        var root = Root;
        for (var level = Taken.Length - 1; level >= 0; level--)
        {
            if (Taken[level].Contains(false))
                root = builder.Redirect(root, level, [.. Taken[level].Select((taken, c) => taken ? c : Array.IndexOf(Taken[level], true))]);
        }
        return root;
    }
}
