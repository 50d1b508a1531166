namespace DeploymentRouter.Core.Requests.History;

/// <summary>What stands beside the acts on a request: nobody is overtaken by it, it keeps no act from being taken back, and stays when one is.</summary>
public static class Beside
{
    public static bool IsBeside(this Happening what) => what is Commented or FileAttached or FileRemoved or LinkAdded or LinkRemoved;
}
