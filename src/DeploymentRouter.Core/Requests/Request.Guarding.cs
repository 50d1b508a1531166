using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Requests;

/// <content>Whether a person may do an act now, and if not, why; asked by pages before and by every act itself.</content>
public sealed partial class Request
{
    /// <summary>How long an act can be undone by the person who did it, if nobody acted since; in minutes.</summary>
    public const int UndoMinutes = 10;

    /// <summary>Why <paramref name="by"/> cannot do <paramref name="act"/> now; null: they can.</summary>
    public Refusal? WhyNot(RequestAct act, Person by) => act switch
    {
        RequestAct.Comment or RequestAct.Attach or RequestAct.Detach => null,
        RequestAct.Undo => WhyNotUndo(by),
        RequestAct.AskForOperation => PossibleOperations.Any(one => WhyNotAsk(one, by) is null)
            ? null
            : PossibleOperations.Select(one => WhyNotAsk(one, by)).FirstOrDefault() ?? Refusals.NoInstanceYet("Operations"),
        RequestAct.TakeOperation or RequestAct.CompleteOperation or RequestAct.DeclineOperation or RequestAct.WithdrawOperation => WhyNotOperate(act, by),
        RequestAct.Reopen => State != RequestState.Withdrawn ? Refusals.NotWithdrawn() : FilingTeamOnly(by, "reopen it"),
        RequestAct.RecordReading or RequestAct.WithdrawReading or RequestAct.ClearOver => WhyNotRead(by),
        RequestAct.Engage => WhyNotEngage(by),
        RequestAct.WatchAgain => WhyNotWatchAgain(by),
        _ => WhyClosed(act) ?? WhyNotWhileOpen(act, by),
    };

