namespace DeploymentRouter.Persistence.Importing;

/// <summary>What is stored of a file.</summary>
public enum ImportMode
{
    /// <summary>Nothing: it is only checked.</summary>
    DryRun,

    /// <summary>Everything, or nothing when any line is wrong.</summary>
    AllOrNothing,

    /// <summary>Every line that is right; the others are told.</summary>
    OnlyGood,
}
