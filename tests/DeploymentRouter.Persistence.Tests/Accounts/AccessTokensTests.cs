using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.EntityFrameworkCore;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Accounts;

public sealed class AccessTokensTests : IAsyncLifetime
{
    private readonly Office _office = new();

    private AccessTokens Tokens => _office.Get<AccessTokens>();

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        await _office.Get<PeopleDirectory>().RememberAsync([Ce, Ie]);
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_key_opens_what_it_was_made_for_and_is_kept_nowhere()
    {
        var token = await MakeAsync(TokenScope.Read, TokenScope.Act);

        var bearer = await Tokens.BearerAsync(token.Key);

        Assert.Equal((Ce, token.Line.Id), (bearer!.Person, bearer.TokenId));
        Assert.Equal([TokenScope.Read, TokenScope.Act], bearer.Scopes);
        Assert.Matches("^" + TokenKey.Pattern + "$", token.Key);
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        var row = await db.Tokens.SingleAsync();
        Assert.DoesNotContain(token.Key, string.Join(' ', row.Name, row.Ending, row.Scopes, Convert.ToHexStringLower(row.Hash)), StringComparison.Ordinal);
        Assert.Equal(token.Key[^4..], row.Ending);
    }

    [Fact]
    public async Task A_key_with_one_character_changed_opens_nothing()
    {
        var key = (await MakeAsync(TokenScope.Read)).Key;
        for (var i = 0; i < key.Length; i++)
        {
            var changed = key.ToCharArray();
            changed[i] = changed[i] == '0' ? '1' : '0';
            Assert.False(TokenKey.IsWellFormed(new string(changed)));
        }

        Assert.Null(await Tokens.BearerAsync(TokenKey.New(TokenKey.PersonPrefix)));
        Assert.Null(await Tokens.BearerAsync(""));
    }

