using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Persistence.Schema;

/// <summary>What lists and queues read of a request; made anew from the aggregate with every write.</summary>
public sealed class RequestRow
{
    public Guid Id { get; set; }
    public int Number { get; set; }
    public int Version { get; set; }

    /// <summary>The draft (or other key) it was filed from: filing the same again finds this request.</summary>
    public Guid SubmissionKey { get; set; }
    public required string CustomerName { get; set; }
    public required string CustomerKey { get; set; }
    public required string OpportunityKey { get; set; }
    public Engagement Engagement { get; set; }
    public DateOnly? NeededBy { get; set; }
    public RequestState State { get; set; }
    public string? StrategyId { get; set; }
    public bool IsOverridden { get; set; }
    public required string StageId { get; set; }
    public required string StageName { get; set; }
    public DateTime StageStartedAt { get; set; }

    /// <summary>The team that has the ball; null once nobody has.</summary>
    public string? OwnerTeamId { get; set; }

    /// <summary>The team that has to accept or return a hand-over.</summary>
    public string? OfferedToTeamId { get; set; }
    public string? AssigneeId { get; set; }
    public string? AssigneeName { get; set; }

    /// <summary>When the clock of the stage began to count; null: the stage promises nothing, or the request is on hold.</summary>
    public DateTime? ClockFrom { get; set; }
    public DateTime? DueAt { get; set; }

    /// <summary><see cref="DueAt"/>, or the end of time: what has no due time comes last.</summary>
    public DateTime DueOrder { get; set; }
    public bool DueIsEstimate { get; set; }
    public DateOnly? HoldUntil { get; set; }

    /// <summary>0 to 100; see <see cref="PriorityScore"/>.</summary>
    public int Priority { get; set; }

    /// <summary>The points of each part of the priority, in the order of <see cref="PriorityScore.Parts"/>, with spaces between.</summary>
    public required string PriorityPoints { get; set; }

    /// <summary>The answers that rule the other strategies out, in a few words.</summary>
    public required string DecidedBy { get; set; }

    /// <summary>The row that decided; null: undecided, or several compete.</summary>
    public string? RowId { get; set; }

    /// <summary>The answers that were decided on, as the history writes them.</summary>
    public required string Answers { get; set; }

    /// <summary>When a review last decided, or else when it ended; null: neither yet.</summary>
    public DateTime? SettledAt { get; set; }

    /// <summary>When it was delivered or withdrawn.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>The code of the last decline.</summary>
    public string? DeclineReason { get; set; }
    public required string OpenedById { get; set; }
    public required string OpenedByName { get; set; }
    public DateTime OpenedAt { get; set; }
    public DateTime ChangedAt { get; set; }
}

/// <summary>One line of a request's append-only history.</summary>
public sealed class HistoryRow
{
    public Guid RequestId { get; set; }
    public int Number { get; set; }
    public int Act { get; set; }
    public DateTime At { get; set; }
    public required string ById { get; set; }
    public required string ByName { get; set; }
    public required string ByTeamId { get; set; }
    public required string What { get; set; }

    internal HistoryEntry ToEntry() => new(Number, Act, At, new Actor(ById, ByName, ByTeamId), HistoryJson.Read(What));
}

/// <summary>One line of a team's queue; made anew from the aggregate with every write.</summary>
public sealed class QueueRow
{
    public required string TeamId { get; set; }
    public Guid RequestId { get; set; }
    public Ask Ask { get; set; }

    /// <summary>The ask in words.</summary>
    public required string Says { get; set; }
    public required string StageId { get; set; }

    /// <summary>Where the line stands in its team's queue; smaller is first.</summary>
    public required string Order { get; set; }
    public DateTime Since { get; set; }

    /// <summary>When a promise of this team breaks; null: it made none, the request is on hold, or another team has the ball.</summary>
    public DateTime? DueAt { get; set; }
    public string? AssigneeId { get; set; }
    public string? AssigneeName { get; set; }
    public bool IsHeld { get; set; }

