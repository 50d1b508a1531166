using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;

namespace DeploymentRouter.Web.Api.People;

/// <param name="Next">The address of the page after it; null: it is the last one.</param>
internal sealed record PeopleJson(IReadOnlyList<ListedPersonJson> Items, string? Next);

/// <param name="Team">Null: none.</param>
internal sealed record ListedPersonJson(string Id, string Name, string? Team, bool IsAdmin, bool OwnsPlaybook)
{
    public static ListedPersonJson Of(Person person) => new(person.Id, person.Name, person.TeamId.Length > 0 ? person.TeamId : null, person.IsAdmin, person.OwnsPlaybook);
}

/// <summary>A person as administrators read them. Times are UTC.</summary>
/// <param name="Email">Null: no account here, or none with an address.</param>
/// <param name="Team">Null: none.</param>
/// <param name="IsLead">They lead their team; PUT /teams/{team}/members/{person}/lead changes it.</param>
/// <param name="IsDisabled">They may not come in.</param>
/// <param name="IsInvited">They have not come yet.</param>
/// <param name="SignsInWith">How they come in.</param>
/// <param name="Sessions">In how many places they are signed in.</param>
/// <param name="Tokens">How many tokens act as them; those of teams are not counted.</param>
/// <param name="SeenAt">When they last used the application; null: never.</param>
/// <param name="LinkUntil">Until when a one-time link for them can be used; null: there is none.</param>
/// <param name="Accounts">The customers whose requests they see, where the installation shows Sales only those (Rights:SalesSee).</param>
internal sealed record PersonRecordJson(
    string Id,
    string Name,
    string? Email,
    string? Team,
    bool IsLead,
    bool IsAdmin,
    bool OwnsPlaybook,
    bool IsDisabled,
    bool IsInvited,
    SignsInWithJson SignsInWith,
    int Sessions,
    int Tokens,
    DateTime? SeenAt,
    DateTime? LinkUntil,
    IReadOnlyList<string> Accounts)
{
    public static PersonRecordJson Of(PersonLine line) => new(
        line.Id, line.Name, line.Email, line.TeamId.Length > 0 ? line.TeamId : null, line.IsLead, line.IsAdmin, line.OwnsPlaybook, line.IsDisabled, line.IsInvited,
        new SignsInWithJson(line.ComesByProvider, line.HasPassword, line.HasSecondFactor, line.Passkeys), line.Sessions, line.Tokens, line.SeenAt, line.LinkUntil, line.Accounts);
}

/// <param name="Provider">Single sign-on.</param>
/// <param name="Passkeys">How many.</param>
internal sealed record SignsInWithJson(bool Provider, bool Password, bool SecondFactor, int Passkeys);

/// <param name="Link">Shown this once: it opens the choice of a password, once, until linkUntil.</param>
internal sealed record LinkedPersonJson(string Link, PersonRecordJson Person);

/// <param name="Name">As colleagues know it, up to 100 characters.</param>
/// <param name="Email">They sign in with it; nothing is sent there.</param>
/// <param name="Team">Left out: none, which only an administrator can have.</param>
internal sealed record InvitationBody(string Name, string Email, string? Team = null, bool IsAdmin = false, bool OwnsPlaybook = false);

/// <param name="Team">Null: none, which only an administrator can have.</param>
internal sealed record RightsBody(string? Team, bool IsAdmin, bool OwnsPlaybook);

internal sealed record DisabledBody(bool IsDisabled);

/// <param name="Names">All of them, up to 500 names of customers; spelling, accents and legal forms do not matter.</param>
internal sealed record AccountsBody(IReadOnlyList<string> Names);