    [Fact]
    public async Task A_token_ends_on_its_day_by_revoking_and_with_its_person()
    {
        var (expiring, revoked, orphaned) = (await MakeAsync(TokenScope.Read), await MakeAsync(TokenScope.Read), await MakeAsync(TokenScope.Read));
        Assert.True(await Tokens.RevokeAsync(revoked.Line.Id, Ce));
        Assert.False(await Tokens.RevokeAsync(revoked.Line.Id, Ce));
        Assert.Null(await Tokens.BearerAsync(revoked.Key));
        Assert.Equal(2, (await Tokens.OfPersonAsync(Ce.Id)).Count);

        await using (var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync())
        {
            await db.People.Where(p => p.Id == Ce.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsDisabled, true));
            Assert.Null(await Tokens.BearerAsync(orphaned.Key));
            await db.People.Where(p => p.Id == Ce.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsDisabled, false));
        }

        _office.Time.Advance(TimeSpan.FromDays(10) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await Tokens.BearerAsync(expiring.Key));
        _office.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Tokens.BearerAsync(expiring.Key));
        Assert.Empty(await Tokens.OfPersonAsync(Ce.Id));
    }

    [Fact]
    public async Task A_team_s_token_acts_as_itself()
    {
        var (token, _) = await Tokens.CreateAsync("Nightly figures", [TokenScope.Import], 10, Ie, "ie");

        var person = (await Tokens.BearerAsync(token!.Key))!.Person;

        Assert.Equal(("Nightly figures (token)", "ie", false), (person.Name, person.TeamId, person.IsAdmin));
        Assert.StartsWith(TokenKey.TeamPrefix, token.Key, StringComparison.Ordinal);
        Assert.Equal("Nightly figures", Assert.Single(await Tokens.OfTeamAsync("ie")).Name);
        Assert.Empty(await Tokens.OfPersonAsync(Ie.Id));
    }

    [Fact]
    public async Task Last_use_is_told_to_the_minute()
    {
        var token = await MakeAsync(TokenScope.Read);
        await Tokens.BearerAsync(token.Key);
        var first = _office.Time.GetUtcNow().UtcDateTime;
        _office.Time.Advance(TimeSpan.FromSeconds(59));
        await Tokens.BearerAsync(token.Key);
        Assert.Equal(first, (await Tokens.OfPersonAsync(Ce.Id))[0].LastUsedAt);
        _office.Time.Advance(TimeSpan.FromSeconds(2));
        await Tokens.BearerAsync(token.Key);
        Assert.Equal(first.AddSeconds(61), (await Tokens.OfPersonAsync(Ce.Id))[0].LastUsedAt);
    }

    [Fact]
    public async Task The_audit_says_once_a_day_from_where_a_token_is_used_and_another_address_at_once()
    {
        var token = await MakeAsync(TokenScope.Read);
        foreach (var address in (string[])["192.0.2.8", "192.0.2.8", "192.0.2.9", "192.0.2.8"]) await Tokens.BearerAsync(token.Key, address);
        Assert.Equal(["192.0.2.8", "192.0.2.9"], await AddressesAsync());

        _office.Time.Advance(TimeSpan.FromHours(23));
        await Tokens.BearerAsync(token.Key, "192.0.2.8");
        Assert.Equal(2, (await AddressesAsync()).Count);
        _office.Time.Advance(TimeSpan.FromHours(2));
        await Tokens.BearerAsync(token.Key, "192.0.2.8");
        Assert.Equal(["192.0.2.8", "192.0.2.9", "192.0.2.8"], await AddressesAsync());
    }

    [Fact]
    public async Task A_token_makes_none_that_outlasts_it_or_may_more()
    {
        var (desk, token) = (_office.Get<TokenDesk>(), await MakeAsync(TokenScope.Read, TokenScope.Manage));
        var bounds = (await Tokens.BearerAsync(token.Key))!.Bounds;

        Assert.Equal(token.Line.ExpiresAt, (await desk.MakeAsync(new TokenWish("next", [TokenScope.Read], 11), Ce, bounds)).Token!.Line.ExpiresAt);
        Assert.Equal("TokenScopeTooWide", (await desk.MakeAsync(new TokenWish("next", [TokenScope.Act], 10), Ce, bounds)).Refusal?.Name);
        Assert.Equal(
            _office.Time.GetUtcNow().UtcDateTime.AddDays(366), (await desk.MakeAsync(new TokenWish("next", [TokenScope.Act], 366), Ce)).Token!.Line.ExpiresAt);
    }

    [Theory]
    [InlineData("", 1, "TokenNameInvalid")]
    [InlineData("   ", 1, "TokenNameInvalid")]
    [InlineData("ok", 0, "TokenDaysInvalid")]
    [InlineData("ok", 367, "TokenDaysInvalid")]
    public async Task What_cannot_be_a_token_says_why(string name, int days, string refusal) =>
        Assert.Equal(refusal, (await Tokens.CreateAsync(name, [TokenScope.Read], days, Ce)).Refusal?.Name);

    [Fact]
    public async Task A_token_for_nothing_is_none_and_a_person_has_so_many()
    {
        Assert.Equal("TokenScopeMissing", (await Tokens.CreateAsync("ok", [], 1, Ce)).Refusal?.Name);
        for (var i = 0; i < AccessTokens.MostOfOne; i++) await MakeAsync(TokenScope.Read);
        Assert.Equal("TooManyTokens", (await Tokens.CreateAsync("ok", [TokenScope.Read], 1, Ce)).Refusal?.Name);
    }

    private async Task<List<string?>> AddressesAsync()
    {
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        return await db.Audit.Where(line => line.Kind == AuditKinds.TokenUsed).OrderBy(line => line.Id).Select(line => line.Address).ToListAsync();
    }

    private async Task<NewToken> MakeAsync(params TokenScope[] scopes) => (await Tokens.CreateAsync("script", scopes, 10, Ce)).Token!;
}
