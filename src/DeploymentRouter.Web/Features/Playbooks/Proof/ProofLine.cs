using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Playbooks.Proof;

/// <summary>One thing that a proof says of the whole playbook.</summary>
/// <param name="State">Done: it is so. Refused: it is not. Needs you: it could not be proven.</param>
/// <param name="Link">Where the rest of it stands; null: beside it.</param>
public sealed record ProofLine(StateKind State, string Sentence, string? Link = null);
