using System.Collections.Concurrent;
using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>Keys for programs: made, found, revoked.</summary>
public sealed class AccessTokens(IDbContextFactory<RouterDb> factory, WriteGate gate, TimeProvider time)
{
    public const int MaxName = 80;
    public const int MaxDays = 366;
    public const int MostOfOne = 50;

    private const string TeamToken = "token-";

    // Often enough to tell a token in use from a forgotten one, seldom enough not to write at every call.
    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(1);

    // How often the audit says of one token that it is used from one address.
    private static readonly TimeSpan NotedEvery = TimeSpan.FromDays(1);

    private const int MostNoted = 10_000;

    // A use from a place the audit has no line of today is written at once, not only when the minute is over.
    private readonly ConcurrentDictionary<(Guid Token, string? Address), DateTime> _noted = new();

    /// <summary>Makes a token that acts as <paramref name="owner"/>, or, with a team, for that team.</summary>
    /// <param name="name">1 to <see cref="MaxName"/> characters.</param>
    /// <param name="days">How long it lasts, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="teamId">Null: it acts as the person.</param>
    public Task<(NewToken? Token, Refusal? Refusal)> CreateAsync(
        string name, IReadOnlyCollection<TokenScope> scopes, int days, Person owner, string? teamId = null, CancellationToken cancel = default) =>
        CreateAsync(new TokenWish(name, scopes, days, teamId), owner, latest: null, cancel);

    /// <summary>Makes a token that ends at the latest when the one ends that asks for it; else whoever found a key would go on by its successors.</summary>
    /// <param name="latest">UTC; null: no token asks.</param>
    public Task<(NewToken? Token, Refusal? Refusal)> CreateAsync(TokenWish wish, Person owner, DateTime? latest, CancellationToken cancel = default) =>
        gate.RunAsync<(NewToken?, Refusal?)>(async () =>
        {
            var (name, scopes, days, teamId) = (wish.Name, wish.Scopes, wish.Days, wish.TeamId);
            if (Problem(name.Trim(), scopes, days) is { } problem) return (null, problem);
            await using var db = await factory.CreateDbContextAsync(cancel);
            var now = Now;
            if (await Usable(db.Tokens, now).CountAsync(t => teamId == null ? t.PersonId == owner.Id : t.TeamId == teamId, cancel) >= MostOfOne)
                return (null, new Refusal("TooManyTokens", string.Create(CultureInfo.InvariantCulture, $"There are {MostOfOne} tokens already. Revoke one first.")));
            var key = TokenKey.New(teamId is null ? TokenKey.PersonPrefix : TokenKey.TeamPrefix);
            var row = new TokenRow
            {
                Id = Guid.CreateVersion7(),
                Name = name.Trim(),
                PersonId = teamId is null ? owner.Id : null,
                TeamId = teamId,
                Hash = SecretHash.Of(key),
                Ending = key[^4..],
                Scopes = string.Join(' ', scopes.Distinct().Order()),
                CreatedById = owner.Id,
                CreatedByName = owner.Name,
                CreatedAt = now,
                ExpiresAt = now.AddDays(days) is var asked && asked > latest ? latest.Value : asked,
            };
            db.Tokens.Add(row);
            AuditLog.Add(db, owner, now, AuditKinds.TokenMade, AuditLog.OfToken(row.Id), AuditWords.Made(Line(row)));
            await db.SaveChangesAsync(cancel);
            return (new NewToken(key, Line(row)), null);
        }, cancel);

