using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Web.Api.Repeating;

namespace DeploymentRouter.Web.Api.People;

/// <summary>Who there is, and for administrators who may come in and what they may do.</summary>
internal static class PeopleApi
{
    public static void MapPeople(this RouteGroupBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("People and teams");
        people.MapGet("", ListAsync).Needs(TokenScope.Read).Says("ListPeople", "List people").Gives<PeopleJson>().Tagged();
        people.MapPost("", (InvitationBody body, HttpContext http, PersonDoor door) => door.InviteAsync(http, body)).AnswersOnce().Needs(TokenScope.Manage)
            .Says("InvitePerson", "Invite somebody; the one-time link is in the answer and nowhere else").Gives<LinkedPersonJson>(StatusCodes.Status201Created).Refuses(403, 422);
        var person = people.MapGroup("/{person}");
        person.MapGet("", (string person, HttpContext http, PersonDoor door) => door.ReadAsync(http, person)).Needs(TokenScope.Manage).Says("ReadPerson", "Read a person: team, rights, how they come in").Gives<PersonRecordJson>().Tagged().Refuses(403, 404);
        person.MapPut("/rights", (string person, RightsBody body, HttpContext http, PersonDoor door) => door.ActAsync(http, person, (desk, by) => desk.ChangeAsync(person, body.Team ?? "", body.IsAdmin, body.OwnsPlaybook, by, http.RequestAborted))).Changes("ChangeRights", "Give somebody another team or other rights");
        person.MapPut("/disabled", (string person, DisabledBody body, HttpContext http, PersonDoor door) => door.ActAsync(http, person, (desk, by) => body.IsDisabled ? desk.DisableAsync(person, by, http.RequestAborted) : desk.EnableAsync(person, by, http.RequestAborted))).Changes("SetDisabled", "Shut somebody out, or let them in again");
        person.MapPost("/link", (string person, HttpContext http, PersonDoor door) => door.MakeLinkAsync(http, person)).AnswersOnce().Needs(TokenScope.Manage)
            .Says("MakePersonLink", "Make a one-time link by which somebody chooses a password").Gives<LinkedPersonJson>(StatusCodes.Status201Created).Refuses(403, 404, 422);
        person.MapDelete("/sessions", (string person, HttpContext http, PersonDoor door) => door.ActAsync(http, person, (desk, by) => desk.EndSessionsAsync(person, by, http.RequestAborted))).Changes("EndPersonSessions", "Sign somebody out everywhere");
        person.MapDelete("/tokens", (string person, HttpContext http, PersonDoor door) => door.ActAsync(http, person, (desk, by) => desk.RevokeTokensAsync(person, by, http.RequestAborted)))
            .Changes("RevokePersonTokens", "Revoke the tokens that act as somebody");
        person.MapDelete("/devices", (string person, HttpContext http, PersonDoor door) => door.ActAsync(http, person, (desk, by) => desk.ForgetDevicesAsync(person, by, http.RequestAborted))).Changes("ForgetDevices", "Take somebody's second factor and passkeys away");
        person.MapPut("/accounts", (string person, AccountsBody body, HttpContext http, PersonDoor door) => door.NameAccountsAsync(http, person, body)).Changes("SetAccounts", "Say which accounts are a person's");
    }

    /// <remarks>By name. A page has at most 200; follow next until it is null.</remarks>
    /// <param name="team">Only this team.</param>
    /// <param name="after">From next: the place after which the page begins.</param>
    private static async Task<IResult> ListAsync(HttpContext http, PeopleDirectory people, PlaybookInForce playbook, string? team = null, string? after = null)
    {
        if (Paging.Unknown(nameof(team), team, playbook.Current.Teams.Select(one => one.Id)) is { } unknown) return unknown;
        var page = await people.PageAsync(team, after, http.RequestAborted);
        var next = page.Count > PeopleDirectory.PageSize ? Paging.At(http, nameof(after), page[PeopleDirectory.PageSize - 1].Id) : null;
        Paging.Link(http, next, previous: null);
        return Respond.Ok(new PeopleJson([.. page.Take(PeopleDirectory.PageSize).Select(ListedPersonJson.Of)], next));
    }

    private static void Changes(this RouteHandlerBuilder endpoint, string name, string summary) =>
        endpoint.Needs(TokenScope.Manage).Says(name, summary).Gives<PersonRecordJson>().Refuses(403, 404, 422);
}
