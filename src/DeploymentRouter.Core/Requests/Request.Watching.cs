using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Requests;

/// <content>The growth watch: it lasts through an engagement, and a declined one leads back to it.</content>
public sealed partial class Request
{
    /// <summary>
    /// The stay from which its growth is watched; null: it never was, or is watched no more. The first instance serves until what
    /// comes after it is delivered, so the watch goes on while others have the ball.
    /// </summary>
    public StageVisit? Watch =>
        State is RequestState.Withdrawn || (State is RequestState.Delivered && Current is not { EndedAt: null, Stage.WatchesGrowth: true }) ? null
        : _visits.FindLast(visit => visit.Stage.WatchesGrowth && (visit == Current || !visit.WasHandedOver || visit.AcceptedAt is not null));

    /// <summary>
    /// Whose account it is as long as its growth is watched: who has it in the watching team, or had it last while others have the
    /// ball. Null: nobody, or it is not watched.
    /// </summary>
    public Assignee? Watcher => Watch switch
    {
        null => null,
        var watch when watch == Current => Current.Assignee,
        var watch => _visits.Skip(_visits.IndexOf(watch)).LastOrDefault(visit => visit.TeamId == watch.TeamId && visit.Assignee is not null)?.Assignee,
    };

    /// <summary>Takes a declined request back to the stage from which its growth was watched, with that stage's strategy and team.</summary>
    public Outcome WatchAgain(Person by, DateTime now)
    {
        if (WhyNot(RequestAct.WatchAgain, by) is { } refusal) return refusal;
        var (watch, act) = (Watch!, NextAct);
        Start(by, now, watch.Stage, watch.StrategyId, watch.TeamId, StageEnd.Rerouted, awaitsAcceptance: false, act);
        if (watch.Stage.Kind == StageKind.OpenEnded) Record(by, now, new Delivered(), act);
        return Outcome.Done;
    }

    private Refusal? WhyNotWatchAgain(Person by) =>
        State is not RequestState.Declined ? Refusals.NotDeclined()
        : Watch is not { } watch ? Refusals.NothingToWatchAgain()
        : by.TeamId == OwnerTeamId || by.TeamId == watch.TeamId ? null
        : Refusals.NotYourAct($"take it back to {watch.Stage.Name}", $"{TeamName(Current.TeamId)} or {TeamName(watch.TeamId)}");

    private Refusal? WhyNotRead(Person by) =>
        Watch is not { } watch ? Refusals.NotAGrowthStage(Current.Stage.Name)
        : by.IsAdmin ? null
        : watch == Current ? WorkerOnly(by) ?? WhyUnaccepted()
        : Watchers(watch).Contains(by.TeamId, StringComparer.Ordinal) ? null
        : Refusals.NotYourStage(watch.Stage.Name, string.Join(" or ", Watchers(watch).Select(TeamName)));

    private static IEnumerable<string> Watchers(StageVisit watch) => watch.Stage.AlsoByTeamIds.Prepend(watch.TeamId);
}
