using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Core.Requests.Operations;

namespace DeploymentRouter.Core.Queues;

/// <summary>Says in whose queue a request sits, and for what.</summary>
public static class Waiting
{
    /// <summary>
    /// Everything the request waits for, its owner first, now and from a known time on; at any moment each team at most once. Empty once
    /// nobody need act.
    /// </summary>
    public static IReadOnlyList<Wait> Of(Request request)
    {
        var stage = OfStage(request);
        IReadOnlyList<Wait> now = OfOperation(request) is { } operation && stage.All(wait => wait.TeamId != operation.TeamId) ? [.. stage, operation] : stage;
        return TrialEnd.Of(request) is { } end ? WithDecision(request, now, end) : now;
    }

    // Whatever else the team has to do then, stays to be read.
    private static IReadOnlyList<Wait> WithDecision(Request request, IReadOnlyList<Wait> now, TrialEnd end)
    {
        const string decide = "Decide on the trial";
        var other = now.FirstOrDefault(wait => wait.TeamId == end.TeamId);
        var decision = new Wait(end.TeamId, Ask.DecideOnTrial, other is null ? decide : $"{decide}. {other.Says}", end.From, other is { HasBall: true }, [])
        {
            From = end.From,
            // Whoever had it last, before it was delivered, decides on its trial.
            Assignee = request.Current.TeamId == end.TeamId ? request.Current.Assignee : other?.Assignee,
            DueAt = end.DecideBy is { IsEstimate: false } due ? due.At : null,
        };
        return [.. now.Select(wait => wait == other ? wait with { Until = end.From } : wait), decision];
    }

    private static IReadOnlyList<Wait> OfStage(Request request) =>
        request.State is RequestState.Withdrawn or RequestState.Delivered || request.OwnerTeamId is not { } owner
            ? []
            : [OfOwner(request, owner), .. OfReceiver(request), .. OfAnswerers(request, owner)];

    /// <summary>What the request waits for from one team at an instant (UTC); null: nothing.</summary>
    public static Wait? For(Request request, string teamId, DateTime now) =>
        Of(request).FirstOrDefault(wait => wait.TeamId == teamId && wait.From <= now && now < wait.Until);

    private static Wait? OfOperation(Request request) => request is { State: not RequestState.Withdrawn, OpenOperation: { } open }
        ? new Wait(open.TeamId, Ask.Operation, open.Operation.Name, open.AskedAt, HasBall: false, [])
        {
            Assignee = open.Holder,
            AssignedBecause = open.Taken is null ? open.Assigned?.Why : null,
            DueAt = OperationClock.Next(open, request.Form, request.Playbook)?.DueAt(open.AskedAt) is { IsEstimate: false } due ? due.At : null,
        }
        : null;

    private static Wait OfOwner(Request request, string owner)
    {
        var visit = request.Current;
        var questions = OpenQuestions(request, owner);
        var (ask, says) = visit switch
        {
            { AwaitsAcceptance: true } => (Ask.AcceptHandOver, "Accept hand-over"),
            { OfferedAt: not null } => (Ask.Offered, $"Wait for {Team(request, visit.Stage.ReceiverTeamId!)} to accept"),
            { Stage.Kind: StageKind.Review } => (Ask.Review, visit.Stage.CompleteLabel),
            _ when questions.Count > 0 => (Ask.Answer, Answer(request, questions)),
            _ when visit.Stage.Id == request.Playbook.CommonStages.AfterDecline.Id => (Ask.AfterDecline, "Decide what comes next"),
            _ => (Ask.Work, $"{Work(request)}: {visit.Stage.Name}"),
        };
        return new Wait(owner, ask, says, visit.StartedAt, HasBall: true, ask is Ask.Answer ? questions : [])
        {
            Assignee = visit.Assignee,
            AssignedBecause = visit.AssignedBecause,
        };
    }

    private static IEnumerable<Wait> OfReceiver(Request request) =>
        request.Current is { AwaitsAcceptance: false, OfferedAt: { } offered, Stage.ReceiverTeamId: { } receiver }
            ? [Asked(request, new Wait(receiver, Ask.AcceptHandOver, "Accept hand-over", offered, HasBall: false, []))]
            : [];

    private static IEnumerable<Wait> OfAnswerers(Request request, string owner) =>
        from team in request.Playbook.Teams
        where team.Id != owner
        let questions = OpenQuestions(request, team.Id)
        where questions.Count > 0
        select Asked(request, new Wait(team.Id, Ask.Answer, Answer(request, questions), OpenSince(request, questions), HasBall: false, questions));

    private static Wait Asked(Request request, Wait wait) => request.AskedOf(wait.TeamId) is { } assigned
        ? wait with { Assignee = assigned.To, AssignedBecause = assigned.Why }
        : wait;

    private static List<string> OpenQuestions(Request request, string teamId) =>
        request.Current.Stage.Id != request.Playbook.CommonStages.Answers.Id
            ? []
            : [.. request.Decision.OpenQuestions.Where(id => request.Playbook.Question(id).AnsweredBy == teamId)];

    // A team is asked from the decision on since which one of its questions has been open without a break.
    private static DateTime OpenSince(Request request, List<string> questions) => request.Decisions
        .Reverse()
        .TakeWhile(decision => questions.Exists(id => decision.OpenQuestions.Contains(id, StringComparer.Ordinal)))
        .Last().At;

    private static string Answer(Request request, List<string> questions) => questions is [var only]
        ? $"Answer: {request.Playbook.Question(only).Wording}"
        : string.Create(CultureInfo.InvariantCulture, $"Answer {questions.Count} questions");

    private static string Work(Request request) => request.ToAnswer?.What switch
    {
        SentBack => "Sent back",
        Returned => "Returned",
        _ => "Work",
    };

    private static string Team(Request request, string id) => request.Playbook.Team(id).Name;
}
