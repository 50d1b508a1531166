using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Deciding;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Explaining;

/// <summary>One step down from a formula whose verdict is certain under the given answers to what makes it so.</summary>
internal sealed class Causes
{
    private readonly CompiledRules rules;
    private readonly FormulaReader formulas;
    private readonly Dictionary<string, Condition> conditions;
    private readonly HashSet<Claim> withoutAnswers = [];

    public Causes(RuleSetDefinition definition, CompiledRules rules, FormulaReader formulas, int[] given)
    {
        this.rules = rules;
        this.formulas = formulas;
        Given = given;
        conditions = definition.Conditions.ToDictionary(condition => condition.Id, StringComparer.Ordinal);
    }

    public int[] Given { get; }

    public Condition Condition(string id) => conditions[id];

    public bool? Verdict(Formula formula) => formulas.Evaluate(formulas.RootOf(formula)!.Value, Given);

    public bool IsGiven(AnswerTest test) => Given[LevelOf(test)] != AnswerCode.Open;

    /// <summary>The branching that keeps the question of the test from being asked; null when it may be asked.</summary>
    public Formula? NotAskedBy(AnswerTest test) =>
        formulas.Evaluate(rules.AskedRoots[LevelOf(test)], Given) == false ? rules.Code.Questions[LevelOf(test)].AskedWhen : null;

    /// <summary>The parts that alone settle the claim; empty when only several together do.</summary>
    public IReadOnlyList<Claim> Below(Claim claim) => claim.Formula switch
    {
        Negation negation => [new(negation.Inner, !claim.Holds)],
        NamedCondition named => [new(conditions[named.ConditionId].When, claim.Holds)],
        AllOf all when claim.Holds => Claims(all.Parts, true),
        AllOf all => Claims(all.Parts.Where(part => Verdict(part) == false), false),
        AnyOf any when claim.Holds => Claims(any.Parts.Where(part => Verdict(part) == true), true),
        AnyOf any => Claims(any.Parts, false),
        _ => [],
    };

    /// <summary>The given answers that a formula reads, conditions written out.</summary>
    public IReadOnlyList<Question> GivenReadBy(Formula formula)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var read = new SortedSet<int>();
        var rest = new Stack<Formula>([formula]);
        while (rest.TryPop(out var next))
        {
            foreach (var leaf in FormulaWalk.Leaves(next))
            {
                if (leaf is NamedCondition named && seen.Add(named.ConditionId))
                    rest.Push(conditions[named.ConditionId].When);
                else if (leaf is AnswerTest test && IsGiven(test))
                    read.Add(LevelOf(test));
            }
        }
        return [.. read.Select(level => rules.Code.Questions[level])];
    }

    /// <summary>
    /// Whether a given answer is behind the claim. If not, it holds or fails only because questions are not asked, and its
    /// sentence, which speaks of answers, would mislead.
    /// </summary>
    public bool RestOnAnswers(Claim claim)
    {
        var seen = new HashSet<Claim>();
        var rest = new Stack<Claim>([claim]);
        while (rest.TryPop(out var next))
        {
            if (withoutAnswers.Contains(next) || !seen.Add(next))
                continue;
            if (next.Formula is AnswerTest test)
            {
                if (IsGiven(test) && NotAskedBy(test) is null)
                    return true;
                continue;
            }
            var below = Below(next);
            if (below.Count == 0 && GivenReadBy(next.Formula).Count > 0)
                return true;
            foreach (var part in below)
                rest.Push(part);
        }
        withoutAnswers.UnionWith(seen);
        return false;
    }

    private int LevelOf(AnswerTest test) => rules.Code.LevelOf(test.QuestionId)!.Value;

    private static Claim[] Claims(IEnumerable<Formula> parts, bool holds) => [.. parts.Select(part => new Claim(part, holds))];
}

/// <summary>A formula with its certain verdict.</summary>
internal readonly record struct Claim(Formula Formula, bool Holds);
