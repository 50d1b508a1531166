namespace DeploymentRouter.Core.Requests.History;

/// <summary>What stands beside the relay: nobody is overtaken by it, and it keeps nobody's act from being taken back.</summary>
public static class Beside
{
    /// <summary>What is said, attached and shown to others; it stays whatever is taken back.</summary>
    public static bool IsBeside(this Happening what) =>
        what is Commented or FileAttached or FileRemoved or LinkAdded or LinkRemoved or StatusShared or StatusUnshared;

    /// <summary>Growth is read while any team has the ball. Only whoever entered it can take it back as their last act.</summary>
    public static bool IsReading(this Happening what) => what is ReadingRecorded or ReadingWithdrawn or OverCleared;
}
