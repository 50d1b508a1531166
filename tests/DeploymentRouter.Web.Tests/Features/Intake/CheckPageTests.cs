using Bunit;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Web.Features.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Features.Intake;

public sealed class CheckPageTests : IAsyncLifetime
{
    private readonly IntakeRoom _room = new();

    public Task InitializeAsync() => _room.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_room).DisposeAsync();

    [Fact]
    public async Task It_shows_what_is_sent_and_each_line_leads_to_its_field_and_back()
    {
        var page = await CheckAsync(EuropeanInsurer.Fields);

        Assert.Equal("SOC 2, ISO 27001 | ISO 27001 brings in the Cloud team", Line(page, "Certifications required"));
        Assert.Equal("We don’t know yet | Does not change the outcome", Line(page, "Audit logging and e-discovery as they are"));
        Assert.Equal("Cloud answers it after you send | The outcome hinges on it", Line(page, "The Cloud team’s verdict"));
        var link = page.FindAll("dl > div").First(row => row.TextContent.Contains("Where the data must stay", StringComparison.Ordinal)).QuerySelector("a")!;
        Assert.EndsWith("/cloud-fit?from=check#answer-hosting_region", link.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_of_an_abandoned_branch_are_kept_and_shown_as_not_used()
    {
        var page = await CheckAsync([.. EuropeanInsurer.Fields, ("wants_production_quickly", "yes"), ("users_initial", "3,000")]);

        var kept = page.Find(".unused").TextContent;
        Assert.Contains("Production wanted quickly", kept, StringComparison.Ordinal);
        Assert.Contains("3,000", kept, StringComparison.Ordinal);
        Assert.Contains("Not asked: 14,500 users and 62,000 repositories fit in One-Click", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("Initial roll-out", page.FindAll(".ans h2").Select(h2 => h2.TextContent));
        Assert.Contains("2 answers open, 2 kept and not used, 13 used.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_names_the_act()
    {
        Assert.Equal("Send: 2 answers stay open", Act(await CheckAsync(EuropeanInsurer.Fields)));
        Assert.Equal("Send to Cloud for a verdict", Act(await CheckAsync(EuropeanInsurer.Waiting)));
        Assert.Equal("Start: Build production", Act(await CheckAsync(EuropeanInsurer.Decided)));
    }

    [Fact]
    public async Task It_says_what_each_answer_of_the_other_team_would_bring()
    {
        var panel = (await CheckAsync(EuropeanInsurer.Waiting)).Find("aside");

        Assert.Contains("Cloud or One-Click", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("One answer decides, and it belongs to Cloud: will Cloud support what the customer requires?", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("Supported or Will be built: Cloud, waiting on Cloud.", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("Will not be built: One-Click.", panel.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_it_is_settled_it_says_what_would_change_it()
    {
        var panel = (await CheckAsync(EuropeanInsurer.Decided)).Find("aside");

        Assert.Contains("Cloud is not an option; One-Click, the preferred on-prem method, carries everyone.", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("Cloud becomes possible if the customer waits for Cloud.", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("?from=check#answer-customer_waits_for_cloud", panel.QuerySelector(".changes a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_here_last_is_no_change_of_another_tab()
    {
        var id = await _room.DraftAsync(EuropeanInsurer.Decided);
        var page = _room.Open(id);
        await page.Find("#customer-notes").InputAsync("Typed a moment ago.");
        page.Render(p => p.Add(x => x.Step, IntakeLinks.CheckStep));

        await page.Find(".send .btn").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Matches("/requests/[0-9]+$", _room.Navigation.Uri));
    }

    [Fact]
    public async Task Flags_are_information()
    {
        var page = await CheckAsync(
        [
            .. EuropeanInsurer.Customer, ("users_full", "14,500"), ("repos_full", "1"), ("required_certifications", "-"), ("admin_access_ok", "yes"),
            ("audit_logging_ok", "yes"), ("other_cloud_blockers", "no"), ("hosting_region", "us"), ("code_host_types", "github"), ("code_host_reachability", "public"),
        ]);

        Assert.Equal("Start: Managed Instance Request", Act(page));
        Assert.Contains("Tech review: scale", page.Find("aside").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_cannot_be_sent_without_a_name_and_the_kind_of_work_and_says_so_on_sending()
    {
        var page = await CheckAsync(("users_full", "10"));
        Assert.Empty(page.FindAll(".errors"));

        await SendAsync(page);

        Assert.Equal(["Enter the customer’s name", "Choose what kind of work it is"], page.FindAll(".errors a").Select(a => a.TextContent));
        Assert.Equal(0, await RequestsAsync());
    }

    [Fact]
    public async Task A_double_click_opens_one_request_and_goes_there()
    {
        var page = await CheckAsync(EuropeanInsurer.Waiting);

        await Task.WhenAll(SendAsync(page), SendAsync(page));

        page.WaitForAssertion(() => Assert.EndsWith("/requests/1001", _room.Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal(1, await RequestsAsync());
    }

    [Fact]
    public async Task A_draft_sent_in_one_tab_says_so_in_the_other()
    {
        var id = await _room.DraftAsync(EuropeanInsurer.Waiting);
        var (here, there) = (_room.Open(id, "check"), _room.Open(id, "check"));

        await SendAsync(here);

        here.WaitForAssertion(() => Assert.EndsWith("/requests/1001", _room.Navigation.Uri, StringComparison.Ordinal));
        there.WaitForAssertion(() => Assert.Equal("This draft is DR-1001 now", there.Find("h1").TextContent));
        Assert.Equal(1, await RequestsAsync());
    }

    [Fact]
    public async Task What_is_sent_is_what_was_shown()
    {
        await SendAsync(await CheckAsync([.. EuropeanInsurer.Waiting, ("note.customer_waits_for_cloud", "Confirmed by their platform lead"), ("customer.arr", "$120,000")]));

        var request = await _room.Services.GetRequiredService<Persistence.Requests.RequestStore>().FindAsync(1001);
        Assert.Equal(("Moss & Lantern Insurance", Engagement.NewProduction, 120_000m), (request!.Customer.Name, request.Customer.Engagement, request.Customer.ArrUsd));
        Assert.Equal(RequestState.NeedsInformation, request.State);
        Assert.Equal("cloud", request.OwnerTeamId);
        Assert.Equal("Confirmed by their platform lead", request.AnswerNotes["customer_waits_for_cloud"]);
        Assert.Equal(["cloud_team_verdict"], request.Decision.OpenQuestions);
    }

    [Fact]
    public async Task A_look_alike_must_be_told_apart_before_sending()
    {
        await SendAsync(await CheckAsync(EuropeanInsurer.Waiting));
        var page = await CheckAsync([.. EuropeanInsurer.Waiting, ("customer.name", "Moss and Lantern Insurance Ltd")]);

        Assert.Contains("DR-1001 for Moss & Lantern Insurance: the name differs only in its legal form, accents or punctuation.", Text(page.Find(".banner.warn")), StringComparison.Ordinal);
        await SendAsync(page);
        Assert.Equal("Say that this is a different deployment, or go on with DR-1001", Assert.Single(page.FindAll(".errors a")).TextContent);
        Assert.Equal(1, await RequestsAsync());

        await page.Find("#check-different_from").ChangeAsync(true);
        await SendAsync(page);
        Assert.Equal(2, await RequestsAsync());
    }

    private async Task<IRenderedComponent<IntakePage>> CheckAsync(params (string Key, string Text)[] fields) =>
        _room.Open(await _room.DraftAsync(fields), "check");

    private async Task<int> RequestsAsync()
    {
        await using var db = await _room.Services.GetRequiredService<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        return await db.Requests.CountAsync();
    }

    private static Task SendAsync(IRenderedComponent<IntakePage> page) => page.Find(".send .btn").ClickAsync(new());

    private static string Act(IRenderedComponent<IntakePage> page) => page.Find(".send .btn").TextContent.Trim();

    private static string Line(IRenderedComponent<IntakePage> page, string label) =>
        string.Join(" | ", page.FindAll("dl > div").First(row => row.QuerySelector("dt")!.TextContent == label).QuerySelector("dd")!.Children.Select(Text));

    private static string Text(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
