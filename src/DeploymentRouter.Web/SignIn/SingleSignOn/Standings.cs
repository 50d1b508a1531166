using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Accounts;

namespace DeploymentRouter.Web.SignIn.SingleSignOn;

/// <summary>What somebody is here by the groups they are in there.</summary>
public static class Standings
{
    /// <summary>
    /// A kind of thing that some group gives is as the groups of this person say; a kind that no group gives is not for groups to say.
    /// Of several teams, the one that the playbook names first counts.
    /// </summary>
    public static Standing Of(IEnumerable<string> groups, SingleSignOnSettings settings, Playbook playbook)
    {
        var all = settings.Gifts.Values.SelectMany(gifts => gifts).ToList();
        var given = groups.Distinct(StringComparer.Ordinal).SelectMany(group => settings.Gifts.GetValueOrDefault(group) ?? []).ToList();
        var teams = given.OfType<GroupGift.Team>().ToList();
        var team = playbook.Teams.FirstOrDefault(team => teams.Any(one => one.Id == team.Id))?.Id;
        return new Standing(
            all.OfType<GroupGift.Team>().Any() ? team ?? settings.DefaultTeam ?? "" : null,
            all.OfType<GroupGift.Team>().Any(one => one.Leads) ? teams.Any(one => one.Leads && one.Id == team) : null,
            all.OfType<GroupGift.Admin>().Any() ? given.OfType<GroupGift.Admin>().Any() : null,
            all.OfType<GroupGift.PlaybookOwner>().Any() ? given.OfType<GroupGift.PlaybookOwner>().Any() : null);
    }
}
