using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>An act and how its button reads; the refusal says why it is not possible now.</summary>
public sealed record ActChoice(RequestAct Act, string Label, Refusal? Refusal)
{
    public bool IsPossible => Refusal is null;
}

/// <summary>What the person who looks may do now, and what not and why.</summary>
/// <param name="Primary">The one act that moves the request on; null: it is not theirs, or something is missing first.</param>
/// <param name="Beside">Other acts of this stage that they may do.</param>
/// <param name="WhyNot">Why nothing moves on from here for them: who can, and what to do.</param>
/// <param name="More">Acts that are always there, each possible or refused.</param>
public sealed record ActsView(ActChoice? Primary, IReadOnlyList<ActChoice> Beside, string? WhyNot, IReadOnlyList<ActChoice> More)
{
    /// <summary>The act that would move on and is theirs, as soon as what it lacks is there; null: nothing is lacking, or it is not theirs.</summary>
    public ActChoice? Unfinished { get; init; }

    private static readonly (RequestAct Act, string Label)[] Always =
    [
        (RequestAct.ChangeCustomer, "Change customer facts"),
        (RequestAct.Hold, "Put on hold"),
        (RequestAct.Reroute, "Re-route"),
        (RequestAct.Override, "Override the strategy"),
        (RequestAct.Withdraw, "Withdraw"),
    ];

    public static ActsView Of(Request request, Person person)
    {
        var stage = StageActs.Of(request, person);
        var possible = stage.Concat(OperationActs(request, person)).Where(choice => choice.IsPossible).ToList();
        var primary = possible.FirstOrDefault();
        var assign = AssignActs(request, person);
        return new ActsView(
            primary,
            [.. possible.Skip(1), .. assign],
            primary is null && stage is [var first, ..] ? first.Refusal!.Sentence : null,
            [.. from always in Always
                where stage.All(choice => choice.Act != always.Act)
                where always.Act is not RequestAct.Hold || request.State is not RequestState.OnHold
                select new ActChoice(always.Act, always.Label, request.WhyNot(always.Act, person))])
        {
            Unfinished = primary is null ? stage.FirstOrDefault(choice => choice.Refusal is { Lacks.Count: > 0 }) : null,
        };
    }

    // Only of the team that carries it out: whoever asked finds their act beside the operation.
    private static IEnumerable<ActChoice> OperationActs(Request request, Person person) =>
        request.OpenOperation is not { } open || open.TeamId != person.TeamId ? [] :
        [
            new ActChoice(RequestAct.TakeOperation, $"Take “{open.Operation.Name}”", request.WhyNot(RequestAct.TakeOperation, person)),
            new ActChoice(RequestAct.CompleteOperation, "It is done", request.WhyNot(RequestAct.CompleteOperation, person)),
            new ActChoice(RequestAct.DeclineOperation, "Decline it", request.WhyNot(RequestAct.DeclineOperation, person)),
        ];

    private static IEnumerable<ActChoice> AssignActs(Request request, Person person)
    {
        if (request.OwnerTeamId is null) yield break;
        if (request.Current.Assignee?.PersonId != person.Id && request.WhyNot(RequestAct.Take, person) is null)
            yield return new ActChoice(RequestAct.Take, "Take it", null);
        if (request.WhyNot(RequestAct.Assign, person) is null)
            yield return new ActChoice(RequestAct.Assign, request.Current.Assignee is null ? "Assign" : "Assign to somebody else", null);
    }
}

/// <summary>The acts that the current stage is about, the one that moves on first.</summary>
internal static class StageActs
{
    public static IReadOnlyList<ActChoice> Of(Request request, Person person)
    {
        ActChoice Choice(RequestAct act, string label) => new(act, label, request.WhyNot(act, person) ?? Unfinished(request, act));
        var stage = request.Current.Stage;
        return request switch
        {
            { State: RequestState.Withdrawn } => [Choice(RequestAct.Reopen, "Reopen")],
            { State: RequestState.OnHold } => [Choice(RequestAct.Resume, "Resume")],
            { IsEngagedFromHere: true } =>
                [Choice(RequestAct.Engage, stage.WatchesGrowth ? request.Playbook.Growth.Engagement!.Label : stage.CompleteLabel)],
            { State: RequestState.Delivered } => [],
            { State: RequestState.NeedsInformation } => [Answer(request, person)],
            { State: RequestState.Declined, AnswersLeadElsewhere: true } =>
                [Choice(RequestAct.Reroute, $"Re-route to {Elsewhere(request)}"), Choice(RequestAct.Appeal, "Appeal"), .. AfterDecline(request, Choice)],
            { State: RequestState.Declined } => [Choice(RequestAct.Appeal, "Appeal"), .. AfterDecline(request, Choice)],
            _ when ReplyView.Of(request, person) is not null =>
                [new ActChoice(RequestAct.Complete, stage.CompleteLabel, Refusals.AnswerWhatIsAsked(request.ToAnswer!.By.Name))],
            { Current.AwaitsAcceptance: true } or { Current.OfferedAt: not null } => [Choice(RequestAct.Accept, "Accept"), Choice(RequestAct.Return, "Return")],
            _ when stage.Kind is StageKind.Review =>
                [Choice(RequestAct.Complete, stage.CompleteLabel), Choice(RequestAct.Decline, "Decline"), Choice(RequestAct.SendBack, "Send back")],
            _ when stage.Kind is StageKind.HandOver =>
                [Choice(RequestAct.Offer, $"Offer to {Named.Team(request.Playbook, stage.ReceiverTeamId!)}")],
            _ => [Choice(RequestAct.Complete, stage.CompleteLabel)],
        };
    }

    /// <summary>Where the answers lead now.</summary>
    public static string Elsewhere(Request request) => Named.Strategy(request.Playbook, request.Decision.Outcome) ?? "open answers";

    private static IEnumerable<ActChoice> AfterDecline(Request request, Func<RequestAct, string, ActChoice> choice) =>
        [.. request.Watch is { } watch ? (ActChoice[])[choice(RequestAct.WatchAgain, $"Back to {watch.Stage.Name}")] : [], choice(RequestAct.Override, "Override the strategy"), choice(RequestAct.Withdraw, "Close it")];

    private static ActChoice Answer(Request request, Person person)
    {
        var open = OpenQuestion.Of(request, person);
        var mine = open.Count(question => question.IsMine);
        return new ActChoice(
            RequestAct.Answer,
            mine == 1 ? "Answer the open question" : $"Answer {mine} open questions",
            mine > 0 ? request.WhyNot(RequestAct.Answer, person)
                : Refusals.NotYourQuestion(open[0].Wording, Wording.AndList([.. open.Select(q => q.TeamName).Distinct(StringComparer.Ordinal)])));
    }

    private static Refusal? Unfinished(Request request, RequestAct act) =>
        act is RequestAct.Complete or RequestAct.Offer ? request.WhyUnfinished() : null;
}
