using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>A piece of a sentence on the page: plain text, a name that stands out, or a team's chip.</summary>
public sealed record Piece(string Text, bool IsStrong = false, string? TeamId = null)
{
    public static Piece Strong(string text) => new(text, IsStrong: true);

    public static Piece Team(Playbook playbook, string teamId) => new(Named.Team(playbook, teamId), TeamId: teamId);

    public static string Plain(IEnumerable<Piece> pieces) => string.Concat(pieces.Select(piece => piece.Text));
}
