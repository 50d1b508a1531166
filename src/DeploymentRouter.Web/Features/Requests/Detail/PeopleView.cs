using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>Somebody who has, had or will have to do with a request; <paramref name="Name"/> is null for a team that has no person yet.</summary>
/// <param name="Why">Why the rule has assigned it to them, or to nobody.</param>
public sealed record Participant(string? Name, string TeamId, string TeamName, ChipState Chip, bool IsYou, string? Why = null)
{
    /// <summary>Who has the ball first, then who acted last; then the teams that will get it.</summary>
    public static IReadOnlyList<Participant> Of(Request request, Person person)
    {
        var seen = new Dictionary<string, (string Name, string TeamId)>(StringComparer.Ordinal);
        var holder = request.OwnerTeamId is null ? null : request.Current.Assignee;
        if (holder is not null) seen[holder.PersonId] = (holder.Name, request.Current.TeamId);
        var asked = Waiting.Of(request).Where(wait => wait is { HasBall: false, Assignee: not null })
            .DistinctBy(wait => wait.Assignee!.PersonId, StringComparer.Ordinal)
            .ToDictionary(wait => wait.Assignee!.PersonId, StringComparer.Ordinal);
        foreach (var (id, wait) in asked)
            seen.TryAdd(id, (wait.Assignee!.Name, wait.TeamId));
        foreach (var entry in request.History.Reverse())
            seen.TryAdd(entry.By.PersonId, (entry.By.Name, entry.By.TeamId));
        foreach (var visit in request.Visits.Reverse().Where(visit => visit.Assignee is not null))
            seen.TryAdd(visit.Assignee!.PersonId, (visit.Assignee.Name, visit.TeamId));

        var ahead = RelayRow.Future(request, request.ChangedAt).SelectMany(row => new[] { row.TeamId, row.ToTeamId }).OfType<string>()
            .Prepend(holder is null ? request.OwnerTeamId : null).OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Where(team => team == request.OwnerTeamId ? holder is null : seen.Values.All(p => p.TeamId != team));
        return
        [
            .. seen.Select(p => new Participant(
                p.Value.Name,
                p.Value.TeamId,
                p.Value.TeamId is "" ? "" : Named.Team(request.Playbook, p.Value.TeamId),
                p.Key == holder?.PersonId ? ChipState.Ball : ChipState.TookPart,
                p.Key == person.Id,
                p.Key == holder?.PersonId ? Because(request.Current) : asked.GetValueOrDefault(p.Key)?.AssignedBecause is { } why ? $"Assigned in turn: {why}" : null)),
            .. ahead.Select(team => new Participant(
                null,
                team,
                Named.Team(request.Playbook, team),
                team == request.OwnerTeamId ? ChipState.Ball : ChipState.Next,
                IsYou: false,
                team == request.OwnerTeamId ? Because(request.Current) : null)),
        ];
    }

    private static string? Because(StageVisit visit) => visit.AssignedBecause is { } because
        ? $"{(visit.Assignee is null ? "Not assigned" : "Assigned in turn")}: {because}"
        : null;
}
