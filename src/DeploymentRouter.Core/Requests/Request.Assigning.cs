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
        Current.EndedAt is null && State is not RequestState.Delivered && NewEntries.Any(entry => entry.What is StageStarted);

    /// <summary>Ids of people who may not decide on it: after an appeal a different person does.</summary>
    public IReadOnlySet<string> MayNotDecide =>
        IsAppealInReview ? _decliners : ImmutableHashSet<string>.Empty;

    /// <summary>Who of the owning team had it last, before the present stay; null: nobody.</summary>
    public string? HadBefore =>
        _visits[..^1].FindLast(visit => visit.TeamId == Current.TeamId && visit.Assignee is not null)?.Assignee!.PersonId;

    /// <summary>Gives it to whom the rule has chosen, as part of the act that started the stage; or says why to nobody.</summary>
    public void AssignInTurn(Choice choice) =>
        FoldBeside(new Assigned(choice.To is { } to ? new Assignee(to.PersonId, to.Name) : null, choice.Why));

    private void FoldTurn(Assignee? to, DateTime at)
    {
        if (to is not null) _turns.TryAdd(to.PersonId, at);
    }

    // One entry more of the act that is about to be stored.
    private void FoldBeside(Assigned assigned)
    {
        var last = _history[^1];
        var entry = last with { Number = last.Number + 1, What = assigned };
        _history.Add(entry);
        Fold(entry);
    }
}
