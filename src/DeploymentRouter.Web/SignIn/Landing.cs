using DeploymentRouter.Core.People;

namespace DeploymentRouter.Web.SignIn;

/// <summary>Where somebody starts who did not ask for a particular page.</summary>
public static class Landing
{
    public static string For(Person person) => person switch
    {
        { IsAdmin: true } or { TeamId: "" } => "/playbook",
        { TeamId: "sales" } => "/requests",
        { TeamId: "ce" } => "/my-work",
        _ => $"/queues/{person.TeamId}",
    };
}
