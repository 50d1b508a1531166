using AngleSharp.Dom;
using Bunit;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Requests.Detail;
using Microsoft.Extensions.DependencyInjection;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Requests;

/// <summary>The form and the exit criteria of a stage, and the way to what they lack.</summary>
public sealed class StageFormTests : RequestRoom
{
    [Fact]
    public async Task A_stage_form_names_what_is_wrong_saves_the_rest_and_then_offers_the_act()
    {
        var page = await OpenAsync(Filed(JointAnswers), Wren);
        Assert.Contains("Fill in first: Opportunity", page.Find(".work").TextContent, StringComparison.Ordinal);
        await page.Find("#field-opportunity_link").ChangeAsync("crm.example");
        await Button(page, "Save the form").ClickAsync();
        Assert.Equal("Opportunity: write a whole address that begins with https://.", page.Find("#field-opportunity_link-error").TextContent);
        Assert.Equal("#field-opportunity_link", page.Find(".errors a").GetAttribute("href"));

        await page.Find("#field-opportunity_link").ChangeAsync("https://crm.example/1");
        await page.Find("#field-tdd_link").ChangeAsync("https://docs.example/tdd");
        await page.Find("#field-expected_deployment_type").ChangeAsync("kubernetes");
        await page.Find("#field-expected_hosting_provider").ChangeAsync("aws");
        await Button(page, "Save the form").ClickAsync();

        Assert.Empty(page.FindAll(".errors"));
        Assert.Equal("Send to IE for qualification", page.Find(".work .btn.primary").TextContent);
    }

    [Fact]
    public async Task Whoever_finishes_a_stage_is_led_to_what_it_lacks_and_what_was_typed_goes_along()
    {
        var page = await OpenAsync(Filed(JointAnswers), Wren);
        await page.Find("#field-opportunity_link").ChangeAsync("https://crm.example/1");
        await Button(page, "Send to IE for qualification").ClickAsync();

        Assert.Equal("3 things are missing before this is done", page.Find(".errors h2").TextContent);
        Assert.Equal(
            ["#field-tdd_link", "#field-expected_deployment_type", "#field-expected_hosting_provider"],
            page.FindAll(".errors a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Technical design document: fill it in", page.Find("#field-tdd_link-error").TextContent);
        Assert.Equal("https://crm.example/1", page.Find("#field-opportunity_link").GetAttribute("value"));

        await page.Find("#field-tdd_link").ChangeAsync("https://docs.example/tdd");
        await page.Find("#field-expected_deployment_type").ChangeAsync("kubernetes");
        await page.Find("#field-expected_hosting_provider").ChangeAsync("aws");
        await Button(page, "Send to IE for qualification").ClickAsync();

        Assert.Contains("Qualification", page.Find(".facts").TextContent, StringComparison.Ordinal);
        var request = (await Store.FindAsync(1001))!;
        Assert.Equal("https://docs.example/tdd", request.Form["tdd_link"]);
        Assert.Empty(await Services.GetRequiredService<UnsentTexts>().OfAsync(Wren.Id, request.Id));
    }

    [Fact]
    public async Task What_is_wrong_in_the_form_keeps_a_stage_from_being_finished_and_is_kept_itself()
    {
        var page = await OpenAsync(Filed(JointAnswers).FillsForm(Wren), Wren);
        await page.Find("#field-complexity_flags").ChangeAsync("many");
        await Button(page, "Send to IE for qualification").ClickAsync();

        Assert.Contains("Complexity flags: write a whole number", page.Find(".errors a").TextContent, StringComparison.Ordinal);
        Assert.Contains("IE request", page.Find(".facts").TextContent, StringComparison.Ordinal);
        var again = Render<RequestPage>(p => p.Add(x => x.Number, 1001));
        Assert.Equal("many", again.Find("#field-complexity_flags").GetAttribute("value"));
    }

    [Fact]
    public async Task A_stage_without_a_form_leads_to_the_criteria_that_are_open()
    {
        var page = await OpenAsync(InQualification().Does((r, now) => r.Complete(Bram, now)), Bram);
        await page.FindAll(".work input[type=checkbox]")[0].ChangeAsync(true);
        await Button(page, "Kick-off is done").ClickAsync();

        Assert.Equal(["#tick-walk_through", "#tick-introductions"], page.FindAll(".work .errors a").Select(link => link.GetAttribute("href")));
        Assert.NotNull(page.Find("#tick-walk_through"));
        await page.FindAll(".work input[type=checkbox]")[1].ChangeAsync(true);
        Assert.Empty(page.FindAll(".errors"));
    }

    [Fact]
    public async Task A_team_answers_its_open_question_and_the_request_goes_on()
    {
        var page = await OpenAsync(Filed(UndecidedAnswers), Skye);
        await Button(page, "Answer the open question").ClickAsync();
        await Dialogs.FindAll("input[type=radio]")[2].ChangeAsync("on");
        await DialogButton("Save the answer").ClickAsync();

        var request = (await Store.FindAsync(1001))!;
        Assert.Equal("jointly-managed", request.StrategyId);
        Assert.Contains("IE request", page.Find(".facts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticking_the_last_criterion_offers_the_act()
    {
        var page = await OpenAsync(InQualification().Does((r, now) => r.Complete(Bram, now)), Bram);
        Assert.Contains("Not done yet:", page.Find(".work").TextContent, StringComparison.Ordinal);
        for (var i = 0; i < 3; i++) await page.FindAll(".work input[type=checkbox]")[i].ChangeAsync(true);

        Assert.Equal("Kick-off is done", page.Find(".work .btn.primary").TextContent);
        Assert.Contains("3 of 3", page.Find(".work").TextContent, StringComparison.Ordinal);
    }
}
