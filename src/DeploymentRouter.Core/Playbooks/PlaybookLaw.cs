using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Playbooks;

/// <summary>A statement about every decision the playbook can make, to be proven or refuted.</summary>
/// <param name="Sentence">The statement in its owner's words.</param>
/// <param name="Law">The same for the proof.</param>
public sealed record PlaybookLaw(string Sentence, Law Law)
{
    public string Id => Law.Id;
}
