using System.Diagnostics.CodeAnalysis;
using DeploymentRouter.Decisions.Changing;
using DeploymentRouter.Decisions.Checking;
using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Deciding;
using DeploymentRouter.Decisions.Explaining;
using DeploymentRouter.Decisions.Narrowing;
using DeploymentRouter.Decisions.Replaying;

namespace DeploymentRouter.Decisions;

/// <summary>A checked rule set, compiled once; thread-safe; every question about it is a walk over its decision diagram.</summary>
public sealed class RuleSet
{
    private readonly CompiledRules rules;
    private readonly Decider decider;
    private readonly FormulaReader formulas;
    private readonly WhyNot whyNot;
    private readonly Counterfactuals counterfactuals;
    private readonly Carrying carrying;
    private readonly NextQuestions nextQuestions;
    private readonly string[] outcomes;
    private DecisionProgram? program;

    private RuleSet(RuleSetDefinition definition, CompiledRules rules)
    {
        Definition = definition;
        this.rules = rules;
        decider = new Decider(definition, rules);
        formulas = new FormulaReader(definition, rules);
        whyNot = new WhyNot(definition, rules, decider, formulas);
        counterfactuals = new Counterfactuals(definition, rules, decider);
        carrying = new Carrying(definition, rules, decider);
        nextQuestions = new NextQuestions(definition, rules, decider, formulas);
        outcomes = rules.OutcomesByRank;
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

    /// <summary>
    /// What would have to change for each outcome that is ruled out, in the order of the definition's outcomes. Only given
    /// answers change, only to questions that are no <see cref="Changeability.Fact"/>, and only as few as it takes; with open
    /// answers the question is what brings the outcome back into reach. Exact up to <see cref="ExplanationLimits"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The answers have faults, see <see cref="Check"/>.</exception>
    public IReadOnlyList<OutOfReach> Counterfactuals(AnswerSet answers)
    {
        var given = new int[rules.Code.Levels];
        Encode(answers, given);
        return counterfactuals.Of(answers, given);
    }

    /// <summary>
    /// The given answers, changeable or not, any one of which would let in an outcome that is ruled out now if it alone were
    /// different; in the order of the definition's questions. Exact.
    /// </summary>
    /// <exception cref="ArgumentException">The answers have faults, see <see cref="Check"/>.</exception>
    public IReadOnlyList<CarryingAnswer> Carrying(AnswerSet answers)
    {
        var given = new int[rules.Code.Levels];
        Encode(answers, given);
        return carrying.Of(answers, given);
    }

    /// <summary>
    /// The open questions that can be asked now and that the outcome still depends on, best next one first: the one that leaves
    /// least doubt about the outcome, on average over the kinds of answers the rules tell apart, each as likely as the next;
    /// ties in the order of the definition. Empty exactly when one outcome is left.
    /// </summary>
    /// <exception cref="ArgumentException">The answers have faults, see <see cref="Check"/>.</exception>
    public IReadOnlyList<NextQuestion> NextQuestions(AnswerSet answers)
    {
        var given = new int[rules.Code.Levels];
        Encode(answers, given);
        return nextQuestions.Of(given);
    }

    /// <summary>How many codes <see cref="Encode(AnswerSet, Span{ushort})"/> writes: one per group of questions.</summary>
    public int CodeLength => Program.Groups.Count;

    /// <summary>
    /// Writes the answers as <see cref="CodeLength"/> codes. They mean something to this rule set only, and say of each answer
    /// no more than the rules can tell: for <see cref="OutcomeOf"/>, again and again.
    /// </summary>
    /// <exception cref="ArgumentException">The answers have faults, see <see cref="Check"/>; or <paramref name="codes"/> is too short.</exception>
    public void Encode(AnswerSet answers, Span<ushort> codes)
    {
        Span<int> given = stackalloc int[rules.Code.Levels];
        Encode(answers, given);
        Program.Groups.Pack(given, codes);
    }

    /// <summary>
    /// The outcome of encoded answers, as <see cref="Decide"/> says it: null while open answers leave more than one. Complete
    /// answers take one walk and no memory.
    /// </summary>
    /// <param name="codes">As this rule set wrote them.</param>
    public string? OutcomeOf(ReadOnlySpan<ushort> codes)
    {
        var rank = Program.Run(codes);
        return rank >= 0 ? outcomes[rank] : OutcomeWithOpen(codes);
    }

    // Written when first used; two threads that both write it write the same.
    private DecisionProgram Program => program ??= new DecisionProgram(rules.Outcomes, AnswerGroups.For(rules.Code, rules.Outcomes));

    private string? OutcomeWithOpen(ReadOnlySpan<ushort> codes)
    {
        Span<int> given = stackalloc int[rules.Code.Levels];
        Program.Groups.Unpack(codes, given);
        return decider.OutcomeOf(given);
    }

    private void Encode(AnswerSet answers, Span<int> given)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (!rules.Code.TryEncode(answers, given))
            throw new ArgumentException(string.Join(" ", Check(answers).Select(fault => fault.Message)), nameof(answers));
    }
}
