using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.People;

namespace DeploymentRouter.Web.Api.People;

/// <summary>
/// Leads administrators to a person. A person has no version to name in <c>If-Match</c>: each call says all of what it changes,
/// so that of two at the same time the last one counts as a whole, and the audit keeps what was before.
/// </summary>
public sealed class PersonDoor(PeopleList list, PeopleDesk desk, Sights sights)
{
    internal Task<IResult> ReadAsync(HttpContext http, string personId) => SayAsync(http, personId, Outcome.Done);

    /// <summary>Does one change and gives the person as they are then.</summary>
    internal async Task<IResult> ActAsync(HttpContext http, string personId, Func<PeopleDesk, Person, Task<Outcome>> act) =>
        await SayAsync(http, personId, await act(desk, http.Caller()));

    internal async Task<IResult> NameAccountsAsync(HttpContext http, string personId, AccountsBody body) =>
        await SayAsync(http, personId, await sights.SetAccountsAsync(personId, [.. body.Names.OfType<string>()], http.Caller(), http.RequestAborted));

    internal Task<IResult> InviteAsync(HttpContext http, InvitationBody body)
    {
        var newcomer = new Newcomer(body.Name, body.Email, body.Team ?? "", body.IsAdmin, body.OwnsPlaybook);
        return LinkAsync(http, newcomer.Id, desk.InviteAsync(newcomer, http.Caller(), http.RequestAborted));
    }

    internal Task<IResult> MakeLinkAsync(HttpContext http, string personId) => LinkAsync(http, personId, desk.MakeLinkAsync(personId, http.Caller(), http.RequestAborted));

    private async Task<IResult> LinkAsync(HttpContext http, string personId, Task<(string? Code, Refusal? Refusal)> making)
    {
        var (code, refusal) = await making;
        if (code is null) return await SayAsync(http, personId, refusal!);
        var (line, _) = await list.FindAsync(personId, http.Caller(), http.RequestAborted);
        var address = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/{LinkCode.Path(code)}";
        return Respond.Created(http, $"/people/{Uri.EscapeDataString(personId)}", new LinkedPersonJson(address, PersonRecordJson.Of(line!)));
    }

    private async Task<IResult> SayAsync(HttpContext http, string personId, Outcome outcome)
    {
        if (outcome.Refusal is { } refused) return refused == PeopleDesk.Unknown ? Problems.NotFound("person") : Problems.Refused(refused);
        return await list.FindAsync(personId, http.Caller(), http.RequestAborted) switch
        {
            ({ } line, _) => Respond.Ok(PersonRecordJson.Of(line)),
            (_, { } refusal) => Problems.Refused(refusal),
            _ => Problems.NotFound("person"),
        };
    }
}
