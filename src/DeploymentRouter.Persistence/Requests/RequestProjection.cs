using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Schema;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>Copies what lists read from the aggregate into its row.</summary>
internal static class RequestProjection
{
    public static RequestRow NewRow(Request request, Guid submissionKey) => new()
    {
        Id = request.Id,
        SubmissionKey = submissionKey,
        CustomerName = "",
        CustomerKey = "",
        OpportunityKey = "",
        StageId = "",
        StageName = "",
        PriorityPoints = "",
        DecidedBy = "",
        Answers = "{}",
        OpenedById = request.OpenedBy.PersonId,
        OpenedByName = request.OpenedBy.Name,
        OpenedAt = request.OpenedAt,
    };

    public static void Fill(RequestRow row, Request request)
    {
        var visit = request.Current;
        // While on hold the due time moves with the clock; lists show the hold instead.
        var clock = request.State is RequestState.OnHold
            ? null
            : StageClock.Of(visit, request.Form, request.Playbook, request.ChangedAt);
        row.Number = request.Number;
        row.Version = request.Version;
        row.CustomerName = request.Customer.Name;
        row.CustomerKey = CustomerKey.OfName(request.Customer.Name);
        row.OpportunityKey = CustomerKey.OfLink(request.Customer.OpportunityLink);
        row.Engagement = request.Customer.Engagement;
        row.NeededBy = request.Customer.NeededBy;
        row.State = request.State;
        row.StrategyId = request.StrategyId;
        row.IsOverridden = request.Override is not null;
        row.StageId = visit.Stage.Id;
        row.StageName = visit.Stage.Name;
        row.StageStartedAt = visit.StartedAt;
        row.OwnerTeamId = request.OwnerTeamId;
        row.OfferedToTeamId = visit.EndedAt is not null ? null
            : visit.AwaitsAcceptance ? visit.TeamId
            : visit.OfferedAt is not null ? visit.Stage.ReceiverTeamId
            : null;
        row.AssigneeId = visit.Assignee?.PersonId;
        row.AssigneeName = visit.Assignee?.Name;
        row.ClockFrom = visit.EndedAt is null ? clock?.Started : null;
        row.DueAt = visit.EndedAt is null ? clock?.Due.At : null;
        row.DueOrder = row.DueAt ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);
        row.DueIsEstimate = clock?.Due.IsEstimate ?? false;
        row.HoldUntil = request.Hold?.Until;
        var score = Scoring.Score(request);
        row.Priority = score.Total;
        row.PriorityPoints = string.Join(' ', score.Parts.Select(part => part.Points));
        row.DecidedBy = DecidedBy(request);
        row.RowId = request.Decision.RowId;
        row.Answers = HistoryJson.Write(request.Decision.Answers);
        row.EndedAt = EndedAt(request);
        row.SettledAt = request.Visits.LastOrDefault(HasDecided)?.EndedAt ?? row.EndedAt;
        row.DeclineReason = (request.LastDecline?.What as Declined)?.ReasonCode;
        row.ChangedAt = request.ChangedAt;
    }

    private static DateTime? EndedAt(Request request) => request.State switch
    {
        RequestState.Delivered => request.Current.EndedAt ?? request.Current.StartedAt,
        RequestState.Withdrawn => request.Current.EndedAt,
        _ => null,
    };

    private static bool HasDecided(StageVisit visit) => visit is { Stage.Kind: StageKind.Review, End: StageEnd.Completed or StageEnd.Declined };

    // The answers that keep a strategy out which the table prefers: those whose change alone would let it in; where no single one
    // would, those that rule it out together. With the strategy that it prefers to all: the row's own sentence.
    private static string DecidedBy(Request request)
    {
        var (playbook, decision) = (request.Playbook, request.Decision);
        var before = Deciding.RuledOutBefore(request);
        if (before.Count == 0) return decision.Because ?? "";
        var carrying = decision.IsBy(playbook) ? Carrying(playbook, decision, [.. before.Select(ruledOut => ruledOut.StrategyId)]) : [];
        var answers = (carrying.Count > 0 ? carrying : before.SelectMany(ruledOut => ruledOut.AnswerIds))
            .Distinct(StringComparer.Ordinal)
            .Select(id => (Question: playbook.Questions.FirstOrDefault(q => q.Id == id), Answer: decision.Answers[id]))
            .Where(pair => pair is { Question: not null, Answer: not null })
            .Select(pair => Wording.Brief(pair.Question!, pair.Answer!))
            .ToList();
        return answers.Count > 0 ? Wording.Capital(string.Join(", ", answers)) : decision.Because ?? "";
    }

    private static List<string> Carrying(Playbook playbook, StoredDecision decision, HashSet<string> preferred) =>
        [.. playbook.Rules.Carrying(decision.Answers).Where(one => one.Flips.Any(flip => preferred.Contains(flip.Outcome))).Select(one => one.Question.Id)];

}
