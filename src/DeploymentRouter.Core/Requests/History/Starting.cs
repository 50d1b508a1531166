namespace DeploymentRouter.Core.Requests.History;

/// <summary>Which stage began with an entry.</summary>
public static class Starting
{
    /// <summary>Null: none; the stage went on.</summary>
    public static StageStarted? Starts(this Happening what) => what switch
    {
        StageStarted started => started,
        SentBack sent => sent.Next,
        _ => null,
    };
}
