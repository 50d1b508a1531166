using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.Calls;
using DeploymentRouter.Persistence.Drafts;
using DeploymentRouter.Persistence.Privacy;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Sharing;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.EntityFrameworkCore;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Privacy;

public sealed class RetentionTests : IAsyncLifetime
{
    private static readonly Person Admin = new("ada", "Ada", "", true);

    private readonly Office _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task What_is_over_goes_and_the_preview_said_so_before()
    {
        await LiveAsync();
        var retention = Retention(new RetentionSettings { Drafts = 100, Audit = 100 });
        Assert.All(await retention.PreviewAsync(), line => Assert.Equal(0, line.Count));

        _office.Time.Advance(TimeSpan.FromDays(121));
        var preview = await retention.PreviewAsync();
        var (gone, refusal) = await retention.RunAsync(Admin);

        Assert.Null(refusal);
        Assert.Equal(preview, gone);
        Assert.Equal(
            ["sessions 1", "tokens 1", "links 1", "deliveries 0", "invitations 1", "calls 1", "opportunities 0", "drafts 1", "texts 0", "refused 0", "audit 4"],
            gone.Select(line => $"{line.Id} {line.Count}"));
        Assert.All(await retention.PreviewAsync(), line => Assert.Equal(0, line.Count));
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        Assert.Equal("privacy-retention", (await db.Audit.SingleAsync()).Kind);
        Assert.False(await db.StatusOpenings.AnyAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlAsync($"DELETE FROM Audit"));
    }

    [Fact]
    public async Task Where_nothing_is_set_nothing_that_was_typed_or_audited_goes()
    {
        await LiveAsync();
        _office.Time.Advance(TimeSpan.FromDays(4_000));
        var (gone, _) = await Retention(new RetentionSettings()).RunAsync(Admin);
        Assert.All(gone.Where(line => line.Id is "drafts" or "texts" or "audit" or "refused"), line => Assert.Equal((0, 0), (line.Days, line.Count)));
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        Assert.Equal(1, await db.Drafts.CountAsync());
        Assert.Equal(5, await db.Audit.CountAsync());
    }

    [Fact]
    public async Task What_still_counts_is_not_over_however_old_it_is()
    {
        await _office.Get<AccessTokens>().CreateAsync("For the build", [TokenScope.Read], 366, Ce);
        _office.Time.Advance(TimeSpan.FromDays(300));
        Assert.All(await Retention(new RetentionSettings()).PreviewAsync(), line => Assert.Equal(0, line.Count));
        Assert.Equal("NotAnAdministrator", (await Retention(new RetentionSettings()).RunAsync(Ce)).Refusal!.Name);
    }

    private async Task LiveAsync()
    {
        var request = await _office.JointAsync("Orrery Labs");
        await _office.Get<Sessions>().StartAsync(Ce.Id, "password", null, null);
        await _office.Get<AccessTokens>().CreateAsync("For the build", [TokenScope.Read], 1, Ce);
        var (link, _) = await _office.Get<StatusLinks>().MakeAsync(request.Id, 14, "", Ce, Sight.Everything);
        Assert.NotNull(await _office.Get<StatusLinks>().OpenAsync(link!.Secret));
        await _office.Get<DraftStore>().StartAsync(Ce.Id);
        Assert.IsType<KeyedCall.Begun>(await _office.Get<KeyedCalls>().BeginAsync(Ce.Id, "key", [1], repeatsSafely: false));
        await using (var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync())
        {
            var now = _office.Time.GetUtcNow().UtcDateTime;
            db.Links.Add(new LinkRow { Id = Guid.NewGuid(), PersonId = Ce.Id, Hash = [1], CreatedById = Admin.Id, CreatedAt = now, ExpiresAt = now.AddDays(1) });
            db.Opportunities.Add(new OpportunityRow { ExternalId = "O-1", AccountKey = "orrery", LinkKey = "", Fields = "{}", Source = "S", HandedInById = Ce.Id, ReceivedAt = now });
            await db.SaveChangesAsync();
        }

        await _office.Get<AuditLog>().WriteAsync("team-automatic", AuditLog.OfTeam("ie"), Admin, "turned it on");
    }

    private Retention Retention(RetentionSettings settings) => new(
        _office.Get<IDbContextFactory<RouterDb>>(), _office.Get<PlaybookInForce>(), _office.Get<WriteGate>(), settings, _office.Time);
}
