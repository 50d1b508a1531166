using DeploymentRouter.Core.Assigning;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.People;

namespace DeploymentRouter.Web.Api.People;

/// <summary>Teams and how each shares out its work.</summary>
internal static class TeamsApi
{
    public static void MapTeams(this RouteGroupBuilder api)
    {
        var teams = api.MapGroup("/teams").WithTags("People and teams");
        teams.MapGet("", List).Needs(TokenScope.Read).Says("ListTeams", "List teams").Gives<TeamsJson>().Tagged();
        var team = teams.MapGroup("/{team}");
        team.MapGet("", (string team, HttpContext http, TeamDoor door) => door.ReadAsync(http, team)).Needs(TokenScope.Read).Says("ReadTeam", "Read a team: who is there, who is away, who has how much").Gives<TeamJson>().Tagged().Refuses(404);
        team.MapPut("/automatic", (string team, AutomaticBody body, HttpContext http, TeamDoor door) => door.ActAsync(http, team, (desk, of, by) => desk.SetAutomaticAsync(of, body.IsAutomatic, by))).Changes("SetAutomatic", "Turn automatic assignment on or off");
        team.MapPut("/members/{person}/capacity", (string team, string person, CapacityBody body, HttpContext http, TeamDoor door) => door.ActAsync(http, team, (desk, of, by) => desk.SetCapacityAsync(of, person, body.Requests, by))).Changes("SetCapacity", "Say how many requests somebody can have open");
        team.MapPut("/members/{person}/lead", (string team, string person, LeadBody body, HttpContext http, TeamDoor door) => door.ActAsync(http, team, (desk, of, by) => desk.SetLeadAsync(of, person, body.IsLead, by))).Changes("SetLead", "Choose who leads a team");
        team.MapPost("/members/{person}/absences", (string team, string person, AbsenceBody body, HttpContext http, TeamDoor door) => door.ActAsync(http, team, (desk, of, by) => desk.AddAbsenceAsync(of, person, body.From, body.To, by))).Changes("AddAbsence", "Say when somebody is away");
        team.MapDelete("/members/{person}/absences/{absence:guid}", (string team, string person, Guid absence, HttpContext http, TeamDoor door) => door.ActAsync(http, team, (desk, of, by) => desk.RemoveAbsenceAsync(of, person, absence, by))).Changes("RemoveAbsence", "Take an absence back");
    }

    private static IResult List(PlaybookInForce playbook) => Respond.Ok(new TeamsJson([.. playbook.Current.Teams.Select(team => new TeamLineJson(team.Id, team.Name, team.FullName))]));

    private static void Changes(this RouteHandlerBuilder endpoint, string name, string summary) =>
        endpoint.Needs(TokenScope.Manage).Says(name, summary).Gives<TeamJson>().Refuses(403, 404, 422);
}

/// <summary>Leads to a team, for the caller.</summary>
public sealed class TeamDoor(TeamRoster roster, TeamDesk desk, PlaybookInForce playbook)
{
    internal Task<IResult> ReadAsync(HttpContext http, string teamId) => ActAsync(http, teamId, (_, _, _) => Task.FromResult(Outcome.Done));

    /// <summary>Does one change and gives the team as it is then.</summary>
    internal async Task<IResult> ActAsync(HttpContext http, string teamId, Func<TeamDesk, Team, Person, Task<Outcome>> act)
    {
        if (playbook.Current.Teams.FirstOrDefault(one => one.Id == teamId) is not { } team) return Problems.NotFound("team");
        return (await act(desk, team, http.Caller())).Refusal is { } refusal
            ? Problems.Refused(refusal)
            : Respond.Ok(TeamJson.Of(team, await roster.OfAsync(team.Id)));
    }
}
