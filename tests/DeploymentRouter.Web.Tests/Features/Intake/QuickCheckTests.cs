using Bunit;
using DeploymentRouter.Web.Features.Intake;

namespace DeploymentRouter.Web.Tests.Features.Intake;

public sealed class QuickCheckTests : IAsyncLifetime
{
    private readonly IntakeRoom _room = new();

    public Task InitializeAsync() => _room.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_room).DisposeAsync();

    [Fact]
    public async Task It_begins_with_the_most_telling_question()
    {
        _room.Render<NewQuickCheck>();
        Assert.EndsWith("/quick-check", _room.Navigation.Uri, StringComparison.Ordinal);

        Open(await _room.DraftAsync());

        Assert.EndsWith("/quick-check/code_host_reachability#answer-code_host_reachability", _room.Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_goes_into_the_draft_and_leads_to_the_next_question()
    {
        var id = await _room.DraftAsync();
        var page = Open(id, "code_host_reachability");
        Assert.Single(page.FindAll("main .q, .panel > .q"));

        await IntakeRoom.Box(page, "How can we reach the code hosts", "Not at all").ChangeAsync("unreachable");
        await GoOnAsync(page);

        Assert.Equal("unreachable", await _room.StoredAsync(id, "code_host_reachability"));
        Assert.Matches("/quick-check/(?!code_host_reachability)[a-z_]+#", _room.Navigation.Uri);
    }

    [Fact]
    public async Task Going_on_needs_an_answer_and_says_so_where_the_full_intake_says_what_is_wrong()
    {
        var page = Open(await _room.DraftAsync(), "users_full");

        await GoOnAsync(page);

        Assert.Equal("Users at full roll-out: answer it, or choose “We don’t know yet”", Assert.Single(page.FindAll(".errors a")).TextContent);
        Assert.Single(page.FindAll(".wrong .msg"));
    }

    [Fact]
    public async Task An_answer_is_checked_as_in_the_full_intake()
    {
        var page = Open(await _room.DraftAsync(("users_full", "many")), "users_full");

        await GoOnAsync(page);

        Assert.Equal("Users at full roll-out: enter a whole number from 1 to 1,000,000", Assert.Single(page.FindAll(".errors a")).TextContent);
    }

    [Fact]
    public async Task What_is_not_known_yet_is_put_off_and_comes_up_again_at_the_end_only()
    {
        var id = await _room.DraftAsync(("code_host_reachability", "?"));
        Open(id);
        Assert.DoesNotContain("code_host_reachability", _room.Navigation.Uri, StringComparison.Ordinal);

        var end = Open(await _room.DraftAsync([.. EuropeanInsurer.Fields, ("customer_waits_for_cloud", "?")]));

        Assert.Equal("2 strategies still possible", end.Find("h1").TextContent);
        Assert.Contains("What you put off and what other teams say decides between them.", end.Markup, StringComparison.Ordinal);
        Assert.EndsWith("/quick-check/customer_waits_for_cloud#answer-customer_waits_for_cloud", end.Find(".panel section li a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stops_when_the_outcome_is_settled()
    {
        var end = Open(await _room.DraftAsync(EuropeanInsurer.Decided));

        Assert.Equal("The outcome is One-Click", end.Find("h1").TextContent);
        Assert.Contains("Cloud is not an option; One-Click, the preferred on-prem method, carries everyone.", end.Find(".lede").TextContent, StringComparison.Ordinal);
        Assert.Contains("It took 15 questions. The full request asks up to 15.", end.Markup, StringComparison.Ordinal);
        Assert.Contains("They are asked when you send. The outcome stays the same whatever they say.", end.Markup, StringComparison.Ordinal);
        Assert.Contains("Cloud answers Will Cloud support what the customer requires?", Words(end, ".panel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stops_when_only_other_teams_are_left_and_names_them()
    {
        var end = Open(await _room.DraftAsync(EuropeanInsurer.Waiting));

        Assert.Contains("You have nothing more to answer now. What other teams say comes next.", end.Markup, StringComparison.Ordinal);
        Assert.Contains("Cloud answers Will Cloud support what the customer requires?", Words(end, ".panel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_hangs_on_another_teams_answer_was_not_put_off_and_can_be_answered_ahead()
    {
        var end = Open(await _room.DraftAsync(
            ("code_host_reachability", "public"), ("code_host_types", "github"), ("hosting_region", "us"), ("required_certifications", "hipaa"), ("users_full", "900"), ("repos_full", "2,000")));

        Assert.DoesNotContain("What you put off", end.Markup, StringComparison.Ordinal);
        var later = end.FindAll(".panel section").Single(section => section.TextContent.StartsWith("What may be asked of you then", StringComparison.Ordinal));
        Assert.Contains("Where would it run?", later.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/quick-check/hosting_provider#answer-hosting_provider", later.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_leads_through_the_questions_as_they_were_answered()
    {
        var id = await _room.DraftAsync(("code_host_reachability", "unreachable"), ("hosting_provider", "aws"), ("users_full", "?"));

        Assert.Empty(Open(id, "code_host_reachability").FindAll(".foot a.btn:not(.quiet)"));
        Assert.Contains("/quick-check/hosting_provider#", Open(id, "users_full").Find(".foot a.btn").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("/quick-check/users_full#", Open(id, "cluster_required").Find(".foot a.btn").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cloud_team_verdict")]
    [InlineData("wants_production_quickly")]
    public async Task A_question_that_is_not_asked_here_leads_to_where_it_stands(string questionId)
    {
        var id = await _room.DraftAsync(EuropeanInsurer.Decided);

        Open(id, questionId);

        Assert.EndsWith($"/intake/{id}/quick-check", _room.Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_of_the_panel_stay_in_the_quick_check()
    {
        var id = await _room.DraftAsync(EuropeanInsurer.Fields);

        var panel = Open(id, "customer_waits_for_cloud").Find(".live");

        Assert.All(panel.QuerySelectorAll("a"), a => Assert.StartsWith($"/intake/{id}/quick-check/", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    private static string Words(IRenderedComponent<IntakePage> page, string selector) =>
        string.Join(' ', page.Find(selector).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Task GoOnAsync(IRenderedComponent<IntakePage> page) => page.Find(".foot .btn.primary").ClickAsync(new());

    private IRenderedComponent<IntakePage> Open(Guid id) => _room.Open(id, IntakeLinks.QuickStep);

    private IRenderedComponent<IntakePage> Open(Guid id, string questionId)
    {
        _room.Navigation.NavigateTo(new IntakeLinks(id).Quick(questionId));
        var page = _room.Render<IntakePage>(p => p.Add(x => x.DraftId, id).Add(x => x.Step, IntakeLinks.QuickStep).Add(x => x.QuestionId, questionId));
        page.WaitForState(() => page.FindAll(".wait").Count == 0);
        return page;
    }
}
