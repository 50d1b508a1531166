namespace DeploymentRouter.Web.SignIn;

/// <summary>Marks pages and endpoints by which people come in with what this installation keeps itself. They can be shut by configuration.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LocalDoorAttribute : Attribute
{
    /// <summary>Only what is sent to it is meant: the page itself shows other ways too.</summary>
    public bool OnlyWhatIsSent { get; init; }
}
