using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Requests;

/// <content>Comments, holding, withdrawing, undoing.</content>
public sealed partial class Request
{
    /// <summary>Longest comment, reason or note, in characters.</summary>
    public const int MaxText = 4_000;

    /// <summary>Writes to everybody on this request; possible in every state.</summary>
    public Outcome Comment(string text, Person by, DateTime now)
    {
        if (TextProblem(text, "a comment") is { } problem) return problem;
        Record(by, now, new Commented(text.Trim()));
        return Outcome.Done;
    }

    /// <summary>Puts it on hold until a date, or until something that <paramref name="reason"/> names.</summary>
    /// <param name="reasonCode">One of the playbook's hold reasons; null: words alone say it.</param>
    public Outcome PutOnHold(string reason, DateOnly? until, Person by, DateTime now, string? reasonCode = null)
    {
        if (WhyNot(RequestAct.Hold, by) is { } refusal) return refusal;
        if (reasonCode is not null && Playbook.HoldReasons.All(known => known.Id != reasonCode)) return Refusals.UnknownReason();
        if (TextProblem(reason, "what it waits for") is { } problem) return problem;
        if (until <= DateOnly.FromDateTime(now)) return Refusals.HoldDateInPast();
        Record(by, now, new Held(reason.Trim(), until, reasonCode));
        return Outcome.Done;
    }

    /// <summary>Ends the hold. Answers that decided meanwhile start their strategy now.</summary>
    public Outcome Resume(Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Resume, by) is { } refusal) return refusal;
        var act = NextAct;
        Record(by, now, new Resumed(), act);
        FollowAnswers(by, now, act);
        return Outcome.Done;
    }

    public Outcome Withdraw(string reason, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Withdraw, by) is { } refusal) return refusal;
        if (TextProblem(reason, "why it is withdrawn") is { } problem) return problem;
        Record(by, now, new Withdrawn(reason.Trim()));
        return Outcome.Done;
    }

    /// <summary>Opens a withdrawn request again in the stage where it was.</summary>
    public Outcome Reopen(string reason, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Reopen, by) is { } refusal) return refusal;
        if (TextProblem(reason, "why it is opened again") is { } problem) return problem;
        var act = NextAct;
        var last = Current;
        Record(by, now, new Reopened(reason.Trim()), act);
        Start(by, now, last.Stage, last.StrategyId, last.TeamId, StageEnd.Returned, last is { WasHandedOver: true, AcceptedAt: null }, act);
        return Outcome.Done;
    }

    /// <summary>
    /// Takes back one's own last act, as long as nobody acted since and not longer than <see cref="UndoMinutes"/> minutes.
    /// The history keeps the act and the taking back.
    /// </summary>
    public Outcome Undo(Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Undo, by) is { } refusal) return refusal;
        var first = LastActBefore(by)[0];
        if (now - first.At > TimeSpan.FromMinutes(UndoMinutes)) return Refusals.TooLateToUndo(UndoMinutes);
        Append(by, now, new Undone(first.Number), NextAct);
        Refold();
        return Outcome.Done;
    }

    private int NextAct => _actUnderWay ?? _history.Count + 1;

    private void Record(Person by, DateTime now, Happening what, int? act = null) => Fold(Append(by, now, what, act ?? NextAct));

    private HistoryEntry Append(Person by, DateTime now, Happening what, int act)
    {
        if (now.Kind != DateTimeKind.Utc) throw new ArgumentException("Times in the history are UTC.", nameof(now));
        // Two clocks may disagree by a moment; the history never runs backwards.
        var at = _history.Count > 0 && now < _history[^1].At ? _history[^1].At : now;
        var entry = new HistoryEntry(_history.Count + 1, act, at, new Actor(by.Id, by.Name, by.TeamId), what);
        _history.Add(entry);
        return entry;
    }

    private static Refusal? TextProblem(string text, string what) =>
        string.IsNullOrWhiteSpace(text) ? Refusals.TextNeeded(what)
        : TextCheck.Problem(text, MaxText);
}
