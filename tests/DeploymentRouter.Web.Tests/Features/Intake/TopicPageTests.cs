using Bunit;

namespace DeploymentRouter.Web.Tests.Features.Intake;

public sealed class TopicPageTests : IAsyncLifetime
{
    private readonly IntakeRoom _room = new();

    public Task InitializeAsync() => _room.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_room).DisposeAsync();

    [Fact]
    public async Task It_asks_only_what_is_asked()
    {
        var id = await _room.DraftAsync(EuropeanInsurer.Fields);

        Assert.Equal(
            ["Will Cloud support what the customer requires?", "Will the customer wait until Cloud has built it?"],
            Wordings(_room.Open(id, "waiting-for-cloud")));
        Assert.Empty(Wordings(_room.Open(id, "initial-roll-out")));
        Assert.DoesNotContain("Is One-Click workable under these restrictions?", Wordings(_room.Open(id, "hosting")));
    }

    [Fact]
    public async Task A_page_on_which_nothing_is_asked_says_why_and_shows_what_is_kept()
    {
        var id = await _room.DraftAsync([.. EuropeanInsurer.Fields, ("wants_production_quickly", "yes")]);

        var page = _room.Open(id, "initial-roll-out");

        Assert.Contains("14,500 users and 62,000 repositories fit in One-Click", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Contains("Production wanted quickly: Yes", page.Find(".kept").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_appears_as_soon_as_an_answer_asks_for_it()
    {
        var id = await _room.DraftAsync(EuropeanInsurer.Decided);
        var page = _room.Open(id, "hosting");

        await IntakeRoom.Box(page, "Does anything else forbid our machine image?", "Yes").ChangeAsync("yes");

        page.WaitForAssertion(() => Assert.Contains("Is One-Click workable under these restrictions?", Wordings(page)));
    }

    [Fact]
    public async Task What_may_not_be_needed_is_marked_and_can_be_answered_ahead()
    {
        var id = await _room.DraftAsync();
        var page = _room.Open(id, "hosting");

        Assert.Contains("May not be needed", page.Find(".panel").TextContent, StringComparison.OrdinalIgnoreCase);
        await IntakeRoom.Box(page, "Where would it run?", "AWS").ChangeAsync("aws");

        Assert.Equal("aws", await _room.StoredAsync(id, "hosting_provider"));
    }

    [Fact]
    public async Task Another_teams_question_cannot_be_answered_here()
    {
        var id = await _room.DraftAsync(EuropeanInsurer.Fields);

        var theirs = _room.Open(id, "waiting-for-cloud").FindAll(".q")[0];

        Assert.Empty(theirs.QuerySelectorAll("input, select, textarea"));
        Assert.Contains("goes into their queue when you send", theirs.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_and_We_dont_know_yet_stand_alone()
    {
        const string Wording = "Which certifications are a hard requirement?";
        var id = await _room.DraftAsync(("required_certifications", "pci,soc2"));
        var page = _room.Open(id, "cloud-fit");

        await IntakeRoom.Box(page, Wording, "None").ChangeAsync(true);
        page.WaitForAssertion(() => Assert.False(IntakeRoom.Box(page, Wording, "PCI").HasAttribute("checked")));
        Assert.Equal("-", await _room.StoredAsync(id, "required_certifications"));

        await IntakeRoom.Box(page, Wording, "HIPAA").ChangeAsync(true);
        Assert.Equal("hipaa", await _room.StoredAsync(id, "required_certifications"));

        await IntakeRoom.Box(page, Wording, "HIPAA").ChangeAsync(false);
        Assert.Null(await _room.StoredAsync(id, "required_certifications"));
    }

    [Fact]
    public async Task At_least_one_code_host_cannot_be_none()
    {
        var id = await _room.DraftAsync();

        var labels = _room.Open(id, "code-hosts").FindAll(".q")[0].QuerySelectorAll(".opt").Select(opt => opt.TextContent.Trim()).ToList();

        Assert.DoesNotContain("None", labels);
        Assert.Contains("We don’t know yet", labels);
    }

    [Fact]
    public async Task A_chosen_answer_says_what_it_brings_and_an_open_one_why_that_is_fine()
    {
        var id = await _room.DraftAsync([.. EuropeanInsurer.Fields, ("required_certifications", "fedramp,iso27001")]);

        var questions = _room.Open(id, "cloud-fit").FindAll(".q");

        Assert.Contains("ISO 27001 brings in the Cloud team. They answer one question", questions[0].TextContent, StringComparison.Ordinal);
        Assert.Single(questions[0].QuerySelectorAll(".after"));
        Assert.Contains("Left open, and that is fine", questions[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_can_be_added_and_stands_there_when_it_is_needed()
    {
        var id = await _room.DraftAsync(("other_cloud_blockers", "yes"));
        var page = _room.Open(id, "cloud-fit");

        Assert.NotNull(page.Find("#note-other_cloud_blockers"));
        Assert.Empty(page.FindAll("#note-admin_access_ok"));
        page.FindAll(".add").First(add => add.TextContent.Contains("administrators", StringComparison.Ordinal)).Click();
        await page.Find("#note-admin_access_ok").InputAsync("Only with a screen share");
        _room.Time.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Equal("Only with a screen share", _room.StoredAsync(id, "note.admin_access_ok").Result));
    }

    [Fact]
    public async Task The_list_at_the_side_says_how_far_each_page_is()
    {
        var id = await _room.DraftAsync(EuropeanInsurer.Fields);

        var tasks = _room.Open(id, "cloud-fit").FindAll(".side .tasks li").Select(li => string.Join(" | ", li.QuerySelectorAll("span").Where(s => !s.ClassList.Contains("off")).Select(s => s.TextContent)));

        Assert.Equal(
            [
                "Customer | Complete",
                "Size | Complete, 14,500 users",
                "Cloud fit | In progress, 4 of 5 answered",
                "Code hosts | Complete",
                "Hosting | Complete, may not be needed",
                "Waiting for Cloud | 1 question, not started",
                "Initial roll-out | Not needed: 14,500 users and 62,000 repositories fit in One-Click",
                "Check your answers",
            ],
            tasks);
    }

    private static IEnumerable<string> Wordings(IRenderedComponent<DeploymentRouter.Web.Features.Intake.IntakePage> page) =>
        page.FindAll(".q legend, .q > div > .label, .q h2").Select(wording => wording.TextContent.Trim());
}
