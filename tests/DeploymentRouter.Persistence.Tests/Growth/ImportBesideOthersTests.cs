using System.Diagnostics;
using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Importing;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Tests.Queues;
using Xunit.Abstractions;

namespace DeploymentRouter.Persistence.Tests.Growth;

/// <summary>A large file is stored in parts: others go on working, and whoever stops it in between loses nothing by trying again.</summary>
[Collection(nameof(RadarTimeTests))]
public sealed class ImportBesideOthersTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Accounts = 2_000;
    private readonly Office _office = new();

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        await _office.Get<RequestStore>().AddAsync(Account.Live("Model", Account.Start.AddHours(-1)).Request, Guid.NewGuid());
        await Crowd.MultiplyAsync(_office, Accounts);
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Others_write_while_two_thousand_readings_are_imported()
    {
        var (started, waits) = (new TaskCompletionSource(), new List<double>());
        _office.Get<RequestFeed>().Changed += _ => started.TrySetResult();
        var whole = Stopwatch.StartNew();
        var import = Task.Run(() => ImportAsync());
        await started.Task;
        var other = (await _office.Get<RequestStore>().FindAsync(1001))!;
        while (!import.IsCompleted)
        {
            Assert.Null(other.Comment("Meanwhile.", Office.Ce, Account.Start).Refusal);
            var clock = Stopwatch.StartNew();
            Assert.True(await _office.Get<RequestStore>().SaveAsync(other));
            waits.Add(clock.Elapsed.TotalMilliseconds);
            await Task.Delay(20);
        }

        Assert.Equal((Accounts, true), ((await import).Recorded, (await import).IsStored));
        waits.Sort();
        output.WriteLine($"{Accounts:N0} readings in {whole.Elapsed.TotalSeconds:N1} s; {waits.Count} writes of others meanwhile, median {waits[waits.Count / 2]:N0} ms, longest {waits[^1]:N0} ms");
        Assert.True(waits.Count >= 5, $"Only {waits.Count} others wrote.");
        Assert.True(waits[waits.Count / 2] < 200, $"{waits[waits.Count / 2]:N0} ms");
    }

    [Fact]
    public async Task A_hundred_thousand_readings_are_checked_and_nothing_is_stored()
    {
        const int days = 50;
        using var file = new MemoryStream();
        await using (var writer = new StreamWriter(file, leaveOpen: true))
        {
            await writer.WriteLineAsync("request,date,users,repositories,source");
            for (var day = 0; day < days; day++)
            {
                for (var number = 5001; number < 5001 + Accounts; number++)
                    await writer.WriteLineAsync($"DR-{number},{new DateOnly(2026, 9, 1).AddDays(day):yyyy-MM-dd},{8_000 + day},30000,Licence report");
            }
        }

        var clock = Stopwatch.StartNew();
        var (lines, wrong) = ReadingsFile.Read(file, ImportFormat.Csv);
        var report = await _office.Get<ReadingsImport>().RunAsync(lines, wrong, ImportMode.DryRun, Office.Tam, Core.People.Sight.Everything);
        output.WriteLine($"{lines.Count:N0} readings of {Accounts:N0} accounts checked in {clock.Elapsed.TotalSeconds:N1} s");
        Assert.Equal((days * Accounts, Accounts, 0, false), (report.Recorded, report.Requests, report.Faults.Count, report.IsStored));
    }

    [Fact]
    public async Task Once_storing_begins_nobody_who_goes_away_stops_it()
    {
        using var gone = new CancellationTokenSource();
        var stored = 0;
        _office.Get<RequestFeed>().Changed += _ =>
        {
            if (++stored == 10) gone.Cancel();
        };
        Assert.Equal((Accounts, true), (await ImportAsync(gone.Token)) is var report ? (report.Recorded, report.IsStored) : default);
        Assert.Equal((0, Accounts), (await ImportAsync()) is var again ? (again.Recorded, again.Skipped.Count) : default);
    }

    [Fact]
    public async Task What_others_change_meanwhile_stops_its_own_line_alone()
    {
        var store = _office.Get<RequestStore>();
        var changed = false;
        _office.Get<RequestFeed>().Changed += _ =>
        {
            if (changed) return;
            changed = true;
            Task.WaitAll(
                Task.Run(() => WriteAsync(5000 + Accounts, r => Reads(r, 9_001))),
                Task.Run(() => WriteAsync(4999 + Accounts, r => Reads(r, 9_000))),
                Task.Run(() => WriteAsync(4998 + Accounts, r => r.Comment("Meanwhile.", Office.Ce, Account.Start))));
        };
        var report = await ImportAsync();
        Assert.Equal(Accounts + 1, Assert.Single(report.Faults).Line);
        Assert.Equal(Accounts, Assert.Single(report.Skipped).Line);
        Assert.Equal((Accounts - 2, true), (report.Recorded, report.IsStored));
        Assert.Single((await store.FindAsync(4998 + Accounts))!.Readings);

        async Task WriteAsync(int number, Func<Core.Requests.Request, Core.Requests.Outcome> act)
        {
            var request = (await store.FindAsync(number))!;
            Assert.Null(act(request).Refusal);
            Assert.True(await store.SaveAsync(request));
        }
    }

    private static Core.Requests.Outcome Reads(Core.Requests.Request request, int users) =>
        request.RecordReading(new DateOnly(2026, 11, 1), users, 30_000, "Licence report", Office.Tam, Account.Start);

    private Task<ImportReport> ImportAsync(CancellationToken cancel = default) => _office.Get<ReadingsImport>().RunAsync(
        "request,date,users,repositories,source\n" + string.Concat(Enumerable.Range(5001, Accounts).Select(number => $"DR-{number},2026-11-01,9000,30000,Licence report\n")),
        dryRun: false,
        Office.Tam,
        cancel);
}
