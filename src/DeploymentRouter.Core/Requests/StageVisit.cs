using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Core.Requests;

/// <summary>Why a stage ended.</summary>
public enum StageEnd
{
    Completed,
    SentBack,
    Declined,
    Returned,
    Rerouted,
    Withdrawn,
}

/// <summary>One stay of a request in a stage. Visits are contiguous: each begins when the one before it ends.</summary>
public sealed class StageVisit
{
    internal StageVisit(Stage stage, string? strategyId, string teamId, DateTime startedAt, bool awaitsAcceptance)
    {
        Stage = stage;
        StrategyId = strategyId;
        TeamId = teamId;
        StartedAt = startedAt;
        WasHandedOver = AwaitsAcceptance = awaitsAcceptance;
    }

    public Stage Stage { get; }

    /// <summary>The strategy it belongs to; null for the stages common to all.</summary>
    public string? StrategyId { get; }

    /// <summary>The team that has the ball.</summary>
    public string TeamId { get; }

    /// <summary>The person it is assigned to; null: nobody yet.</summary>
    public Assignee? Assignee => AssignmentList is [.., var last] ? last.To : null;

    /// <summary>Why it was assigned to this person, or to nobody, in turn; null: a person decided, or nobody has yet.</summary>
    public string? AssignedBecause => AssignmentList is [.., var last] ? last.Why : null;

    public DateTime StartedAt { get; }

    public DateTime? EndedAt { get; internal set; }

    public StageEnd? End { get; internal set; }

    /// <summary>Handed over by another team and neither accepted nor returned yet.</summary>
    public bool AwaitsAcceptance { get; internal set; }

    /// <summary>When the hand-over into this stage was accepted; null: it did not need to be, or not yet.</summary>
    public DateTime? AcceptedAt { get; internal set; }

    /// <summary>When this hand-over stage was offered to the receiving team; null: not, or returned.</summary>
    public DateTime? OfferedAt { get; internal set; }

    /// <summary>Ticked exit criteria by id.</summary>
    public IReadOnlyDictionary<string, Tick> Ticks => TicksById;

    /// <summary>Times on hold, within this visit.</summary>
    public IReadOnlyList<Pause> Pauses => PauseList;

    /// <summary>To whom it was assigned and since when, oldest first; before the first, to nobody.</summary>
    public IReadOnlyList<Assignment> Assignments => AssignmentList;

    /// <summary>The stay before this one; null: it is the first.</summary>
    public StageVisit? Before { get; internal init; }

    /// <summary>Whether it began as something to accept first.</summary>
    internal bool WasHandedOver { get; }

    internal Dictionary<string, Tick> TicksById { get; } = new(StringComparer.Ordinal);

    internal List<Pause> PauseList { get; } = [];

    internal List<Assignment> AssignmentList { get; } = [];
}

/// <summary>A person something is assigned to.</summary>
public sealed record Assignee(string PersonId, string Name);

/// <summary>Since when it is assigned to a person, or (null) to nobody.</summary>
public sealed record Assignment(DateTime At, Assignee? To, string? Why = null);

/// <summary>Who ticked an exit criterion, and when.</summary>
public sealed record Tick(string PersonName, DateTime At);

/// <summary>A time that does not count; <paramref name="Until"/> is null while it lasts.</summary>
/// <param name="Code">One of the playbook's hold reasons; null: words alone say it.</param>
public sealed record Pause(DateTime From, DateTime? Until, string Reason, string? Code = null);
