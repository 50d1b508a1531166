using DeploymentRouter.Core.Assigning;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>Assigns what a team gets, where the team wants that; in the transaction that stores it, so that no two see the same load.</summary>
internal static class AutomaticAssignment
{
    public static async Task ChooseAsync(RouterDb db, Request request, CancellationToken cancel)
    {
        if (!request.HasNewStage || request.OwnerTeamId is not { } teamId) return;
        if (request.IsAppealInReview && await GiveToLeadAsync(db, request, teamId, cancel)) return;
        if (!await db.Teams.AnyAsync(team => team.TeamId == teamId && team.IsAutomatic, cancel)) return;
        var today = DateOnly.FromDateTime(request.ChangedAt);
        var members = await TeamRoster.MembersAsync(db, teamId, today, request.Id, cancel);
        if (request.Current.Assignee is { } kept && !IsAway(kept, request, members, today)) return;
        var choice = NextInTurn.Choose(members, today, request.MayNotDecide, request.HadBefore);
        // With everybody away, it is better kept by somebody than by nobody.
        if (choice.To is not null || request.Current.Assignee is null) request.AssignInTurn(choice);
    }

    /// <summary>Says of a request that was read whether the lead named for its appeal can decide it today.</summary>
    public static async Task LookForDeciderAsync(RouterDb db, Request request, DateOnly today, CancellationToken cancel)
    {
        if (request.AppealDecider is not { } decider) return;
        var members = await TeamRoster.MembersAsync(db, request.Current.TeamId, today, request.Id, cancel);
        if (!members.Any(member => member.PersonId == decider.PersonId && CanLead(member, today))) request.LetOthersDecide();
    }

    // An appeal goes one level up, whether or not the team has what it gets assigned in turn.
    private static async Task<bool> GiveToLeadAsync(RouterDb db, Request request, string teamId, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(request.ChangedAt);
        var members = await TeamRoster.MembersAsync(db, teamId, today, request.Id, cancel);
        var lead = members.FirstOrDefault(member => CanLead(member, today) && !request.MayNotDecide.Contains(member.PersonId));
        if (request.HasNewAppeal && lead is not null) request.NameDecider(new Assignee(lead.PersonId, lead.Name));
        else if (!members.Any(member => member.PersonId == request.NamedDecider?.PersonId && CanLead(member, today))) request.LetOthersDecide();
        request.AssignToDecider();
        return request.AppealDecider is not null;
    }

    private static bool CanLead(Member member, DateOnly today) => member.IsLead && member.AbsenceOn(today) is null;

    // Whoever has just acted on it is there, whatever the calendar says.
    private static bool IsAway(Assignee kept, Request request, IReadOnlyList<Member> members, DateOnly today) =>
        kept.PersonId != request.History[^1].By.PersonId
        && members.Any(member => member.PersonId == kept.PersonId && member.AbsenceOn(today) is not null);
}
