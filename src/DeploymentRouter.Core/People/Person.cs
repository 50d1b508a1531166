namespace DeploymentRouter.Core.People;

/// <summary>Somebody who acts on requests. Every use case names the person it is done by.</summary>
/// <param name="Id">Stable identifier, kept in the history of every request this person touched.</param>
/// <param name="Name">The name as colleagues read it.</param>
/// <param name="TeamId">The team whose ball this person may carry, as the playbook names it; empty for an administrator.</param>
/// <param name="IsAdmin">Whether this person looks after the installation rather than after requests.</param>
public sealed record Person(string Id, string Name, string TeamId, bool IsAdmin)
{
    /// <summary>Whether this person may publish playbooks.</summary>
    public bool OwnsPlaybook { get; init; }
}
