using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Queues;

/// <summary>What kind of act a request waits for.</summary>
public enum Ask
{
    /// <summary>Accept, decline or send back.</summary>
    Review,

    /// <summary>Accept or return what another team hands over.</summary>
    AcceptHandOver,

    /// <summary>Answer open questions on which the outcome hangs.</summary>
    Answer,

    /// <summary>Work through a stage.</summary>
    Work,

    /// <summary>Choose the way on after a decline.</summary>
    AfterDecline,

    /// <summary>Take or decline an operation on a running instance, and carry it out.</summary>
    Operation,

    /// <summary>Ask for what becomes of an instance whose trial has ended.</summary>
    DecideOnTrial,

    /// <summary>Nothing for now: it was offered to another team, which has not answered yet.</summary>
    Offered,
}

/// <summary>The parts into which a queue falls, in the order in which they are worked through.</summary>
public enum QueueGroup
{
    /// <summary>Somebody else waits for a word from this team.</summary>
    ToDecide,

    /// <summary>Longer work under way.</summary>
    InWork,

    /// <summary>Offered to another team.</summary>
    WithOthers,
}

/// <summary>One line of a team's queue: what a request waits for from this team.</summary>
/// <param name="Says">The ask in words: "Qualify", "Accept hand-over", "Work: Provision".</param>
/// <param name="Since">UTC; since when it waits for this team.</param>
/// <param name="HasBall">Whether the team owns the request, or another one does and asks.</param>
/// <param name="QuestionIds">For <see cref="Ask.Answer"/>, what is to be answered; otherwise empty.</param>
public sealed record Wait(string TeamId, Ask Ask, string Says, DateTime Since, bool HasBall, IReadOnlyList<string> QuestionIds)
{
    /// <summary>Which person of the team has it; null: nobody yet.</summary>
    public Assignee? Assignee { get; init; }

    /// <summary>Why it was assigned to this person, or to nobody, in turn; null: a person decided, or nobody has yet.</summary>
    public string? AssignedBecause { get; init; }

    /// <summary>UTC; when what is asked is due, where that is not the clock of the stage. Null: that, or nothing is promised.</summary>
    public DateTime? DueAt { get; init; }

    /// <summary>UTC; from when on it waits. Some of it is known before.</summary>
    public DateTime From { get; init; } = DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc);

    /// <summary>UTC; when another line of the same team takes its place.</summary>
    public DateTime Until { get; init; } = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);
}

/// <summary>Which part of a queue an ask belongs to.</summary>
public static class QueueGroups
{
    public static QueueGroup Of(Ask ask) => ask switch
    {
        Ask.Review or Ask.AcceptHandOver or Ask.Answer or Ask.AfterDecline or Ask.Operation or Ask.DecideOnTrial => QueueGroup.ToDecide,
        Ask.Work => QueueGroup.InWork,
        Ask.Offered => QueueGroup.WithOthers,
        _ => throw new ArgumentOutOfRangeException(nameof(ask), ask, null),
    };
}
