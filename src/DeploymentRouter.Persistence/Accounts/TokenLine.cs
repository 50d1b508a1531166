using DeploymentRouter.Core.People;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>An access token as its owner reads it: everything but the key.</summary>
/// <param name="PersonId">The person it acts as; null: it belongs to a team.</param>
/// <param name="TeamId">The team it acts for; null: it belongs to a person.</param>
/// <param name="Ending">The last characters of the key.</param>
/// <param name="LastUsedAt">To the minute; null: never.</param>
public sealed record TokenLine(
    Guid Id,
    string Name,
    string? PersonId,
    string? TeamId,
    string Ending,
    IReadOnlyList<TokenScope> Scopes,
    string CreatedByName,
    DateTime CreatedAt,
    DateTime ExpiresAt,
    DateTime? LastUsedAt);

/// <summary>Who comes with a token, and what for.</summary>
public sealed record TokenBearer(Guid TokenId, Person Person, IReadOnlyList<TokenScope> Scopes, DateTime ExpiresAt)
{
    /// <summary>What tokens it can make at most.</summary>
    public TokenBounds Bounds => new(Scopes, ExpiresAt);
}

/// <summary>What a token that a token makes has at most.</summary>
/// <param name="ExpiresAt">UTC.</param>
public sealed record TokenBounds(IReadOnlyCollection<TokenScope> Scopes, DateTime ExpiresAt);

/// <summary>A token just made; its key is told this once.</summary>
public sealed record NewToken(string Key, TokenLine Line)
{
    // Where it is written down by mistake, its key is not.
    public override string ToString() => $"{nameof(NewToken)} {Line.Id}";
}
