using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Playbooks.Publishing;
using DeploymentRouter.Persistence.Privacy;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Playbooks.Publishing;

public sealed class PublishingTests : IAsyncLifetime
{
    private static readonly Person Owner = new("odile", "Odile Marginalia", "", false) { OwnsPlaybook = true };
    private static readonly Person Other = new("piers", "Piers Rubric", "", false) { OwnsPlaybook = true };
    private static readonly Person Admin = new("ada", "Ada", "", true);

    private readonly Office _office = new();

    private PlaybookDesk Desk => _office.Get<PlaybookDesk>();

    private PlaybookInForce InForce => _office.Get<PlaybookInForce>();

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        await _office.Get<PeopleDirectory>().RememberAsync([Ce, Cloud, Ie, Tpm, Tam, Owner, Other, Admin]);
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_sound_playbook_is_put_in_force_with_who_when_and_why()
    {
        var done = await DoneAsync(Revised.Yaml(2, Revised.SlowReview), "The Cloud team asked for it.");

        Assert.Equal((2, PlaybookOrigin.Published), (InForce.Current.Version, InForce.Edition.Origin));
        Assert.Equal(Revised.Yaml(2, Revised.SlowReview), InForce.Edition.Utf8.ToArray());
        var listed = Assert.Single(await _office.Get<PublishedPlaybooks>().ListAsync());
        Assert.Equal(done, listed);
        Assert.Equal((1, 2, InForce.Current.Hash, "Odile Marginalia", "The Cloud team asked for it."), (listed.Number, listed.Version, listed.Hash, listed.ByName, listed.Note));
        var line = Assert.Single((await _office.Get<AuditTrail>().PageAsync(new AuditFilter(Area: "playbook"))).Lines);
        Assert.Equal((AuditKinds.PlaybookPublished, "Odile Marginalia"), (line.Kind, line.ByName));
        Assert.Contains("put version 2 of “Default playbook” in force", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_playbook_owner_publishes_and_says_why()
    {
        Assert.Equal("NotAPlaybookOwner", await RefusalAsync(Revised.Yaml(2), by: Admin));
        Assert.Equal("TextNeeded", await RefusalAsync(Revised.Yaml(2), note: " "));
        Assert.Equal("TextTooLong", await RefusalAsync(Revised.Yaml(2), note: new string('x', Publication.MaxNote + 1)));
        Assert.Equal(1, InForce.Current.Version);
    }

    [Fact]
    public async Task What_cannot_be_read_or_proven_or_fails_a_test_is_not_put_in_force()
    {
        var unread = Assert.IsType<PublishResult.NotFit>(await PublishAsync("name: x\n"u8.ToArray()));
        Assert.NotEmpty(unread.Trial.Check.Faults);
        var failing = Assert.IsType<PublishResult.NotFit>(await PublishAsync(Revised.Yaml(2, ("users_full > 20,000", "users_full > 19,000"))));
        Assert.Equal("test_failed", Assert.Single(failing.Trial.Check.Findings).Kind);
        Assert.Equal(1, InForce.Current.Version);
        Assert.Empty(await _office.Get<PublishedPlaybooks>().ListAsync());
    }

    [Fact]
    public async Task Who_was_overtaken_is_told_by_whom()
    {
        var seen = InForce.Current.Hash;
        await DoneAsync(Revised.Yaml(2, Revised.SlowReview));

        var late = await Desk.PublishAsync(Revised.Yaml(3, Revised.PciIsFine), seen, "Mine.", Other, Sight.Everything);

        Assert.Equal("Odile Marginalia", Assert.IsType<PublishResult.Overtaken>(late).By?.ByName);
        Assert.Equal(2, InForce.Current.Version);
    }

    [Fact]
    public async Task Of_two_who_publish_at_once_one_is_overtaken()
    {
        var seen = InForce.Current.Hash;
        var results = await Task.WhenAll(
            Task.Run(() => Desk.PublishAsync(Revised.Yaml(2, Revised.SlowReview), seen, "One.", Owner, Sight.Everything)),
            Task.Run(() => Desk.PublishAsync(Revised.Yaml(3, Revised.PciIsFine), seen, "Other.", Other, Sight.Everything)));

        var won = Assert.Single(results.OfType<PublishResult.Done>());
        Assert.Equal(won.Publication.ByName, Assert.Single(results.OfType<PublishResult.Overtaken>()).By?.ByName);
        Assert.Equal(won.Publication.Hash, InForce.Current.Hash);
    }

    [Fact]
    public async Task The_same_again_and_another_text_under_a_version_that_was_used_are_refused()
    {
        await DoneAsync(Revised.Yaml(2, Revised.SlowReview));
        Assert.Equal("PlaybookInForceAlready", await RefusalAsync(Revised.Yaml(2, Revised.SlowReview)));
        Assert.Equal("PlaybookVersionTaken", await RefusalAsync(Revised.Yaml(2, Revised.PciIsFine)));
        await DoneAsync(Revised.Yaml(3, Revised.PciIsFine));

        var back = await DoneAsync(Revised.Yaml(2, Revised.SlowReview), "Back to what was.");

        Assert.Equal((3, 2), (back.Number, InForce.Current.Version));
    }

    [Fact]
    public async Task What_is_built_in_can_be_published_as_it_is_and_nothing_else_under_its_version()
    {
        Assert.Equal("PlaybookVersionTaken", await RefusalAsync(Revised.Yaml(1, Revised.SlowReview)));
        await DoneAsync(Revised.Yaml(1), "It stays when the software changes.");
        Assert.Equal(PlaybookOrigin.Published, InForce.Edition.Origin);
    }

    [Fact]
    public async Task While_a_setting_names_the_file_only_that_file_is_published_and_stays_in_force()
    {
        var file = Revised.Yaml(2, Revised.SlowReview);
        InForce.Put(new PlaybookEdition(Revised.Read(file), "policy.yaml", file, PlaybookOrigin.File));

        Assert.Equal("PlaybookFromFile", await RefusalAsync(Revised.Yaml(3)));
        await DoneAsync(file, "Before the setting goes.");

        Assert.Equal(PlaybookOrigin.File, InForce.Edition.Origin);
    }

    [Fact]
    public async Task Publications_are_only_ever_added_to()
    {
        await DoneAsync(Revised.Yaml(2));
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        await Assert.ThrowsAsync<SqliteException>(() => db.Publications.ExecuteDeleteAsync());
        await Assert.ThrowsAsync<SqliteException>(() => db.Publications.ExecuteUpdateAsync(row => row.SetProperty(p => p.Note, "Nothing happened.")));
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlAsync($"INSERT OR REPLACE INTO Publications SELECT Number, Hash, Name, Version, Utf8, 'x', ById, ByName, At FROM Publications"));
    }

    [Fact]
    public async Task No_playbook_takes_over_while_an_import_is_stored_that_another_one_has_checked()
    {
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        var import = new UnfinishedImportRow { Id = Guid.NewGuid(), Kind = "requests", IsWhole = true, BegunAt = _office.Time.GetUtcNow().UtcDateTime, ById = Ce.Id, By = "{}" };
        db.UnfinishedImports.Add(import);
        await db.SaveChangesAsync();

        Assert.Equal("ImportUnderWay", await RefusalAsync(Revised.Yaml(2)));
        db.Remove(import);
        await db.SaveChangesAsync();
        await DoneAsync(Revised.Yaml(2));
    }

    [Fact]
    public async Task Whoever_is_erased_is_named_by_no_publication()
    {
        await DoneAsync(Revised.Yaml(2));
        await _office.Get<PeopleDirectory>().ShutOutAsync([Owner.Id]);
        Assert.Null((await _office.Get<PersonErasure>().EraseAsync(Owner.Id, Admin)).Refusal);

        Assert.Equal(("former-1", "Former colleague 1"), (await _office.Get<PublishedPlaybooks>().ListAsync()) is [var only] ? (only.ById, only.ByName) : default);
    }

    private Task<PublishResult> PublishAsync(byte[] utf8, string note = "Because.", Person? by = null) =>
        Desk.PublishAsync(utf8, InForce.Current.Hash, note, by ?? Owner, Sight.Everything);

    private async Task<Publication> DoneAsync(byte[] utf8, string note = "Because.") => Assert.IsType<PublishResult.Done>(await PublishAsync(utf8, note)).Publication;

    private async Task<string> RefusalAsync(byte[] utf8, string note = "Because.", Person? by = null) =>
        Assert.IsType<PublishResult.Refused>(await PublishAsync(utf8, note, by)).Refusal.Name;
}
