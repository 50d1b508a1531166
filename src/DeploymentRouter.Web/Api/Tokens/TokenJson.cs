using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;

namespace DeploymentRouter.Web.Api.Tokens;

/// <summary>An access token, without its key. Times are UTC.</summary>
/// <param name="Team">The team it acts for; null: it acts as the person who made it.</param>
/// <param name="Ending">The last characters of the key.</param>
/// <param name="LastUsedAt">To the minute; null: never.</param>
internal sealed record TokenJson(
    Guid Id, string Name, string? Team, string Ending, IReadOnlyList<TokenScope> Scopes, string MadeBy, DateTime MadeAt, DateTime ExpiresAt, DateTime? LastUsedAt)
{
    public static TokenJson Of(TokenLine line) =>
        new(line.Id, line.Name, line.TeamId, line.Ending, line.Scopes, line.CreatedByName, line.CreatedAt, line.ExpiresAt, line.LastUsedAt);
}

/// <param name="Name">What it is for.</param>
/// <param name="Scopes">At most those of the token that asks.</param>
/// <param name="Days">How long it lasts, 1 to 366; never longer than the token that asks, see expiresAt of the answer.</param>
/// <param name="Team">The team it acts for; left out: it acts as the caller.</param>
internal sealed record NewTokenBody(string Name, IReadOnlyList<TokenScope> Scopes, int Days, string? Team = null);

/// <param name="Key">Shown this once.</param>
internal sealed record NewTokenJson(string Key, TokenJson Token);
