using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;

namespace DeploymentRouter.Web.Features.Tokens;

/// <summary>The tokens of somebody or of a team.</summary>
/// <param name="Team">Null: they are the person's own.</param>
/// <param name="Elsewhere">Other teams whose tokens the person looks after.</param>
/// <param name="WhyNot">Why the person cannot look after these; null: they can.</param>
public sealed record TokensView(Team? Team, IReadOnlyList<TokenLine> Tokens, IReadOnlyList<Team> Elsewhere, Refusal? WhyNot);
