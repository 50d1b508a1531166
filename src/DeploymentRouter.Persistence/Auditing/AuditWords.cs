using System.Globalization;
using DeploymentRouter.Persistence.Accounts;

namespace DeploymentRouter.Persistence.Auditing;

/// <summary>What the audit says about tokens; their names and endings, never their keys.</summary>
internal static class AuditWords
{
    public static string Made(TokenLine token) => string.Create(
        CultureInfo.InvariantCulture,
        $"made {Named(token)}{For(token)}, which may {string.Join(", ", token.Scopes).ToLowerInvariant()} until {token.ExpiresAt:d MMM yyyy}");

    public static string Used(TokenLine token, bool isFirst) => $"used {Named(token)}{For(token)}{(isFirst ? " for the first time" : "")}";

    public static string Revoked(TokenLine token) => $"revoked {Named(token)}{For(token)}, made by {token.CreatedByName}";

    private static string Named(TokenLine token) => $"the token “{token.Name}” (…{token.Ending})";

    private static string For(TokenLine token) => token.TeamId is { } team ? $" of team {team}" : "";
}
