using Bunit;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Web.Features.Teams;
using DeploymentRouter.Web.SignIn;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Features.Teams;

public sealed class TeamPageTests : RequestRoom
{
    private static readonly Person Bram = DemoPeople.Find("bram-copperkettle")!.Person;
    private static readonly Person Tansy = DemoPeople.Find("tansy-ironbark")!.Person;
    private static readonly Person Quill = DemoPeople.Find("quill-mossgate")!.Person;

    private TeamDesk Desk => Services.GetRequiredService<TeamDesk>();

    private Team Ie => Services.GetRequiredService<PlaybookInForce>().Current.Team("ie");

    [Fact]
    public async Task A_team_without_members_says_so()
    {
        var juniper = DemoPeople.Find("juniper-goldfinch")!.Person;
        await Services.GetRequiredService<PeopleDirectory>().RememberAsync([juniper with { TeamId = "ce" }]);
        SignIn(Quill);

        Assert.Contains("Nobody is in Sales yet", Open("sales").Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_team_that_the_playbook_does_not_have_is_not_there()
    {
        SignIn(Quill);

        Assert.Contains("There is no such team", Open("nobody").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lead_turns_it_on_and_sees_who_is_next_and_who_turned_it_on()
    {
        await StaffAsync();
        SignIn(Bram);
        var page = Open();
        Assert.Contains("Off.", page.Markup, StringComparison.Ordinal);

        await page.Find(".btn.primary").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("Turned on by Bram Copperkettle", page.Markup, StringComparison.Ordinal));
        Assert.Contains("The next one goes to Bram Copperkettle: 0 open of 8, next in turn.", Text(page.Find(".next")), StringComparison.Ordinal);
        Assert.True((await Services.GetRequiredService<TeamRoster>().OfAsync("ie")).IsAutomatic);
    }

    [Fact]
    public async Task Whoever_does_not_lead_reads_who_does_and_enters_their_own_absences_only()
    {
        await StaffAsync();
        SignIn(Tansy);

        var page = Open();

        Assert.Contains("Bram Copperkettle leads IE and can change this. So can an administrator.", page.Markup, StringComparison.Ordinal);
        Assert.Equal("Absences of Tansy Ironbark", Assert.Single(page.FindAll("summary")).TextContent.Trim());
        Assert.Empty(page.FindAll(".line"));
    }

    [Fact]
    public async Task A_capacity_that_is_no_number_is_refused_at_its_field()
    {
        await StaffAsync();
        SignIn(Bram);
        var page = Open();

        await page.Find($"#capacity-{Tansy.Id}").ChangeAsync("many");
        await page.FindAll("form.line")[1].SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("Enter a whole number from 0 to 200.", page.Find(".wrong .msg").TextContent));
        await page.Find($"#capacity-{Tansy.Id}").ChangeAsync("0");
        await page.FindAll("form.line")[1].SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("0 open with Tansy Ironbark of 0", Text(page.FindAll(".row")[1]), StringComparison.Ordinal));
        Assert.Contains("Full", page.FindAll(".row")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_everybody_away_it_says_that_the_next_one_waits_and_why()
    {
        await StaffAsync();
        SignIn(Bram);
        await Desk.SetAutomaticAsync(Ie, true, Bram);
        var (today, page) = (DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime), Open());

        foreach (var i in new[] { 0, 1 })
        {
            var away = page.FindAll(".away")[i];
            await away.QuerySelectorAll("input")[0].ChangeAsync(today.ToString("O", null));
            await page.FindAll(".away")[i].QuerySelectorAll("input")[1].ChangeAsync(today.AddDays(2).ToString("O", null));
            await page.FindAll(".away form")[i].SubmitAsync();
            page.WaitForAssertion(() => Assert.Contains("Absent until", page.FindAll(".row")[i].TextContent, StringComparison.Ordinal));
        }

        Assert.Contains("The next one goes to nobody: Bram Copperkettle is absent until", page.Find(".next").TextContent, StringComparison.Ordinal);
        await page.FindAll(".away li button")[0].ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("The next one goes to Bram Copperkettle", page.Find(".next").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_changed_what_is_on_the_page_at_once()
    {
        SignIn(Bram);
        await StaffAsync();
        var page = Open();
        Assert.StartsWith("Quill Mossgate made Bram Copperkettle lead", Assert.Single(Changes()), StringComparison.Ordinal);

        await page.Find($"#capacity-{Tansy.Id}").ChangeAsync("3");
        await page.FindAll("form.line")[1].SubmitAsync();

        page.WaitForAssertion(() => Assert.StartsWith("Bram Copperkettle set the capacity of Tansy Ironbark from 8 to 3", Changes()[0], StringComparison.Ordinal));

        List<string> Changes() => [.. page.FindAll("section").Where(section => section.QuerySelector("h2")?.TextContent == "Last changes").SelectMany(section => section.QuerySelectorAll("li")).Select(Text)];
    }

    [Fact]
    public async Task Only_an_administrator_makes_leads()
    {
        await StaffAsync();
        SignIn(Bram);
        Assert.DoesNotContain(Open().FindAll("button"), button => button.TextContent.Contains("lead", StringComparison.Ordinal));

        SignIn(Quill);
        var page = Open();
        await page.FindAll("button").First(button => button.TextContent.StartsWith("Make lead", StringComparison.Ordinal)).ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".row .meta").Count));
    }

    private Task StaffAsync() => Desk.SetLeadAsync(Ie, Bram.Id, true, Quill);

    private static string Text(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<TeamPage> Open(string team = "ie")
    {
        var page = Render<TeamPage>(p => p.Add(x => x.TeamId, team));
        page.WaitForState(() => page.FindAll(".wait").Count == 0);
        return page;
    }
}
