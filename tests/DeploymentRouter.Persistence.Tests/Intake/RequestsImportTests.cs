using System.Globalization;
using System.Text;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Importing;
using DeploymentRouter.Persistence.Intake;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Privacy;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.EntityFrameworkCore;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Intake;

public sealed class RequestsImportTests : IAsyncLifetime
{
    private static readonly Person OtherCe = new("pim", "Pim", "ce", false);

    private readonly Office _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Two_people_who_import_the_same_file_at_once_file_each_line_once()
    {
        const int lines = 300;
        var reports = await Task.WhenAll(Task.Run(() => ImportAsync(lines, Ce)), Task.Run(() => ImportAsync(lines, OtherCe)));

        Assert.Equal(lines, await CountAsync());
        Assert.Equal(lines, reports.Sum(report => report.Filed.Count));
        Assert.All(reports, report => Assert.Equal((lines, 0), (report.Filed.Count + report.Skipped.Count, report.Faults.Count)));
    }

    [Fact]
    public async Task Once_storing_begins_nobody_who_goes_away_stops_it()
    {
        const int lines = 1_000;
        using var gone = new CancellationTokenSource();
        _office.Get<RequestFeed>().Changed += _ => gone.Cancel();

        var report = await ImportAsync(lines, Ce, gone.Token);

        Assert.Equal((lines, lines), (report.Filed.Count, await CountAsync()));
        Assert.Equal(0, await _office.Get<UnfinishedImports>().FinishAsync());
    }

    [Fact]
    public async Task What_could_not_be_stored_is_stored_when_it_can_be()
    {
        const int lines = 700;
        await using (var db = await DbAsync())
            await db.Database.ExecuteSqlAsync($"CREATE TRIGGER stop BEFORE INSERT ON Requests WHEN NEW.Number > 1400 BEGIN SELECT RAISE(ABORT, 'stopped'); END");
        await Assert.ThrowsAnyAsync<Exception>(() => ImportAsync(lines, Ce));
        Assert.InRange(await CountAsync(), 1, 400);
        Assert.Equal("ImportUnderWay", await ErasedAsync());
        await using (var db = await DbAsync()) await db.Database.ExecuteSqlAsync($"DROP TRIGGER stop");

        Assert.Equal(1, await _office.Get<UnfinishedImports>().FinishAsync());

        Assert.Equal(lines, await CountAsync());
        Assert.Equal(0, await _office.Get<UnfinishedImports>().FinishAsync());
        Assert.Equal(lines, (await ImportAsync(lines, Ce)).Skipped.Count);
        await using (var db = await DbAsync()) Assert.False(await db.UnfinishedImportPieces.AnyAsync());
    }

    private async Task<string?> ErasedAsync()
    {
        await _office.Get<PeopleDirectory>().RememberAsync([Ce]);
        await using var db = await DbAsync();
        await db.People.ExecuteUpdateAsync(set => set.SetProperty(person => person.IsDisabled, true));
        return (await _office.Get<PersonErasure>().EraseAsync(Ce.Id, new Person("ada", "Ada", "", true))).Refusal?.Name;
    }

    private Task<RouterDb> DbAsync() => _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();

    private async Task<RequestsReport> ImportAsync(int lines, Person by, CancellationToken cancel = default)
    {
        var text = new StringBuilder("key,customer.name,customer.engagement,answer.users_full\n");
        for (var i = 1; i <= lines; i++) text.AppendLine(CultureInfo.InvariantCulture, $"k-{i},Model Customer {i},new-production,300");
        await using var file = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        return await _office.Get<RequestsImport>().RunAsync(file, ImportFormat.Csv, ImportMode.AllOrNothing, by, cancel);
    }

    private async Task<int> CountAsync()
    {
        await using var db = await DbAsync();
        return await db.Requests.CountAsync();
    }
}
