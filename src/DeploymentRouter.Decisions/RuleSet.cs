using System.Diagnostics.CodeAnalysis;
using DeploymentRouter.Decisions.Checking;
using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Deciding;
using DeploymentRouter.Decisions.Explaining;

namespace DeploymentRouter.Decisions;

/// <summary>A checked rule set, compiled once; thread-safe; every question about it is a walk over its decision diagram.</summary>
public sealed class RuleSet
{
    private readonly CompiledRules rules;
    private readonly Decider decider;
    private readonly FormulaReader formulas;
    private readonly WhyNot whyNot;

    private RuleSet(RuleSetDefinition definition, CompiledRules rules)
    {
        Definition = definition;
        this.rules = rules;
        decider = new Decider(definition, rules);
        formulas = new FormulaReader(definition, rules);
        whyNot = new WhyNot(definition, rules, decider, formulas);
    }

    /// <summary>The definition it was compiled from.</summary>
    public RuleSetDefinition Definition { get; }

    /// <summary>Checks and compiles. Returns the rule set, or every fault found; never half of each.</summary>
    public static bool TryCompile(
        RuleSetDefinition definition, [NotNullWhen(true)] out RuleSet? ruleSet, out IReadOnlyList<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var found = DefinitionCheck.Run(definition);
        var compiled = found.Count == 0 ? Compiler.Compile(definition, found) : null;
        ruleSet = compiled is null ? null : new RuleSet(definition, compiled);
        faults = found;
        return ruleSet is not null;
    }

    /// <summary>Faults of the answers themselves: unknown question, wrong type, value out of the domain. Empty: <see cref="Decide"/> takes them.</summary>
    public IReadOnlyList<Fault> Check(AnswerSet answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return AnswerCheck.Run(rules.Code, answers);
    }

    /// <summary>What the rules say of <paramref name="answers"/>, complete or not. Exact.</summary>
    /// <exception cref="ArgumentException">The answers have faults, see <see cref="Check"/>.</exception>
    public Decision Decide(AnswerSet answers)
    {
        Span<int> given = stackalloc int[rules.Code.Levels];
        Encode(answers, given);
        return decider.Decide(given);
    }

    /// <summary>Whether <paramref name="questionId"/> is asked, given the answers so far.</summary>
    /// <exception cref="ArgumentException">The answers have faults, or there is no such question.</exception>
    public Asking AskingOf(string questionId, AnswerSet answers)
    {
        if (rules.Code.LevelOf(questionId) is not { } level)
            throw new ArgumentException($"There is no question '{questionId}'.", nameof(questionId));
        Span<int> given = stackalloc int[rules.Code.Levels];
        Encode(answers, given);
        return formulas.Evaluate(rules.AskedRoots[level], given) switch
        {
            true => Asking.Asked,
            false => Asking.NotAsked,
            null => Asking.MayBeAsked,
        };
    }

    /// <summary>
    /// True, false, or null while open answers can still tip it. Formulas of the definition, its flags included, are compiled
    /// already; any other is compiled when it is first asked for.
    /// </summary>
    /// <exception cref="ArgumentException">The answers have faults, or the formula does not fit the questions and conditions.</exception>
    public bool? Holds(Formula formula, AnswerSet answers)
    {
        ArgumentNullException.ThrowIfNull(formula);
        if (formulas.RootOf(formula) is not { } root)
            return formulas.Foreign(formula).Holds(formula, answers);
        Span<int> given = stackalloc int[rules.Code.Levels];
        Encode(answers, given);
        return formulas.Evaluate(root, given);
    }

    /// <summary>Every outcome that is not possible any more, with why; in the order of the definition's outcomes.</summary>
    /// <exception cref="ArgumentException">The answers have faults, see <see cref="Check"/>.</exception>
    public IReadOnlyList<RuledOut> WhyNot(AnswerSet answers)
    {
        var given = new int[rules.Code.Levels];
        Encode(answers, given);
        return whyNot.Explain(given);
    }

    private void Encode(AnswerSet answers, Span<int> given)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (!rules.Code.TryEncode(answers, given))
            throw new ArgumentException(string.Join(" ", Check(answers).Select(fault => fault.Message)), nameof(answers));
    }
}
