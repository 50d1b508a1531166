namespace DeploymentRouter.Decisions;

/// <summary>A checked rule set, compiled once; thread-safe; every question about it is a walk over its decision diagram.</summary>
public sealed class RuleSet
{
    private RuleSet()
    {
    }

    /// <summary>Checks and compiles. Returns the rule set, or every fault found; never half of each.</summary>
    public static bool TryCompile(RuleSetDefinition definition, out RuleSet? ruleSet, out IReadOnlyList<Fault> faults)
        => throw new NotSupportedException();

    /// <summary>The definition it was compiled from.</summary>
    public RuleSetDefinition Definition => throw new NotSupportedException();

    /// <summary>Faults of the answers themselves: unknown question, wrong type, value out of the domain. Empty: <see cref="Decide"/> takes them.</summary>
    public IReadOnlyList<Fault> Check(AnswerSet answers) => throw new NotSupportedException();

    /// <summary>What the rules say of <paramref name="answers"/>, complete or not. Exact.</summary>
    /// <exception cref="ArgumentException">The answers have faults, see <see cref="Check"/>.</exception>
    public Decision Decide(AnswerSet answers) => throw new NotSupportedException();

    /// <summary>Whether <paramref name="questionId"/> is asked, given the answers so far.</summary>
    public Asking AskingOf(string questionId, AnswerSet answers) => throw new NotSupportedException();

    /// <summary>True, false, or null while open answers can still tip it.</summary>
    public bool? Holds(Formula formula, AnswerSet answers) => throw new NotSupportedException();

    /// <summary>Every outcome that is not possible any more, with why; in the order of the definition's outcomes.</summary>
    public IReadOnlyList<RuledOut> WhyNot(AnswerSet answers) => throw new NotSupportedException();
}
