using DeploymentRouter.Core.Assigning;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.People;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>Makes, lists and revokes access tokens for whoever may: everybody their own, a team's lead and administrators those of the team.</summary>
public sealed class TokenDesk(AccessTokens tokens, TeamRoster roster, PlaybookInForce playbook)
{
    /// <summary>Why somebody cannot look after these tokens; null: they can.</summary>
    /// <param name="teamId">Null: their own.</param>
    public async Task<Refusal?> WhyNotAsync(string? teamId, Person by, CancellationToken cancel = default)
    {
        if (AccessTokens.IsTeamToken(by)) return new Refusal("NotATokensWork", "A team's token looks after no tokens. A person does, signed in or with a token of their own.");
        if (teamId is null) return null;
        if (playbook.Current.Teams.FirstOrDefault(team => team.Id == teamId) is not { } team) return UnknownTeam;
        return TeamRules.WhyNotManage(team, (await roster.OfAsync(team.Id, cancel)).Members, by);
    }

    /// <summary>The teams whose tokens somebody looks after.</summary>
    public async Task<IReadOnlyList<Team>> TeamsOfAsync(Person by, CancellationToken cancel = default)
    {
        if (by.IsAdmin) return [.. playbook.Current.Teams];
        return playbook.Current.Teams.FirstOrDefault(team => team.Id == by.TeamId) is { } own && await WhyNotAsync(own.Id, by, cancel) is null ? [own] : [];
    }

    /// <summary>The tokens that can still be used, the newest first.</summary>
    public async Task<(IReadOnlyList<TokenLine> Tokens, Refusal? Refusal)> ListAsync(string? teamId, Person by, CancellationToken cancel = default) =>
        await WhyNotAsync(teamId, by, cancel) is { } refusal ? ([], refusal)
        : (teamId is null ? await tokens.OfPersonAsync(by.Id, cancel) : await tokens.OfTeamAsync(teamId, cancel), null);

    /// <summary>Makes a token; its key is in the answer and nowhere else.</summary>
    /// <param name="within">What the token that asks can give; null: a person asks, who can give all.</param>
    public async Task<(NewToken? Token, Refusal? Refusal)> MakeAsync(TokenWish wish, Person by, TokenBounds? within = null, CancellationToken cancel = default)
    {
        if (await WhyNotAsync(wish.TeamId, by, cancel) is { } refusal) return (null, refusal);
        if (within is not null && wish.Scopes.Except(within.Scopes).Any())
            return (null, new Refusal("TokenScopeTooWide", "A token makes tokens with its own scopes at most."));
        return await tokens.CreateAsync(wish, by, within?.ExpiresAt, cancel);
    }

    /// <summary>Revokes a token. One that somebody may not look after is not there for them.</summary>
    public async Task<Outcome> RevokeAsync(Guid id, Person by, CancellationToken cancel = default)
    {
        var isTheirs = await tokens.FindAsync(id, cancel) is { } token
            && (token.TeamId is { } team ? await WhyNotAsync(team, by, cancel) is null : token.PersonId == by.Id);
        return isTheirs && await tokens.RevokeAsync(id, by, cancel) ? Outcome.Done : NoSuchToken;
    }

    public static Refusal NoSuchToken { get; } = new("NoSuchToken", "There is no such token. It may have expired or be revoked already.");

    private static Refusal UnknownTeam { get; } = new("UnknownTeam", "The playbook has no such team.");
}

/// <summary>A token as somebody wants it.</summary>
/// <param name="Days">How long it lasts.</param>
/// <param name="TeamId">Null: it acts as the person who makes it.</param>
public sealed record TokenWish(string Name, IReadOnlyCollection<TokenScope> Scopes, int Days, string? TeamId = null);
