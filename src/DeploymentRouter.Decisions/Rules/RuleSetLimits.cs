namespace DeploymentRouter.Decisions;

/// <summary>The ceilings of a rule set. Past one it is refused with a <see cref="Fault"/> that names the ceiling.</summary>
public static class RuleSetLimits
{
    public const int MaxQuestions = 256;
    public const int MaxValues = 64;
    public const int MaxConditions = 1_000;
    public const int MaxRules = 2_000;
    public const int MaxOutcomes = 1_000;
    public const int MaxFlags = 1_000;
    public const int MaxIdLength = 64;

    /// <summary>Levels of nesting in one formula; a single test is one level.</summary>
    public const int MaxFormulaDepth = 64;

    /// <summary>Tests, condition names and joints in all formulas together.</summary>
    public const int MaxFormulaParts = 50_000;

    /// <summary>Kinds of answers to one question that the tests on it tell apart.</summary>
    public const int MaxAnswerClasses = 4_096;

    /// <summary>Nodes of the decision diagram while it is built, garbage included.</summary>
    public const int MaxNodes = 1_000_000;

    /// <summary>Edges of the decision diagram while it is built, garbage included.</summary>
    public const int MaxEdges = 8_000_000;

    /// <summary>Edges looked at while the decision diagram is built: a bound on time as <see cref="MaxNodes"/> is one on space.</summary>
    public const long MaxSteps = 10_000_000;

    /// <summary>The same for all laws of a proof together; each has a fair share of it.</summary>
    public const long MaxLawSteps = 5_000_000;

    /// <summary>Laws that one proof takes.</summary>
    public const int MaxLaws = 1_000;

    /// <summary>Overlapping pairs of rows that a proof lists.</summary>
    public const int MaxOverlaps = 50;
}
