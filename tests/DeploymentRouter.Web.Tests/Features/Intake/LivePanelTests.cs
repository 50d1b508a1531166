using Bunit;

namespace DeploymentRouter.Web.Tests.Features.Intake;

public sealed class LivePanelTests : IAsyncLifetime
{
    private readonly IntakeRoom _room = new();

    public Task InitializeAsync() => _room.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_room).DisposeAsync();

    [Fact]
    public async Task It_says_what_is_possible_what_matters_and_what_is_out()
    {
        var id = await _room.DraftAsync(EuropeanInsurer.Fields);

        var panel = _room.Open(id, "cloud-fit").Find(".live");

        Assert.Equal(["Cloud, waiting on Cloud", "One-Click"], panel.QuerySelectorAll("section:nth-of-type(1) b").Select(b => b.TextContent));
        Assert.Contains("2 answers still matter", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("Goes into their queue when you send.", panel.QuerySelectorAll(".ask")[0].TextContent, StringComparison.Ordinal);
        Assert.Equal($"/intake/{id}/waiting-for-cloud#answer-customer_waits_for_cloud", panel.QuerySelectorAll(".ask")[1].QuerySelector("a")!.GetAttribute("href"));
        var ruledOut = panel.QuerySelectorAll(".gone li")[1];
        Assert.Contains("because 14,500 users and 62,000 repositories fit in One-Click", ruledOut.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/intake/{id}/size#answer-users_full", ruledOut.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("13 of 15 answered", panel.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_follows_each_answer_and_says_so_once()
    {
        var id = await _room.DraftAsync(EuropeanInsurer.Fields);
        var page = _room.Open(id, "waiting-for-cloud");
        Assert.Equal("2 strategies still possible. 2 answers still matter.", page.Find("[role=status]").TextContent);

        await IntakeRoom.Box(page, "Will the customer wait until Cloud has built it?", "No").ChangeAsync("no");

        page.WaitForAssertion(() => Assert.Equal("One-Click is the outcome. No open answer matters any more.", page.Find("[role=status]").TextContent));
        Assert.Single(page.FindAll("[role=status]"));
        Assert.Contains("Outcome", page.Find(".live h3").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_follows_a_number_while_it_is_typed()
    {
        var id = await _room.DraftAsync();
        var page = _room.Open(id, "size");

        await page.Find("#answer-users_full").InputAsync("20,001");

        page.WaitForAssertion(() => Assert.Contains("20,001", page.Find(".gone").TextContent, StringComparison.Ordinal));
        Assert.Null(await _room.StoredAsync(id, "users_full"));
        _room.Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal("20,001", _room.StoredAsync(id, "users_full").Result));
    }
}
