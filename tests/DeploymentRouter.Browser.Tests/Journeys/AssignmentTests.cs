using DeploymentRouter.Browser.Tests.Pages;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

[Collection(QuietSite.Name)]
public sealed class AssignmentTests(EmptySite site) : IAsyncLifetime
{
    private const string Customer = "Larkspur Ceramics";

    public Task InitializeAsync() => Task.CompletedTask;

    // The other journeys on this site begin with requests that nobody has.
    public async Task DisposeAsync()
    {
        if (Chromium.Missing is not null) return;
        var (team, desk) = (site.Services.GetRequiredService<PlaybookInForce>().Current.Team("ie"), site.Services.GetRequiredService<TeamDesk>());
        var admin = DemoPeople.Find(People.Admin)!.Person;
        await desk.SetAutomaticAsync(team, false, admin);
        foreach (var member in (await site.Services.GetRequiredService<TeamRoster>().OfAsync(team.Id)).Members)
        {
            foreach (var absence in member.Absences) await desk.RemoveAbsenceAsync(team, member.PersonId, absence.Id, admin);
        }
    }

    [BrowserFact]
    public async Task The_lead_turns_it_on_and_the_next_request_is_assigned_and_says_why()
    {
        await using var lead = await site.SignedInAsync(People.Ie);
        var team = await TeamPage.OpenFromQueueAsync(lead, "ie");
        await team.TurnAsync("on");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await team.AddAbsenceAsync("Tansy Ironbark", today, today.AddDays(3));
        await Expect(lead.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("The next one goes to Bram Copperkettle");
        await lead.AssertWellAsync();

        var number = await site.SendToIeAsync(Customer, 950_000);

        await lead.GoToAsync("/queues/ie");
        var queue = new QueuePage(lead);
        await queue.OpenAsync(Customer);
        await Expect(queue.Row(Customer)).ToContainTextAsync("You");
        await Expect(queue.Review).ToContainTextAsync("Assigned in turn:");
        await Expect(queue.Review).ToContainTextAsync("the only one who can take it");

        await using var ce = await site.SignedInAsync(People.Ce);
        var request = await RequestPage.OpenAsync(ce, number);
        await Expect(ce.Page.Locator(".ppl")).ToContainTextAsync("Assigned in turn:");
        await Expect(request.History).ToContainTextAsync("Assigned to Bram Copperkettle:");
        await ce.AssertWellAsync();
    }

    [BrowserFact]
    public async Task Whoever_does_not_lead_the_team_reads_who_does()
    {
        await using var other = await site.SignedInAsync(People.OtherIe, "/teams/ie");

        await Expect(other.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Bram Copperkettle leads IE and can change this. So can an administrator.");
        await Expect(other.Page.GetByRole(AriaRole.Button, new() { Name = "Turn automatic" })).ToHaveCountAsync(0);
    }
}
