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

public sealed class RequestPageTests : RequestRoom
{
    [Fact]
    public async Task Somebody_who_only_reads_sees_everything_and_is_told_who_can_act()
    {
        var page = await OpenAsync(InQualification(), Juniper);

        Assert.Equal("Pinwheel Aerospace", page.Find("h1").TextContent);
        Assert.Contains("Deployment: neither Cloud nor One-Click is an option.", page.Find(".why").TextContent, StringComparison.Ordinal);
        Assert.Equal(6, page.FindAll(".relay > li").Count);
        Assert.Contains("Qualification belongs to IE. Ask them, or comment.", page.Find(".work").TextContent, StringComparison.Ordinal);
        Assert.Equal("Copy summary", page.Find(".btn.primary").TextContent);
        Assert.StartsWith("Pinwheel Aerospace (DR-1001) follows Jointly Managed.", page.Find("[data-copy]").GetAttribute("data-copy"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button[disabled]"));
    }

    [Fact]
    public async Task Sales_copies_three_sentences_that_stand_there_to_be_read()
    {
        var page = await OpenAsync(InQualification(), Juniper);

        var copy = page.Find("[data-copy-shown]");
        Assert.Equal(page.Find("#three-sentences").TextContent, copy.GetAttribute("data-copy"));
        Assert.StartsWith("We propose Jointly Managed Deployment: neither Cloud nor One-Click is an option. Cloud is out because ", copy.GetAttribute("data-copy"), StringComparison.Ordinal);
        Assert.Equal("polite", copy.QuerySelector("span")!.GetAttribute("aria-live"));
        Assert.Equal("Why this strategy", page.Find(".why h2").TextContent);
    }

    [Fact]
    public async Task A_reviewer_reads_the_carrying_answers_first_and_what_would_change_it()
    {
        var page = await OpenAsync(RefusedByCloud(), Bram);

        Assert.Matches("answers? carr(y|ies) it", page.Find(".why h2").TextContent);
        var ways = page.Find(".why table").TextContent;
        Assert.Contains("If the Cloud team’s verdict is Supported (our choice)", ways, StringComparison.Ordinal);
        Assert.Contains("1 other way", ways, StringComparison.Ordinal);
        Assert.Contains("No change of changeable answers leads to ", ways, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_back_is_answered_in_one_form_and_goes_back()
    {
        var page = await OpenAsync(InQualification().Does((r, now) => r.SendBack("Which cluster?", ["cluster_required"], ["tdd_link"], Bram, now)), Wren);

        Assert.Empty(page.FindAll("#stage-form"));
        Assert.Equal(["Company rule that products run on clusters"], page.FindAll("#reply legend").Select(legend => legend.TextContent));
        Assert.Equal("https://docs.example/tdd", page.Find("#reply #field-tdd_link").GetAttribute("value"));
        Assert.Contains("Answer what Bram Copperkettle asked. It goes back with your answers.", page.Find(".work").TextContent, StringComparison.Ordinal);

        await page.Find("#reply .primary").ClickAsync();
        Assert.Contains("Write what you found. The others read it.", page.Find("#reply").TextContent, StringComparison.Ordinal);
        await page.Find("#field-tdd_link").ChangeAsync("https://docs.example/second");
        await page.Find("#reply .primary").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Qualification", page.Find(".facts").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#reply"));
        Assert.Contains("Wren Lanternby answered what was asked, filled in Technical design document. It is with IE for Qualification", page.Find(".tl").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_declines_reads_beforehand_what_the_others_will_read()
    {
        var page = await OpenAsync(InQualification(), Bram);
        await Button(page, "Decline").ClickAsync();
        Assert.Contains("Declined: …", Dialogs.Find(".preview").TextContent, StringComparison.Ordinal);
        await Dialogs.Find("#act-reason").InputAsync("Too small for us.");
        await Dialogs.Find("#act-code").ChangeAsync(Playbook.DeclineReasons[1].Id);
        var preview = Dialogs.Find(".preview .banner").TextContent;
        await DialogButton("Decline").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(preview, page.Find(".banner").TextContent));
    }

    [Fact]
    public void An_unknown_number_is_a_page_that_says_so()
    {
        SignIn(Juniper);
        var page = Render<RequestPage>(p => p.Add(x => x.Number, 4711));

        Assert.Equal("There is no DR-4711", page.Find("h1").TextContent);
    }

    [Fact]
    public async Task An_act_moves_it_on_says_so_and_can_be_taken_back()
    {
        var page = await OpenAsync(InQualification(), Bram);

        await Button(page, "Qualify").ClickAsync();

        Assert.Contains("Kick-off", page.Find(".facts").TextContent, StringComparison.Ordinal);
        ToastRack.WaitForAssertion(() => Assert.Contains("You finished Qualification and passed it to IE for Kick-off.", ToastRack.Markup, StringComparison.Ordinal));

        await ToastRack.Find(".toast button").ClickAsync();
        Assert.Contains("Qualification", page.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.Contains("taken back", page.Find(".tl").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_clicks_are_one_act()
    {
        var request = await StoreAsync(InQualification());
        var open = Opened(request, Bram);

        await WhileSomebodyWritesAsync(() => [open.ChooseAsync(RequestAct.Complete), open.ChooseAsync(RequestAct.Complete)]);

        Assert.Equal("kick_off", (await Store.FindAsync(1001))!.Current.Stage.Id);
        Assert.Null(open.Problem);
    }

    [Fact]
    public async Task Quick_ticks_a_comment_and_the_act_they_allow_are_all_done()
    {
        var request = await StoreAsync(InQualification().Does((r, now) => r.Complete(Bram, now)));
        var open = Opened(request, Bram);

        await WhileSomebodyWritesAsync(() =>
        [
            .. request.Current.Stage.ExitCriteria.Select(criterion => open.DoAsync((r, now) => r.SetTick(criterion.Id, true, Bram, now), quiet: true)),
            open.CommentAsync("All three are done."),
            open.ChooseAsync(RequestAct.Complete),
        ]);

        var stored = (await Store.FindAsync(1001))!;
        Assert.Equal("project_plan", stored.Current.Stage.Id);
        Assert.Contains(stored.History, entry => entry.What is Commented);
    }

    [Fact]
    public async Task A_dialog_keeps_what_is_typed_until_it_is_right()
    {
        var page = await OpenAsync(InQualification(), Bram);
        await Button(page, "Decline").ClickAsync();
        await DialogButton("Decline").ClickAsync();
        Assert.Equal(["Choose a reason from the list.", "Write why, in words for the customer engineer and Sales."], Dialogs.FindAll(".msg").Select(m => m.TextContent));

        await Dialogs.Find("#act-reason").InputAsync("Too small for us.");
        await Dialogs.Find("#act-code").ChangeAsync(Playbook.DeclineReasons[0].Id);
        await DialogButton("Decline").ClickAsync();

        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll("[role=dialog]")));
        Assert.Contains("Too small for us.", page.Find(".banner").TextContent, StringComparison.Ordinal);
        Assert.Equal(RequestState.Declined, (await Store.FindAsync(1001))!.State);
    }

    [Fact]
    public async Task Who_was_overtaken_reads_what_changed_and_keeps_what_was_typed()
    {
        var page = await OpenAsync(InQualification(), Bram);
        await Button(page, "Send back").ClickAsync();
        await Dialogs.Find("#act-reason").InputAsync("Which cluster?");
        await ElsewhereAsync((await Store.FindAsync(1001))!, (r, now) => r.Complete(Tansy, now));

        await DialogButton("Send back").ClickAsync();

        Assert.Contains("While you looked, Tansy Ironbark finished Qualification and passed it to IE for Kick-off at 10:38 UTC.", Dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Which cluster?", Dialogs.Find("#act-reason").GetAttribute("value"));
        Assert.Contains("Kick-off", page.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.Equal("kick_off", (await Store.FindAsync(1001))!.Current.Stage.Id);
    }

    [Fact]
    public async Task What_others_do_shows_itself_and_leaves_the_typing_alone()
    {
        var page = await OpenAsync(InQualification(), Juniper);
        await page.Find("#comment").InputAsync("Can I tell them");

        await ElsewhereAsync((await Store.FindAsync(1001))!, (r, now) => r.Complete(Tansy, now));

        page.WaitForAssertion(() => Assert.Contains("Kick-off", page.Find(".facts").TextContent, StringComparison.Ordinal));
        Assert.Contains("Tansy Ironbark finished Qualification", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Can I tell them", page.Find("#comment").GetAttribute("value"));
    }

    [Fact]
    public async Task A_comment_not_sent_yet_is_there_after_a_reload_and_gone_once_it_is_sent()
    {
        var page = await OpenAsync(InQualification(), Juniper);
        await page.Find("#comment").InputAsync("Can I tell them?");
        Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Contains("Draft saved 10:38 UTC", page.Find(".write").TextContent, StringComparison.Ordinal));

        var again = Render<RequestPage>(p => p.Add(x => x.Number, 1001));
        again.WaitForAssertion(() => Assert.Equal("Can I tell them?", again.Find("#comment").GetAttribute("value")));
        await Button(again, "Add comment").ClickAsync();
        Assert.Contains("Can I tell them?", again.Find(".tl .say").TextContent, StringComparison.Ordinal);
        Assert.Empty(await Services.GetRequiredService<UnsentTexts>().OfAsync(Juniper.Id, (await Store.FindAsync(1001))!.Id));
    }

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

    [Fact]
    public async Task Following_is_remembered()
    {
        var page = await OpenAsync(InQualification(), Juniper);
        await Button(page, "Follow").ClickAsync();

        Assert.Equal("true", Button(page, "Following").GetAttribute("aria-pressed"));
        Assert.True(await Services.GetRequiredService<Following>().FollowsAsync(Juniper.Id, (await Store.FindAsync(1001))!.Id));
    }

    private async Task<IRenderedComponent<RequestPage>> OpenAsync(RequestWalk walk, Person person)
    {
        SignIn(person);
        var request = await StoreAsync(walk);
        return Render<RequestPage>(p => p.Add(x => x.Number, request.Number));
    }

    private OpenRequest Opened(Request request, Person person) =>
        new(request, person, Services.GetRequiredService<RequestDesk>(), Services.GetRequiredService<Toasts>(), Time);

    /// <summary>Does all of this at once, while the database is busy with somebody else.</summary>
    private async Task WhileSomebodyWritesAsync(Func<IReadOnlyList<Task>> acts)
    {
        var somebody = new TaskCompletionSource<bool>();
        var writing = Services.GetRequiredService<WriteGate>().RunAsync(() => somebody.Task, CancellationToken.None);
        var done = Task.WhenAll(acts());
        somebody.SetResult(true);
        await writing;
        await done;
    }

    private static IElement Button(IRenderedComponent<RequestPage> page, string label) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == label);

    private IElement DialogButton(string label)
    {
        Dialogs.WaitForElement("[role=dialog]");
        return Dialogs.FindAll(".dialog .mud-dialog-actions button").Single(button => button.TextContent == label);
    }
}