    /// <summary>Who comes with a key; null: nobody, because it is unknown, expired or revoked, or its person may not come in any more.</summary>
    /// <param name="address">Where it came from; null: unknown.</param>
    public async Task<TokenBearer?> BearerAsync(string key, string? address = null, CancellationToken cancel = default)
    {
        if (!TokenKey.IsWellFormed(key)) return null;
        await using var db = await factory.CreateDbContextAsync(cancel);
        var (hash, now) = (SecretHash.Of(key), Now);
        if (await Usable(db.Tokens, now).AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash, cancel) is not { } token) return null;
        if (await BearerOfAsync(db, token, cancel) is not { } person) return null;
        if (token.LastUsedAt is not { } used || now - used > UsedEvery || !IsNoted(token.Id, address, now)) await UseAsync(token.Id, person, address, now, cancel);
        return new TokenBearer(token.Id, person, ScopesOf(token), token.ExpiresAt);
    }

    /// <summary>Whether it is a team's token that acts, rather than somebody.</summary>
    public static bool IsTeamToken(Person person) => person.Id.StartsWith(TeamToken, StringComparison.Ordinal);

    /// <summary>The tokens of a person that can still be used, the newest first.</summary>
    public Task<IReadOnlyList<TokenLine>> OfPersonAsync(string personId, CancellationToken cancel = default) =>
        LinesAsync(tokens => tokens.Where(t => t.PersonId == personId), cancel);

    /// <summary>The tokens of a team that can still be used, the newest first.</summary>
    public Task<IReadOnlyList<TokenLine>> OfTeamAsync(string teamId, CancellationToken cancel = default) =>
        LinesAsync(tokens => tokens.Where(t => t.TeamId == teamId), cancel);

    /// <summary>A token that can still be used; null: there is none.</summary>
    public async Task<TokenLine?> FindAsync(Guid id, CancellationToken cancel = default) =>
        await LinesAsync(tokens => tokens.Where(t => t.Id == id), cancel) is [var line] ? line : null;

    /// <summary>Revokes a token at once and for good; whether the caller may is asked before.</summary>
    /// <param name="by">Who revokes it.</param>
    /// <returns>Whether there was one that could still be used.</returns>
    public Task<bool> RevokeAsync(Guid id, Person by, CancellationToken cancel = default) => gate.RunAsync(async () =>
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var now = Now;
        if (await Usable(db.Tokens, now).SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } row) return false;
        Revoke(db, row, by, now);
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Revokes what a person's programs come with, in the transaction of the caller; those of teams go on.</summary>
    internal static async Task RevokeAllAsync(RouterDb db, string personId, Person by, DateTime at, CancellationToken cancel)
    {
        foreach (var row in await Usable(db.Tokens, at).Where(t => t.PersonId == personId).ToListAsync(cancel)) Revoke(db, row, by, at);
    }

    /// <summary>The names of the teams' tokens that a person made and that can still be used: they have seen the keys.</summary>
    internal static Task<List<string>> OfTeamsMadeByAsync(RouterDb db, string personId, DateTime at, CancellationToken cancel) =>
        Usable(db.Tokens, at).Where(t => t.TeamId != null && t.CreatedById == personId).OrderBy(t => t.Name).Select(t => t.Name).ToListAsync(cancel);

    private static void Revoke(RouterDb db, TokenRow row, Person by, DateTime at)
    {
        row.RevokedAt = at;
        AuditLog.Add(db, by, at, AuditKinds.TokenRevoked, AuditLog.OfToken(row.Id), AuditWords.Revoked(Line(row)));
    }

    private static Refusal? Problem(string name, IReadOnlyCollection<TokenScope> scopes, int days) =>
        name.Length is 0 or > MaxName ? new Refusal("TokenNameInvalid", string.Create(CultureInfo.InvariantCulture, $"Say in 1 to {MaxName} characters what the token is for."))
        : !TextCheck.IsLine(name) ? Refusals.TextUnreadable()
        : scopes.Count == 0 ? new Refusal("TokenScopeMissing", "Choose at least one thing that the token may be used for.")
        : days is < 1 or > MaxDays ? new Refusal("TokenDaysInvalid", string.Create(CultureInfo.InvariantCulture, $"A token lasts 1 to {MaxDays} days."))
        : null;

    private static IQueryable<TokenRow> Usable(IQueryable<TokenRow> tokens, DateTime now) => tokens.Where(t => t.RevokedAt == null && t.ExpiresAt > now);

    private async Task<IReadOnlyList<TokenLine>> LinesAsync(Func<IQueryable<TokenRow>, IQueryable<TokenRow>> which, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = await which(Usable(db.Tokens, Now)).AsNoTracking().OrderByDescending(t => t.CreatedAt).ThenBy(t => t.Id).ToListAsync(cancel);
        return rows.ConvertAll(Line);
    }

    // A team's token acts as itself: the history says which one it was, not who once made it.
    private static async Task<Person?> BearerOfAsync(RouterDb db, TokenRow token, CancellationToken cancel) => token.TeamId is { } team
        ? new Person($"{TeamToken}{token.Id:N}", $"{token.Name} (token)", team, IsAdmin: false)
        : (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == token.PersonId && !p.IsDisabled, cancel))?.ToPerson();

    private Task<int> UseAsync(Guid id, Person bearer, string? address, DateTime now, CancellationToken cancel) => gate.RunAsync(async () =>
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var row = await db.Tokens.SingleAsync(t => t.Id == id, cancel);
        var (subject, since) = (AuditLog.OfToken(id), now - NotedEvery);
        var isKnown = await db.Audit.AnyAsync(line => line.Subject == subject && line.Kind == AuditKinds.TokenUsed && line.Address == address && line.At > since, cancel);
        if (!isKnown) AuditLog.Add(db, bearer, now, AuditKinds.TokenUsed, subject, AuditWords.Used(Line(row), isFirst: row.LastUsedAt is null), address);
        row.LastUsedAt = now;
        var written = await db.SaveChangesAsync(cancel);
        if (_noted.Count >= MostNoted) _noted.Clear();
        _noted[(id, address)] = now;
        return written;
    }, cancel);

    private bool IsNoted(Guid id, string? address, DateTime now) => _noted.TryGetValue((id, address), out var at) && now - at < NotedEvery;

    private static TokenLine Line(TokenRow row) => new(
        row.Id, row.Name, row.PersonId, row.TeamId, row.Ending, ScopesOf(row), row.CreatedByName, row.CreatedAt, row.ExpiresAt, row.LastUsedAt);

    private static List<TokenScope> ScopesOf(TokenRow row) => [.. row.Scopes.Split(' ').Select(Enum.Parse<TokenScope>)];
}
