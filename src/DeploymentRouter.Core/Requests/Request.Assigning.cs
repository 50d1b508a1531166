using System.Collections.Immutable;
using DeploymentRouter.Core.Assigning;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Requests;

/// <content>Assignment in turn, by rule instead of by a person.</content>
public sealed partial class Request
{
    /// <summary>When each person got it first, by person id; UTC. Whoever keeps it or gets it back has no second turn.</summary>
    public IReadOnlyDictionary<string, DateTime> Turns => _turns;

    /// <summary>Whether a stage has begun in what is not stored yet, and goes on.</summary>
    public bool HasNewStage =>
        Current.EndedAt is null && State is not RequestState.Delivered && NewEntries.Any(entry => entry.What.Starts() is not null);

    /// <summary>Ids of people who may not decide on it: after an appeal a different person does.</summary>
    public IReadOnlySet<string> MayNotDecide =>
        IsAppealInReview ? _decliners : ImmutableHashSet<string>.Empty;

    /// <summary>Who of the owning team had it last, before the present stay; null: nobody.</summary>
    public string? HadBefore => HadLast(_visits[..^1], Current.TeamId);

    /// <summary>To whom of a team that has not the ball it is assigned what is asked of it, operations apart; null: nobody was chosen.</summary>
    public Assignment? AskedOf(string teamId) => _asked.GetValueOrDefault(teamId);

    /// <summary>Who of a team has had it last, or what was asked of the team; null: nobody.</summary>
    public string? HadLast(string teamId) => HadLast(_visits, teamId);

    /// <summary>Gives it to whom the rule has chosen, as part of the act that started the stage; or says why to nobody.</summary>
    public void AssignInTurn(Choice choice) => FoldBeside(new Assigned(To(choice), choice.Why));

    /// <summary>Gives what is asked of a team that has not the ball to whom the rule has chosen, as part of the act that asked.</summary>
    /// <param name="operation">The number of the operation that is asked for; null: answers, or the acceptance of a hand-over.</param>
    public void AssignAskInTurn(string teamId, int? operation, Choice choice) => FoldBeside(new AskAssigned(teamId, To(choice), choice.Why, operation));

    private static Assignee? To(Choice choice) => choice.To is { } to ? new Assignee(to.PersonId, to.Name) : null;

    private string? HadLast(List<StageVisit> visits, string teamId) =>
        (visits.FindLast(visit => visit.TeamId == teamId && visit.Assignee is not null)?.Assignee ?? _lastAsked.GetValueOrDefault(teamId))?.PersonId;

    private void FoldAsked(AskAssigned asked, DateTime at)
    {
        var assignment = new Assignment(at, asked.To, asked.Why);
        if (asked.Operation is { } number) FoldOperation(number, run => run with { Assigned = assignment });
        else _asked[asked.TeamId] = assignment;
        if (asked.To is { } to) _lastAsked[asked.TeamId] = to;
        FoldTurn(asked.To, at);
    }

    private void ForgetAsked(Func<string, bool> isStillAsked)
    {
        foreach (var team in _asked.Keys.Where(team => !isStillAsked(team)).ToList())
            _asked.Remove(team);
    }

    private void FoldTurn(Assignee? to, DateTime at)
    {
        if (to is not null) _turns.TryAdd(to.PersonId, at);
    }

    // One entry more of the act that is about to be stored.
    private void FoldBeside(Happening what)
    {
        var last = _history[^1];
        var entry = last with { Number = last.Number + 1, What = what };
        _history.Add(entry);
        Fold(entry);
    }
}
