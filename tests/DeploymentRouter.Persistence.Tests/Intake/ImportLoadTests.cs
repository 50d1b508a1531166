using System.Diagnostics;
using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Importing;
using DeploymentRouter.Persistence.Intake;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Growth;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;
using Account = DeploymentRouter.Persistence.Tests.Growth.Account;

namespace DeploymentRouter.Persistence.Tests.Intake;

/// <summary>A few thousand lines with every build; as many as <c>IMPORT_LINES</c> says when figures are wanted.</summary>
[Collection(nameof(RadarTimeTests))]
public sealed class ImportLoadTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly int Lines = int.Parse(Environment.GetEnvironmentVariable("IMPORT_LINES") ?? "2000", CultureInfo.InvariantCulture);

    private readonly Office _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Requests_are_checked_and_then_filed_every_one()
    {
        await using var file = await FileAsync("key,customer.name,customer.engagement,customer.arr,customer.needed_by,answer.users_full,answer.repos_full,answer.hosting_provider",
            i => $"k-{i},Model Customer {i},new-production,250000,2027-03-01,{300 + (i % 20_000)},{1_000 + (i % 30_000)},{(i % 2 == 0 ? "aws" : "azure")}");

        var dry = await TimedAsync("requests checked", () => _office.Get<RequestsImport>().RunAsync(file, ImportFormat.Csv, ImportMode.DryRun, Office.Ce));
        Assert.Equal((Lines, 0), (dry.Good, dry.Faults.Count));
        var stored = await TimedAsync("requests checked and filed", () => _office.Get<RequestsImport>().RunAsync(file, ImportFormat.Csv, ImportMode.AllOrNothing, Office.Ce));

        Assert.Equal((Lines, true), (stored.Filed.Count, stored.IsStored));
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        Assert.Equal(Lines, await db.Requests.CountAsync());
        Assert.False(await db.UnfinishedImports.AnyAsync() || await db.UnfinishedImportPieces.AnyAsync());
        var again = await TimedAsync("the same requests again", () => _office.Get<RequestsImport>().RunAsync(file, ImportFormat.Csv, ImportMode.AllOrNothing, Office.Ce));
        Assert.Equal((0, Lines), (again.Filed.Count, again.Skipped.Count));
    }

    [Fact]
    public async Task Readings_are_checked_and_then_recorded_every_one()
    {
        var accounts = Math.Min(Lines, 2_000);
        await _office.Get<RequestStore>().AddAsync(Account.Live("Model", Account.Start.AddHours(-1)).Request, Guid.NewGuid());
        await Crowd.MultiplyAsync(_office, accounts);
        await using var file = await FileAsync("request,date,users,repositories,source",
            i => $"DR-{5001 + (i % accounts)},{new DateOnly(2026, 11, 1).AddDays(-(i / accounts)):yyyy-MM-dd},{8_000 + (i % 500)},30000,Licence report");
        var (lines, wrong) = ReadingsFile.Read(file, ImportFormat.Csv);

        var dry = await TimedAsync("readings checked", () => _office.Get<ReadingsImport>().RunAsync(lines, wrong, ImportMode.DryRun, Office.Tam, Sight.Everything));
        Assert.Equal((Lines, 0), (dry.Recorded, dry.Faults.Count));
        var stored = await TimedAsync("readings checked and recorded", () => _office.Get<ReadingsImport>().RunAsync(lines, wrong, ImportMode.AllOrNothing, Office.Tam, Sight.Everything));

        Assert.Equal((Lines, 0, true), (stored.Recorded, stored.Faults.Count, stored.IsStored));
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        Assert.False(await db.UnfinishedImports.AnyAsync() || await db.UnfinishedImportPieces.AnyAsync());
    }

    private async Task<T> TimedAsync<T>(string what, Func<Task<T>> run)
    {
        var clock = Stopwatch.StartNew();
        var result = await run();
        var load = (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Lines:N0} {what}: {clock.Elapsed.TotalSeconds:N2} s, load {load}"));
        return result;
    }

    private static async Task<Stream> FileAsync(string head, Func<int, string> line)
    {
        var file = new MemoryStream();
        await using var writer = new StreamWriter(file, leaveOpen: true);
        await writer.WriteLineAsync(head);
        for (var i = 0; i < Lines; i++) await writer.WriteLineAsync(line(i));
        return file;
    }
}