    /// <summary>From when on it is in the queue; the beginning of time: since it was written.</summary>
    public DateTime From { get; set; }

    /// <summary>When it leaves the queue by itself; the end of time: not before the next write.</summary>
    public DateTime Until { get; set; }

    /// <summary>Why it stands first; null: it is not pinned.</summary>
    public string? PinReason { get; set; }
    public string? PinnedByName { get; set; }
    public DateTime? PinnedAt { get; set; }
}

/// <summary>How many requests a team can take, as somebody once said; the newest line of a team counts.</summary>
public sealed class BandwidthRow
{
    public long Id { get; set; }
    public required string TeamId { get; set; }
    public int? Requests { get; set; }
    public required string ById { get; set; }
    public required string ByName { get; set; }
    public DateTime At { get; set; }
}

public sealed class DraftRow
{
    public Guid Id { get; set; }
    public required string OwnerId { get; set; }
    public int Version { get; set; }
    public DateTime CreatedAt { get; set; }
    public DateTime ChangedAt { get; set; }
    public required string CustomerName { get; set; }
    public required string Fields { get; set; }
    public Guid? RequestId { get; set; }
}

public sealed class PersonRow
{
    public required string Id { get; set; }
    public required string Name { get; set; }
    public required string TeamId { get; set; }
    public bool IsAdmin { get; set; }
    public bool OwnsPlaybook { get; set; }

    /// <summary>Where the installation shows named accounts only: the names of theirs, a line each.</summary>
    public string Accounts { get; set; } = "";

    /// <summary>Whether they may not come in any more.</summary>
    public bool IsDisabled { get; set; }
}

/// <summary>What is set about somebody of a team; who has no row has the defaults.</summary>
public sealed class MemberRow
{
    public required string PersonId { get; set; }
    public int Capacity { get; set; }
    public bool IsLead { get; set; }
}

/// <summary>When somebody first got a request; made anew from the aggregate with every write.</summary>
public sealed class TurnRow
{
    public required string PersonId { get; set; }
    public Guid RequestId { get; set; }
    public DateTime At { get; set; }
}

/// <summary>Days on which somebody is away, both included.</summary>
public sealed class AbsenceRow
{
    public Guid Id { get; set; }
    public required string PersonId { get; set; }
    public DateOnly From { get; set; }
    public DateOnly To { get; set; }
}

/// <summary>How a team shares out what comes to it; a team without a row does not.</summary>
public sealed class TeamRow
{
    public required string TeamId { get; set; }
    public bool IsAutomatic { get; set; }
    public required string ChangedById { get; set; }
    public required string ChangedByName { get; set; }
    public DateTime ChangedAt { get; set; }
}

public sealed class FollowRow
{
    public required string PersonId { get; set; }
    public Guid RequestId { get; set; }
}

/// <summary>A text that somebody typed and did not send yet.</summary>
public sealed class UnsentTextRow
{
    public required string PersonId { get; set; }

    /// <summary>The request on whose page it was typed; all zeros: on a page of no request.</summary>
    public Guid RequestId { get; set; }
    public required string Field { get; set; }
    public required string Text { get; set; }
    public DateTime SavedAt { get; set; }
}

/// <summary>The growth watch of a request that was ever watched; made anew from the aggregate with every write.</summary>
public sealed class GrowthRow
{
    public Guid RequestId { get; set; }
    public bool IsWatched { get; set; }

    /// <summary>Others have the ball while its growth is watched.</summary>
    public bool IsEngaged { get; set; }

    /// <summary>Whose account it is; see <see cref="Request.Watcher"/>.</summary>
    public string? WatcherId { get; set; }

    /// <summary>The <see cref="Core.Growth.GrowthFacts"/> as JSON, null without a reading: limits and triggers are held against them when they are read, so that a new playbook counts at once.</summary>
    public string? Facts { get; set; }
}

/// <summary>What rows that are made from histories were made by; when that changes, they are made anew.</summary>
public sealed class ProjectionRow
{
    public required string Name { get; set; }
    public required string MadeBy { get; set; }
}
