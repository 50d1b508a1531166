using System.Collections.Immutable;
using DeploymentRouter.Core.Assigning;
using DeploymentRouter.Core.Queues;
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
        await ChooseOwnerAsync(db, request, cancel);
        await ChooseAskedAsync(db, request, cancel);
    }

    private static async Task ChooseOwnerAsync(RouterDb db, Request request, CancellationToken cancel)
    {
        if (!request.HasNewStage || request.OwnerTeamId is not { } teamId) return;
        if (request.IsAppealInReview && await GiveToLeadAsync(db, request, teamId, cancel)) return;
        if (!await IsAutomaticAsync(db, teamId, cancel)) return;
        var today = DateOnly.FromDateTime(request.ChangedAt);
        var members = await TeamRoster.MembersAsync(db, teamId, today, request.Id, cancel);
        if (request.Current.Assignee is { } kept && !IsAway(kept, request, members, today)) return;
        var choice = NextInTurn.Choose(members, today, request.MayNotDecide, request.HadBefore);
        // With everybody away, it is better kept by somebody than by nobody.
        if (choice.To is not null || request.Current.Assignee is null) request.AssignInTurn(choice);
    }

    // What is asked of teams that have not the ball, once: what waits already, with nobody, waits on. An act that is taken back asks nothing new.
    private static async Task ChooseAskedAsync(RouterDb db, Request request, CancellationToken cancel)
    {
        var asked = Waiting.Of(request).Where(wait => wait is { HasBall: false, Assignee: null, Ask: not Ask.DecideOnTrial }).ToList();
        if (asked.Count == 0 || request.NewEntries.Any(entry => entry.What is Undone)) return;
        var waiting = await db.Queues.AsNoTracking().Where(line => line.RequestId == request.Id && line.AssigneeId == null)
            .Select(line => new { line.TeamId, line.Ask }).ToListAsync(cancel);
        var today = DateOnly.FromDateTime(request.ChangedAt);
        foreach (var wait in asked.Where(wait => !waiting.Exists(line => line.TeamId == wait.TeamId && line.Ask == wait.Ask)))
        {
            if (!await IsAutomaticAsync(db, wait.TeamId, cancel)) continue;
            var members = await TeamRoster.MembersAsync(db, wait.TeamId, today, request.Id, cancel);
            var choice = NextInTurn.Choose(members, today, ImmutableHashSet<string>.Empty, request.HadLast(wait.TeamId));
            request.AssignAskInTurn(wait.TeamId, wait.Ask is Ask.Operation ? request.OpenOperation!.Number : null, choice);
        }
    }

    private static Task<bool> IsAutomaticAsync(RouterDb db, string teamId, CancellationToken cancel) =>
        db.Teams.AnyAsync(team => team.TeamId == teamId && team.IsAutomatic, cancel);

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
