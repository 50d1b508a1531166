using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Tests.Queues;

namespace DeploymentRouter.Persistence.Tests.Growth;

public sealed class ReadingsImportTests : IAsyncLifetime
{
    private const string Head = "request,date,users,repositories,source\n";
    private readonly Office _office = new();

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        await _office.Get<RequestStore>().AddAsync(Account.Live("One", Account.Start.AddHours(-1)).Request, Guid.NewGuid());
        await _office.Get<RequestStore>().AddAsync(Account.Watched("Two", Account.Start.AddHours(-1)).Request, Guid.NewGuid());
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task All_readings_of_a_file_are_recorded_and_the_same_file_again_records_nothing()
    {
        const string file = Head + "DR-1001,2026-10-01,5000,20000,Licence report\n\n1002,2026-10-01,\"7,100\",31000,\"Report, monthly\"\nDR-1001,2026-11-01,5400,21000,=HYPERLINK(\"x\")\n";
        var first = await RunAsync(file.Replace("=HYPERLINK(\"x\")", "=1+1", StringComparison.Ordinal));
        Assert.Equal((3, 2, 0, 0, true), (first.Recorded, first.Requests, first.Faults.Count, first.Skipped.Count, first.IsStored));
        Assert.Equal(["Licence report", "=1+1"], (await FindAsync(1001)).Readings.Select(reading => reading.Source));
        Assert.Equal(7_100, Assert.Single((await FindAsync(1002)).Readings).Users);

        var again = await RunAsync(file.Replace("=HYPERLINK(\"x\")", "=1+1", StringComparison.Ordinal));
        Assert.Equal((0, 3, false), (again.Recorded, again.Skipped.Count, again.IsStored));
        Assert.Equal([2, 4, 5], again.Skipped.Select(skipped => skipped.Line));
    }

    [Fact]
    public async Task With_anything_wrong_nothing_is_recorded_and_every_line_says_what_to_do()
    {
        var report = await RunAsync(Head
            + "DR-1001,2026-10-01,5000,20000,Licence report\n"
            + "1,2026-10-01,1,1,x\n"
            + "DR-1002,1 Oct,many,1,\n"
            + "DR-1002,2027-10-01,1,1,x\n"
            + "DR-1001,2026-10-01,5001,20000,Licence report\n");
        Assert.Equal([3, 4, 4, 4, 5, 6], report.Faults.Select(fault => fault.Line));
        Assert.Contains("There is no DR-1. Correct the number", report.Faults[0].Text, StringComparison.Ordinal);
        Assert.Contains("has not come yet", report.Faults[4].Text, StringComparison.Ordinal);
        Assert.Contains("Withdraw it first if it is wrong", report.Faults[5].Text, StringComparison.Ordinal);
        Assert.Empty((await FindAsync(1001)).Readings);
    }

    [Theory]
    [InlineData("18,4")]
    [InlineData("20,00")]
    [InlineData("1,2345")]
    [InlineData(",200")]
    [InlineData("18400,")]
    [InlineData("1,,200")]
    [InlineData("18.4")]
    public async Task What_is_no_whole_number_is_never_taken_for_another_one(string users)
    {
        var report = await RunAsync(Head + $"DR-1001,2026-10-01,\"{users}\",20000,x\n");
        Assert.Equal("Users: write a whole number from 0 to 1,000,000.", Assert.Single(report.Faults).Text);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_stores_nothing()
    {
        var report = await _office.Get<ReadingsImport>().RunAsync(Head + "DR-1001,2026-10-01,5000,20000,x\n", dryRun: true, Office.Tam);
        Assert.Equal((1, false), (report.Recorded, report.IsStored));
        Assert.Empty((await FindAsync(1001)).Readings);
    }

    [Fact]
    public async Task A_withdrawn_reading_does_not_come_back_with_the_file()
    {
        const string file = Head + "DR-1001,2026-10-01,5000,20000,x\n";
        await RunAsync(file);
        await _office.DoAsync(await FindAsync(1001), (r, now) => r.WithdrawReading(r.Readings[0].Entry, "A slip.", Office.Tam, now));
        Assert.Equal("Was recorded and withdrawn, skipped.", Assert.Single((await RunAsync(file)).Skipped).Text);
    }

    [Theory]
    [InlineData("", "The first line names the columns")]
    [InlineData("request,date,users\n", "Missing: repositories, source.")]
    [InlineData("a file of something else", "The first line names the columns")]
    public async Task A_file_without_its_columns_says_which(string file, string expected) =>
        Assert.Contains(expected, Assert.Single((await RunAsync(file)).Faults).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task Semicolons_and_tabs_do_as_well(char delimiter) =>
        Assert.Equal(1, (await RunAsync((Head + "DR-1001,2026-10-01,5000,20000,x\n").Replace(',', delimiter))).Recorded);

    [Fact]
    public async Task Too_long_a_file_is_refused()
    {
        var rows = string.Concat(Enumerable.Range(0, ReadingsFile.MaxRows + 1).Select(i => $"DR-1001,2026-10-01,{i},1,s{i}\n"));
        Assert.Contains((await RunAsync(Head + rows)).Faults, fault => fault.Text.StartsWith("The file has more than 2,000 lines.", StringComparison.Ordinal));
        Assert.Contains("more than 1,000,000 bytes", Assert.Single((await RunAsync(new string('x', ReadingsFile.MaxBytes + 1))).Faults).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_team_is_refused() => Assert.Contains(
        "belongs to TAM", Assert.Single((await _office.Get<ReadingsImport>().RunAsync(Head + "DR-1001,2026-10-01,5000,20000,x\n", false, Office.Ce)).Faults).Text, StringComparison.Ordinal);

    private Task<ImportReport> RunAsync(string file) => _office.Get<ReadingsImport>().RunAsync(file, dryRun: false, Office.Tam);

    private async Task<Core.Requests.Request> FindAsync(int number) => (await _office.Get<RequestStore>().FindAsync(number))!;
}
