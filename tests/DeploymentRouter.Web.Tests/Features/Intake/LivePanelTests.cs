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
        var ruledOut = panel.QuerySelectorAll(".gone > li")[1];
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
    public async Task It_says_for_each_that_is_out_what_would_let_it_in_and_whose_choice_that_is()
    {
        var id = await _room.DraftAsync([.. EuropeanInsurer.Fields, ("customer_waits_for_cloud", "no")]);

        var ruledOut = _room.Open(id, "cloud-fit").FindAll(".gone > li");

        Assert.Contains("Cloud becomes possible if the customer waits for Cloud.", ruledOut[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("The customer’s choice: The customer waits until Cloud has built it", ruledOut[0].QuerySelector(".whose")!.TextContent);
        Assert.Equal($"/intake/{id}/waiting-for-cloud#answer-customer_waits_for_cloud", ruledOut[0].QuerySelector(".whose a")!.GetAttribute("href"));
        Assert.Equal("Another way to Jointly Managed", ruledOut[1].QuerySelector("summary")!.TextContent.Trim());
        Assert.Contains("if the customer insists on their own base image.", ruledOut[1].QuerySelector(".rest li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No change of changeable answers leads to One-Click Into Jointly Managed.", ruledOut[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_it_is_settled_it_says_which_answers_carry_it()
    {
        var id = await _room.DraftAsync([.. EuropeanInsurer.Fields, ("customer_waits_for_cloud", "no")]);

        var panel = _room.Open(id, "cloud-fit").Find(".live");

        Assert.Matches("^[0-9]+ answers carry it$", panel.QuerySelectorAll("h3")[1].TextContent);
        var first = panel.QuerySelector(".carry")!;
        Assert.Contains("There will be 14,500 users at full roll-out", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("become possible if there will be more than 20,000 users", first.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/intake/{id}/size#answer-users_full", first.QuerySelector("a")!.GetAttribute("href"));
        Assert.NotEmpty(panel.QuerySelectorAll("details.rest .carry"));
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
