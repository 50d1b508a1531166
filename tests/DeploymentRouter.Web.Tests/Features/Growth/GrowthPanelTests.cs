using Bunit;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Features.Requests.Detail;
using DeploymentRouter.Web.Tests.Features.Requests;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Growth;

public sealed class GrowthPanelTests : RequestRoom
{
    [Fact]
    public async Task Before_the_first_reading_the_TAM_is_asked_for_one()
    {
        var page = await OpenAccountAsync(Live());
        Assert.Contains("Nothing was read yet", page.Find("#growth").TextContent, StringComparison.Ordinal);
        Assert.Contains("Reading overdue: none was taken yet.", page.Find("#growth").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#growth svg.plot"));
        Assert.Contains("Record a growth reading first", page.Find(".work").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_is_recorded_from_the_form_and_drawn()
    {
        var page = await OpenAccountAsync(Live());
        Type(page, "reading-users", "18,400");
        Type(page, "reading-repositories", "66000");
        Type(page, "reading-source", "Licence report");
        await page.Find("#growth form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("18,400 of 20,000 users are 92", page.Find("#growth").TextContent, StringComparison.Ordinal));
        Assert.Equal("Red", page.Find("#growth .state").TextContent);
        Assert.Equal("Users and repositories of Pinwheel Aerospace against their limits", page.Find("#growth svg.plot title").TextContent);
        Assert.Equal("", page.Find("#reading-users").GetAttribute("value"));
        Assert.Equal("Licence report", page.Find("#reading-source").GetAttribute("value"));
        Assert.Equal("/requests/1001/engage", page.Find(".work .primary").GetAttribute("href"));
    }

    [Fact]
    public async Task A_declined_engagement_offers_the_way_back_to_the_watch()
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["opportunity_link"] = "https://crm.example/1",
            ["tdd_link"] = "https://docs.example/tdd",
            ["expected_deployment_type"] = "kubernetes",
            ["expected_hosting_provider"] = "aws",
        };
        var changed = new Dictionary<string, Answer>(StringComparer.Ordinal) { ["users_full"] = new NumberAnswer(32_000), ["repos_full"] = new NumberAnswer(90_000) };
        var page = await OpenAccountAsync(Live().Does((r, now) => r.RecordReading(new DateOnly(2026, 11, 1), 19_100, 66_000, "Licence report", Hazel, now))
            .Does((r, now) => r.Engage(new(form, [], changed), Hazel, now))
            .Does((r, now) => r.Decline(Playbook.DeclineReasons[0].Id, "Not before spring.", Bram, now)));
        await page.FindAll("button").Single(button => button.TextContent.Trim() == "Back to Live").ClickAsync(new());
        var request = (await Store.FindAsync(1001))!;
        Assert.Equal(("live", "one-click", "tam"), (request.Current.Stage.Id, request.StrategyId, request.OwnerTeamId));
        page.WaitForAssertion(() => Assert.DoesNotContain("Back to Live", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_nothing_is_recorded()
    {
        var page = await OpenAccountAsync(Live());
        Type(page, "reading-users", "many");
        Type(page, "reading-on", "2026-11-25");
        await page.Find("#growth form").SubmitAsync();
        var errors = page.FindAll("#growth .errors a").Select(link => link.TextContent).ToList();
        Assert.Equal(4, errors.Count);
        Assert.Equal("Users: write a whole number from 0 to 1,000,000.", errors[0]);
        Assert.Contains("has not come yet", errors[2], StringComparison.Ordinal);
        Assert.Empty((await Store.FindAsync(1001))!.Readings);
    }

    [Fact]
    public async Task A_wrong_reading_is_withdrawn_with_a_reason_and_stays_in_the_table()
    {
        var page = await OpenAccountAsync(Live().Does((r, now) => r.RecordReading(new DateOnly(2026, 11, 1), 184_000, 66_000, "Licence report", Hazel, now)));
        Assert.Equal("Over the limit", page.Find("#growth .state").TextContent);
        await page.Find("#growth td .btn").ClickAsync(new());
        Dialogs.WaitForElement("#act-reason").Input("A nought too many.");
        await Dialogs.Find(".primary").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("Withdrawn by Hazel Evergreen: A nought too many.", page.Find("#growth tr.gone").TextContent, StringComparison.Ordinal));
        Assert.Equal("No reading yet", page.Find("#growth .state").TextContent);
    }

    [Fact]
    public async Task Another_team_reads_it_and_is_told_who_records()
    {
        var page = await OpenAccountAsync(Live().Does((r, now) => r.RecordReading(new DateOnly(2026, 11, 1), 8_000, 6_000, "Licence report", Hazel, now)), Wren);
        Assert.Empty(page.FindAll("#growth form, #growth td .btn"));
        Assert.Contains("Live belongs to TAM", page.Find("#growth").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_not_watched_has_no_growth() =>
        Assert.Empty((await OpenAccountAsync(InQualification())).FindAll("#growth"));

    private async Task<IRenderedComponent<RequestPage>> OpenAccountAsync(RequestWalk walk, Core.People.Person? by = null)
    {
        SignIn(by ?? Hazel);
        await StoreAsync(walk);
        return Render<RequestPage>(page => page.Add(p => p.Number, 1001));
    }

    private static void Type(IRenderedComponent<RequestPage> page, string id, string text) => page.Find($"#{id}").Change(text);
}
