namespace DeploymentRouter.Decisions;

/// <summary>The ceilings of a rule set. Past one it is refused with a <see cref="Fault"/> that names the ceiling.</summary>
public static class RuleSetLimits
{
    public const int MaxQuestions = 100;
    public const int MaxValues = 64;
    public const int MaxConditions = 1_000;
    public const int MaxRules = 2_000;
    public const int MaxFormulaDepth = 64;
    public const int MaxFormulaParts = 50_000;

    /// <summary>Nodes of the decision diagram while it is built, garbage included.</summary>
    public const int MaxNodes = 1_000_000;
}
