using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.People;

namespace DeploymentRouter.Web.Api.People;

/// <summary>Who there is. Invitations, rights and sessions are looked after on their page.</summary>
internal static class PeopleApi
{
    public static void MapPeople(this RouteGroupBuilder api) =>
        api.MapGet("/people", ListAsync).WithTags("People and teams").Needs(TokenScope.Read).Says("ListPeople", "List people").Gives<PeopleJson>().Tagged();

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
}

/// <param name="Next">The address of the page after it; null: it is the last one.</param>
internal sealed record PeopleJson(IReadOnlyList<ListedPersonJson> Items, string? Next);

/// <param name="Team">Null: none.</param>
internal sealed record ListedPersonJson(string Id, string Name, string? Team, bool IsAdmin, bool OwnsPlaybook)
{
    public static ListedPersonJson Of(Person person) => new(person.Id, person.Name, person.TeamId.Length > 0 ? person.TeamId : null, person.IsAdmin, person.OwnsPlaybook);
}
