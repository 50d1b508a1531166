namespace DeploymentRouter.Core.Playbooks;

/// <summary>Holds the playbook that new decisions are made by.</summary>
public sealed class PlaybookInForce(Playbook current)
{
    public Playbook Current { get; } = current;
}