    private Refusal? WhyNotWhileOpen(RequestAct act, Person by) => act switch
    {
        RequestAct.ChangeCustomer => FilingTeamOnly(by, "change the customer's facts"),
        RequestAct.Answer => Playbook.Questions.Any(question => question.AnsweredBy == by.TeamId)
            ? null
            : Refusals.NotYourAct("change answers", TeamName(FilingTeamId)),
        RequestAct.Reroute => FilingTeamOnly(by, "re-route it") ?? WhyHeld() ?? WhyNotReroute() ?? WhyOperationOpen(),
        RequestAct.Override => FilingTeamOnly(by, "override the strategy") ?? WhyHeld() ?? WhyOperationOpen(),
        RequestAct.Withdraw => FilingTeamOnly(by, "withdraw it") ?? WhyOperationOpen(),
        RequestAct.Hold => State == RequestState.OnHold ? Refusals.OnHold(Hold!.Reason) : OwnerOrFilingTeam(by, "put it on hold"),
        RequestAct.Resume => State != RequestState.OnHold ? Refusals.NotOnHold() : OwnerOrFilingTeam(by, "resume it"),
        RequestAct.Appeal => WhyHeld() ?? (State != RequestState.Declined ? Refusals.NotDeclined() : FilingTeamOnly(by, "appeal")),
        RequestAct.Assign => by.IsAdmin ? null : OwnerOnly(by),
        RequestAct.Take => OwnerOnly(by) ?? WhyNotDecide(by),
        RequestAct.Pin => OwnerOnly(by) ?? (Pin is { } pin ? Refusals.AlreadyPinned(pin.ByName) : null),
        RequestAct.Unpin => Pin is { } pinned ? WhyNotTheirPin(pinned, by) : Refusals.NotPinned(),
        RequestAct.Accept => WhyHeld() ?? WhyNotReceiver(by),
        RequestAct.Return => WhyHeld() ?? WhyNotReceiver(by) ?? (Current.AwaitsAcceptance ? WhyOperationOpen() : null),
        RequestAct.Tick or RequestAct.SaveForm => WhyHeld() ?? WorkerOnly(by) ?? WhyUnaccepted(),
        RequestAct.Complete => WhyHeld() ?? WhyNotCompletable() ?? WorkerOnly(by) ?? WhyUnaccepted() ?? WhyNotDecide(by),
        RequestAct.Reply => WhyHeld() ?? (ToAnswer?.What is SentBack ? WhyNotCompletable() : Refusals.NothingSentBack()) ?? WorkerOnly(by) ?? WhyUnaccepted(),
        RequestAct.Offer => WhyHeld() ?? WhyNotKind(StageKind.HandOver, "hand over") ?? OwnerOnly(by) ?? WhyUnaccepted() ?? WhyOffered(),
        RequestAct.SendBack => WhyHeld() ?? WhyNotKind(StageKind.Review, "send back") ?? OwnerOnly(by) ?? WhyNotDecide(by) ?? WhyOperationOpen(),
        RequestAct.Decline => WhyHeld() ?? WhyNotKind(StageKind.Review, "decline") ?? OwnerOnly(by) ?? WhyNotDecide(by),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    private string FilingTeamId => Playbook.FilingTeamId;

    private Refusal? WhyClosed(RequestAct act) => State switch
    {
        RequestState.Withdrawn => Refusals.AlreadyWithdrawn(),
        RequestState.Delivered when Current.EndedAt is not null
            || act is not (RequestAct.Assign or RequestAct.Take or RequestAct.Tick or RequestAct.SaveForm) => Refusals.AlreadyDelivered(),
        _ => null,
    };

    private Refusal? WhyHeld() => Hold is { } hold ? Refusals.OnHold(hold.Reason) : null;

    private Refusal? WhyUnaccepted() =>
        Current.AwaitsAcceptance ? Refusals.AcceptFirst(Current.Stage.Name, TeamName(Current.TeamId)) : null;

    private Refusal? WhyOffered() =>
        Current.OfferedAt is null ? null : Refusals.AlreadyOffered(TeamName(Current.Stage.ReceiverTeamId!));

    private Refusal? WhyNotKind(StageKind kind, string act) =>
        Current.Stage.Kind == kind ? null : Refusals.NotThisKindOfStage(Current.Stage.Name, act);

    // Answers and declines end by answering and deciding, a hand-over by its acceptance.
    private Refusal? WhyNotCompletable() =>
        State is RequestState.NeedsInformation ? Refusals.StillUndecided()
        : IsStageDropped ? Refusals.StageDropped(Current.Stage.Name)
        : State is RequestState.Declined || Current.Stage.Kind is StageKind.HandOver or StageKind.OpenEnded
            ? Refusals.NotThisKindOfStage(Current.Stage.Name, "complete")
            : null;

    private Refusal? WhyNotReroute() =>
        Decision.Outcome is null && StrategyId is null ? Refusals.StillUndecided()
        : AnswersLeadElsewhere || IsStageDropped ? null
        : Refusals.NothingToReroute(StrategyId is null ? "no strategy" : Playbook.Strategy(StrategyId).ShortName);

    private Refusal? WhyNotReceiver(Person by)
    {
        var receiver = Current.AwaitsAcceptance ? Current.TeamId
            : Current.OfferedAt is null ? null
            : Current.Stage.ReceiverTeamId;
        return receiver is null ? Refusals.NothingOffered()
            : receiver == by.TeamId ? null
            : Refusals.NotYourStage("The hand-over", TeamName(receiver));
    }

    private Refusal? WhyNotUndo(Person by)
    {
        var act = LastActBefore(by);
        return act.Count == 0 || act[0].By.PersonId != by.Id || act.Exists(entry => entry.What is Opened or Undone) || IsReadOn(act[0])
            ? Refusals.NothingToUndo()
            : null;
    }

    // Whoever comments does not act, and whoever reads growth does so beside the relay: both leave an act of somebody else to be taken back.
    private List<HistoryEntry> LastActBefore(Person by) =>
        _history.FindLast(entry => !entry.What.IsBeside() && !(entry.What.IsReading() && entry.By.PersonId != by.Id)) is { } last
            ? _history.FindAll(entry => entry.Act == last.Act)
            : [];

    // A reading on which somebody else has built by now is withdrawn with a reason instead.
    private bool IsReadOn(HistoryEntry reading) =>
        reading.What.IsReading() && _history.Exists(entry => entry.Number > reading.Number && entry.What.IsReading());

    private Refusal? FilingTeamOnly(Person by, string act) =>
        by.TeamId == FilingTeamId ? null : Refusals.NotYourAct(act, TeamName(FilingTeamId));

    private Refusal? OwnerOrFilingTeam(Person by, string act) =>
        by.TeamId == FilingTeamId || by.TeamId == OwnerTeamId ? null
            : Refusals.NotYourAct(act, $"{TeamName(FilingTeamId)} or the team that has the ball");

    private Refusal? OwnerOnly(Person by) =>
        by.TeamId == OwnerTeamId ? null : Refusals.NotYourStage(Current.Stage.Name, TeamName(Current.TeamId));

    private Refusal? WorkerOnly(Person by) =>
        by.TeamId == OwnerTeamId || Current.Stage.AlsoByTeamIds.Contains(by.TeamId, StringComparer.Ordinal) ? null
            : Refusals.NotYourStage(
                Current.Stage.Name, string.Join(" or ", Current.Stage.AlsoByTeamIds.Prepend(Current.TeamId).Select(TeamName)));

    private string TeamName(string teamId) => Playbook.Team(teamId).Name;
}
