namespace DeploymentRouter.Decisions;

/// <summary>The ceilings of explanations. Past one, the answer says that there is more; it is never wrong and never slow.</summary>
public static class ExplanationLimits
{
    /// <summary>Ways to one outcome that are listed.</summary>
    public const int MaxWays = 24;

    /// <summary>Minimal sets of changes kept at one node of the diagram; fewer on large diagrams, see <see cref="MaxSetsInAll"/>.</summary>
    public const int MaxSetsPerNode = 128;

    /// <summary>Minimal sets of changes kept at all nodes together, as a bound on memory and time.</summary>
    public const int MaxSetsInAll = 400_000;

    /// <summary>Kinds of new answers that <see cref="ChangedAnswer.Becomes"/> joins; past it, it names the kind of <see cref="ChangedAnswer.To"/> only.</summary>
    public const int MaxKinds = 16;

    /// <summary>Edges times outcomes that are weighed for <see cref="RuleSet.NextQuestions"/>; past it, questions come in their own order.</summary>
    public const int MaxWeighings = 20_000_000;
}
