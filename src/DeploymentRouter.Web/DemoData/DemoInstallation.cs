using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.SignIn;

namespace DeploymentRouter.Web.DemoData;

/// <summary>Makes an installation in Development worth looking at.</summary>
public static class DemoInstallation
{
    /// <summary>False leaves the requests out; the demo people are always there in Development.</summary>
    public const string RequestsKey = "Demo:Requests";

    private const int IeBandwidth = 7;

    /// <summary>Introduces the demo people and, to an empty database, the invented customers. Outside Development, shuts out whom an earlier start let in.</summary>
    public static async Task AddDemoAsync(this WebApplication app)
    {
        var people = app.Services.GetRequiredService<PeopleDirectory>();
        string[] ids = [.. DemoPeople.All.Select(demo => demo.Person.Id)];
        if (!app.Environment.IsDevelopment())
        {
            await people.ShutOutAsync(ids);
            return;
        }

        await people.LetInAsync(ids);
        await people.RememberAsync(DemoPeople.All.Select(demo => demo.Person));

        await ChooseLeadsAsync(app.Services);
        var store = app.Services.GetRequiredService<RequestStore>();
        if (!app.Configuration.GetValue(RequestsKey, defaultValue: true) || await store.FindAsync(RequestStore.FirstNumber, Sight.Everything) is not null) return;
        await new DemoRequests(
            store, app.Services.GetRequiredService<PlaybookInForce>(), app.Services.GetRequiredService<TimeProvider>()).FillAsync();
        await app.Services.GetRequiredService<TeamBandwidths>().SetAsync(PriorityScore.TeamId, IeBandwidth, DemoPeople.Find("tansy-ironbark")!.Person);
    }

    // Once: whoever is chosen afterwards stays chosen.
    private static async Task ChooseLeadsAsync(IServiceProvider services)
    {
        var (playbook, desk) = (services.GetRequiredService<PlaybookInForce>().Current, services.GetRequiredService<TeamDesk>());
        var leads = DemoPeople.All.Select(demo => demo.Person).Where(person => playbook.Teams.Any(team => team.Id == person.TeamId)).DistinctBy(person => person.TeamId, StringComparer.Ordinal).ToList();
        if ((await services.GetRequiredService<TeamRoster>().OfAsync(leads[0].TeamId)).Members.Any(member => member.IsLead)) return;
        var admin = DemoPeople.All.First(demo => demo.Person.IsAdmin).Person;
        foreach (var lead in leads) await desk.SetLeadAsync(playbook.Team(lead.TeamId), lead.Id, true, admin);
    }
}
