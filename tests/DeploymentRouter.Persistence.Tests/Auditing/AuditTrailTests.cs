using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Auditing;

public sealed class AuditTrailTests : IAsyncLifetime
{
    private static readonly Person Admin = new("ada", "Ada", "", true);
    private readonly Office _office = new();

    private AuditLog Log => _office.Get<AuditLog>();

    private AuditTrail Trail => _office.Get<AuditTrail>();

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        await _office.Get<PeopleDirectory>().RememberAsync([Ce, Ie]);
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Theory]
    [InlineData("UPDATE Audit SET Text = 'nothing'")]
    [InlineData("DELETE FROM Audit")]
    [InlineData("REPLACE INTO Audit (Id, At, ById, ByName, Area, Kind, Subject, Text) VALUES (1, '', '', '', '', '', '', '')")]
    public async Task A_line_is_never_changed_nor_removed_not_even_in_the_database(string attempt)
    {
        await Log.WriteAsync(AuditKinds.Exported, "audit", Admin, "exported the audit");
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();

        var refused = await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(attempt));

        Assert.Contains("The audit is only added to.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["Ada exported the audit"], await SentencesAsync());
    }

    [Fact]
    public async Task Signing_in_and_out_and_the_ends_of_sessions_are_in_it_with_door_device_and_address()
    {
        var sessions = _office.Get<Sessions>();
        var first = await sessions.StartAsync(Ce.Id, "password", "192.0.2.7", "Firefox on Linux");
        await sessions.SignOutAsync(first, Ce.Id);
        await sessions.SignOutAsync(first, Ce.Id);
        var second = await sessions.StartAsync(Ce.Id, "passkey", null, null);
        await sessions.StartAsync(Ce.Id, "passkey", null, "Edge on Windows");
        await sessions.EndAsync(second, Ce.Id, Ce);
        await sessions.EndAllAsync(Ce.Id, except: null, Admin);

        Assert.Equal(
            [
                "Ada ended a session of Wren, Edge on Windows",
                "Wren ended a session of their own",
                "Wren signed in: passkey, Edge on Windows",
                "Wren signed in: passkey",
                "Wren signed out, Firefox on Linux",
                "Wren signed in: password, Firefox on Linux",
            ],
            await SentencesAsync());
        Assert.Equal("192.0.2.7", (await Trail.PageAsync(new AuditFilter())).Lines[^1].Address);
    }

    [Fact]
    public async Task A_token_is_in_it_when_it_is_made_first_used_and_revoked_and_its_key_is_not()
    {
        var tokens = _office.Get<AccessTokens>();
        var (token, _) = await tokens.CreateAsync("Nightly", [TokenScope.Read, TokenScope.Act], 7, Ce);
        await tokens.BearerAsync(token!.Key, "192.0.2.8");
        _office.Time.Advance(TimeSpan.FromHours(1));
        await tokens.BearerAsync(token.Key, "192.0.2.8");
        await tokens.RevokeAsync(token.Line.Id, Admin);
        await tokens.RevokeAsync(token.Line.Id, Admin);

        var ending = token.Line.Ending;
        Assert.Equal(
            [
                $"Ada revoked the token “Nightly” (…{ending}), made by Wren",
                $"Wren used the token “Nightly” (…{ending}) for the first time",
                $"Wren made the token “Nightly” (…{ending}), which may read, act until 10 Nov 2026",
            ],
            await SentencesAsync());
        Assert.Equal("192.0.2.8", (await Trail.PageAsync(new AuditFilter())).Lines[1].Address);
    }

    [Fact]
    public async Task It_is_found_by_kind_person_and_days()
    {
        await Log.WriteAsync(AuditKinds.Exported, "audit", Admin, "exported the audit");
        _office.Time.Advance(TimeSpan.FromDays(1));
        await Log.WriteAsync("person-team", AuditLog.OfPerson(Ie.Id), Admin, "moved Bram_100% to CE");
        await Log.WriteAsync(AuditKinds.SignInRefused, "door/password", null, "was refused: password");

        Assert.Equal(["Ada exported the audit"], await SentencesAsync(new(Area: "export")));
        Assert.Equal(["Ada moved Bram_100% to CE"], await SentencesAsync(new(Person: "bram_100%")));
        Assert.Empty(await SentencesAsync(new(Person: "bram%to")));
        Assert.Equal(["Somebody was refused: password", "Ada moved Bram_100% to CE"], await SentencesAsync(new(From: new(2026, 11, 4))));
        Assert.Equal(["Ada exported the audit"], await SentencesAsync(new(To: new(2026, 11, 3))));
        Assert.Equal(3, (await SentencesAsync(new(From: DateOnly.MinValue, To: DateOnly.MaxValue))).Count);
    }

    [Fact]
    public async Task Pages_follow_one_another_in_both_directions_without_gap_or_repetition()
    {
        const int all = (2 * AuditTrail.PageSize) + 7;
        for (var i = 1; i <= all; i++) await Log.WriteAsync(AuditKinds.Exported, "audit", Admin, $"did {i}");

        var first = await Trail.PageAsync(new AuditFilter());
        var second = await Trail.PageAsync(new AuditFilter(), olderThan: first.Lines[^1].Id);
        var third = await Trail.PageAsync(new AuditFilter(), olderThan: second.Lines[^1].Id);
        var back = await Trail.PageAsync(new AuditFilter(), newerThan: third.Lines[0].Id);

        Assert.Equal(Enumerable.Range(1, all).Reverse().Select(i => $"did {i}"), first.Lines.Concat(second.Lines).Concat(third.Lines).Select(line => line.Text));
        Assert.Equal(second.Lines, back.Lines);
        Assert.Equal([(false, true), (true, true), (true, false), (true, true)], new[] { first, second, third, back }.Select(page => (page.HasNewer, page.HasOlder)));
    }

    private async Task<IReadOnlyList<string>> SentencesAsync(AuditFilter? filter = null) =>
        [.. (await Trail.PageAsync(filter ?? new AuditFilter())).Lines.Select(line => $"{line.ByName} {line.Text}")];
}
