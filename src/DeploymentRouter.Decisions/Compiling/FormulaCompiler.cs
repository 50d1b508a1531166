using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Compiling;

/// <summary>Turns formulas into diagrams; a test means "the question is asked and its answer passes".</summary>
internal sealed class FormulaCompiler(AnswerCode code, DiagramBuilder builder)
{
    private readonly Dictionary<string, int> conditions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> asked = new(StringComparer.Ordinal);

    /// <summary>The diagram of every formula compiled so far and of every part of one.</summary>
    public Dictionary<Formula, int> Roots { get; } = [];

    /// <summary>Must be called once a condition or question, after those it reads.</summary>
    public void Define(object item)
    {
        if (item is Condition condition)
            conditions.Add(condition.Id, Compile(condition.When));
        else if (item is Question question)
            asked.Add(question.Id, question.AskedWhen is { } formula ? Compile(formula) : DiagramBuilder.True);
    }

    /// <summary>Takes a condition or question as it is told instead of compiling it.</summary>
    public void Take(object item, int root)
    {
        if (item is Condition condition)
            conditions.Add(condition.Id, root);
        else if (item is Question question)
            asked.Add(question.Id, root);
    }

    /// <summary>When the condition holds, or the question is asked.</summary>
    public int RootOf(object item) => item is Condition condition ? conditions[condition.Id] : asked[((Question)item).Id];

    /// <summary>When the question is asked.</summary>
    public int Asked(string questionId) => asked[questionId];

    public int Compile(Formula formula)
    {
        if (Roots.TryGetValue(formula, out var known))
            return known;
        return Roots[formula] = formula switch
        {
            AnswerTest test => CompileTest(test),
            NamedCondition named => conditions[named.ConditionId],
            AllOf all => Joined(all.Parts, DiagramBuilder.True, builder.And),
            AnyOf any => Joined(any.Parts, DiagramBuilder.False, builder.Or),
            Negation negation => builder.Not(Compile(negation.Inner)),
            _ => throw new ArgumentOutOfRangeException(nameof(formula)),
        };
    }

    // Half by half, as rows are: most work is then done on small diagrams.
    private int Joined(IReadOnlyList<Formula> parts, int none, Func<int, int, int> join)
    {
        return parts.Count == 0 ? none : Of(0, parts.Count);

        int Of(int start, int end)
        {
            var half = (start + end) / 2;
            return end - start == 1 ? Compile(parts[start]) : join(Of(start, half), Of(half, end));
        }
    }

    /// <summary>Forgets what was compiled into nodes that are gone.</summary>
    public void Forget(int nodesKept)
    {
        foreach (var (formula, _) in Roots.Where(pair => pair.Value >= nodesKept))
            Roots.Remove(formula);
    }

    private int CompileTest(AnswerTest test)
    {
        var level = code.LevelOf(test.QuestionId)!.Value;
        return builder.And(asked[test.QuestionId], builder.Test(level, code.Classes[level].Passing(test.Test)));
    }
}
