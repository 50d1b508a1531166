using DeploymentRouter.Persistence.Queues;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Queues;

public sealed class PinAndBandwidthTests : IAsyncLifetime
{
    private readonly Office _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task What_is_pinned_comes_first_and_keeps_its_points()
    {
        await _office.InQualificationAsync("Rich", revenue: "full");
        var poor = await _office.InQualificationAsync("Poor");
        poor = await _office.DoAsync(poor, (r, now) => r.PinFirst("Their board meets on Friday.", Ie, now));

        var lines = (await ListAsync()).Lines;
        Assert.Equal(["Poor", "Rich"], lines.Select(line => line.CustomerName));
        Assert.Equal([5, 30], lines.Select(line => line.Priority));
        Assert.Equal(("Their board meets on Friday.", "Bram"), (lines[0].PinReason, lines[0].PinnedByName));
        Assert.NotNull(lines[0].PinnedAt);

        await _office.DoAsync(poor, (r, now) => r.Unpin(OtherIe, now));
        Assert.Equal(["Rich", "Poor"], (await ListAsync()).Lines.Select(line => line.CustomerName));
    }

    [Fact]
    public async Task Nobody_has_said_how_much_a_team_can_take_until_somebody_does()
    {
        Assert.Null((await ListAsync()).Cut);
        Assert.Null(await _office.Get<TeamBandwidths>().SetAsync("ie", 2, Ie));
        Assert.Equal("NothingChanged", (await _office.Get<TeamBandwidths>().SetAsync("ie", 2, OtherIe))?.Name);
        _office.Time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await _office.Get<TeamBandwidths>().SetAsync("ie", 5, OtherIe));

        var said = await _office.Get<TeamBandwidths>().OfAsync("ie");
        Assert.Equal([(5, "Tansy"), (2, "Bram")], said.Select(one => (one.Requests!.Value, one.ByName)));
        Assert.Equal(TimeSpan.FromDays(1), said[0].At - said[1].At);
        Assert.Equal(5, (await ListAsync()).Cut?.Bandwidth.Requests);

        Assert.Null(await _office.Get<TeamBandwidths>().SetAsync("ie", null, Ie));
        Assert.Null((await ListAsync()).Cut);
    }

    [Theory]
    [InlineData("ce", 3, "NotYourAct")]
    [InlineData("ie", -1, "BandwidthInvalid")]
    [InlineData("ie", 501, "BandwidthInvalid")]
    public async Task Only_the_team_says_it_and_only_what_makes_sense(string team, int requests, string refusal) =>
        Assert.Equal(refusal, (await _office.Get<TeamBandwidths>().SetAsync("ie", requests, team == "ie" ? Ie : Ce))?.Name);

    [Fact]
    public async Task The_cut_is_behind_what_the_team_can_take_however_the_list_is_filtered()
    {
        await _office.InQualificationAsync("Third");
        var second = await _office.InQualificationAsync("Second", revenue: "full");
        await _office.InQualificationAsync("First", users: 30_000, revenue: "full");
        await _office.DoAsync(second, (r, now) => r.Take(Ie, now));
        await _office.Get<TeamBandwidths>().SetAsync("ie", 1, Ie);

        Assert.Equal(["Second", "Third"], await BelowAsync(new QueueFilter()));
        Assert.Equal(["Third"], await BelowAsync(new QueueFilter(AssigneeId: QueueFilter.Nobody)));
        Assert.Equal(["Second"], await BelowAsync(new QueueFilter(AssigneeId: "bram")));
        Assert.Equal(3, (await ListAsync()).Cut!.Waiting);

        await _office.Get<TeamBandwidths>().SetAsync("ie", 3, Ie);
        Assert.Null((await ListAsync()).Cut!.FirstBelow);
        await _office.Get<TeamBandwidths>().SetAsync("ie", 0, Ie);
        Assert.Equal(["First", "Second", "Third"], await BelowAsync(new QueueFilter()));
    }

    private Task<QueueLines> ListAsync() => _office.Get<QueueOfTeam>().ListAsync("ie", new QueueFilter());

    private async Task<IEnumerable<string>> BelowAsync(QueueFilter filter)
    {
        var page = await _office.Get<QueueOfTeam>().ListAsync("ie", filter);
        return page.Lines.Where(page.Cut!.IsBelow).Select(line => line.CustomerName);
    }
}
