using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.People;

/// <summary>Who may do what beyond the acts on one request; <c>docs/permissions.md</c> is the same as a table.</summary>
public static class Rights
{
    /// <summary>Why somebody may not; null: they may.</summary>
    /// <param name="setup">What the installation decides about <see cref="Right.SeeCommercial"/>; null: nothing. No other right hangs on it.</param>
    public static Refusal? WhyNot(Right right, Person person, Playbook playbook, RightsSetup? setup = null) => right switch
    {
        Right.ManagePeople => AdministratorOnly(person, "look after people"),
        Right.ReadAudit => AdministratorOnly(person, "read the audit"),
        Right.ManagePrivacy => AdministratorOnly(person, "export and erase what is stored about people"),
        Right.ManageWebhooks => AdministratorOnly(person, "look after webhooks"),
        Right.PublishPlaybook => person.OwnsPlaybook ? null : new Refusal("NotAPlaybookOwner", "Playbook owners can publish. An administrator makes owners."),
        Right.ImportReadings => person.IsAdmin || playbook.WatchingTeamIds.Contains(person.TeamId, StringComparer.Ordinal)
            ? null
            : Refusals.NotYourAct("import readings", TeamNames(playbook, playbook.WatchingTeamIds)),
        Right.ImportRequests => FilingTeamOnly(playbook, person, "import requests"),
        Right.HandInOpportunities => person.IsAdmin || person.TeamId is Sales ? null : FilingTeamOnly(playbook, person, "hand in opportunities"),
        Right.ShareStatus => person.TeamId is Sales ? null : FilingTeamOnly(playbook, person, "share the status of a request"),
        Right.SeeCommercial => person.IsAdmin || (setup ?? NothingSaid).SeesCommercial(person.TeamId)
            ? null
            : new Refusal("Commercial", "Revenue and market figures are not shown to your team."),
        _ => throw new ArgumentOutOfRangeException(nameof(right), right, null),
    };

    /// <summary>Whether somebody may.</summary>
    public static bool May(this Person person, Right right, Playbook playbook, RightsSetup? setup = null) => WhyNot(right, person, playbook, setup) is null;

    private const string Sales = "sales";

    private static readonly RightsSetup NothingSaid = new();

    private static Refusal? AdministratorOnly(Person person, string act) =>
        person.IsAdmin ? null : new Refusal("NotAnAdministrator", $"Administrators {act}.");

    private static Refusal? FilingTeamOnly(Playbook playbook, Person person, string act) =>
        person.TeamId == playbook.FilingTeamId ? null : Refusals.NotYourAct(act, playbook.Team(playbook.FilingTeamId).Name);

    private static string TeamNames(Playbook playbook, IEnumerable<string> ids) => Wording.AndList([.. ids.Select(id => playbook.Team(id).Name)]);
}
