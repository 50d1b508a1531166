namespace DeploymentRouter.Web.Features.People;

/// <summary>Team and rights as a form has them.</summary>
/// <param name="TeamId">Empty: no team.</param>
public sealed record ChosenRights(string TeamId, bool IsAdmin, bool OwnsPlaybook)
{
    public static readonly ChosenRights None = new("", IsAdmin: false, OwnsPlaybook: false);
}
