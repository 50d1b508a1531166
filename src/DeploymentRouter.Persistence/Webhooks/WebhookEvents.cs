using System.Collections.Frozen;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Persistence.Webhooks;

/// <summary>A type of event as whoever subscribes reads it.</summary>
/// <param name="Type">Its name for programs, which stays: "request.filed".</param>
/// <param name="Says">What has happened then.</param>
public sealed record WebhookEvent(string Type, string Says)
{
    /// <summary>What it is about: "request" of "request.filed".</summary>
    public string Area => Type.Split('.')[0];
}

/// <summary>Which events there are, and which of them a history entry is.</summary>
public static class WebhookEvents
{
    /// <summary>Sent only when somebody asks for a test.</summary>
    public const string Ping = "ping";

    private const string StageStarted = "request.stage_started";
    private const string Decided = "request.decided";

    // Every kind of entry, on purpose: one that is told to nobody says so with an empty list, and a test fails for one that is missing.
    private static readonly (Type Kind, WebhookEvent[] Are)[] Kinds =
    [
        (typeof(Opened), [new("request.filed", "A request was filed")]),
        (typeof(CustomerChanged), [new("request.customer_changed", "The customer’s facts changed")]),
        (typeof(AnswersChanged), [new("request.answers_changed", "Answers were given or changed")]),
        (typeof(AnswersConfirmed), [new("request.answers_confirmed", "Aged answers were found to hold still")]),
        (typeof(Overridden), [new("request.overridden", "A person chose another strategy than the rules")]),
        (typeof(StageStarted), [new(StageStarted, "A stage began")]),
        (typeof(Assigned), [new("request.assigned", "Somebody was made its assignee, or nobody")]),
        (typeof(AskAssigned), [new("request.ask_assigned", "What is asked of a team was given to somebody")]),
        (typeof(CriterionTicked), [new("request.criterion_ticked", "An exit criterion was ticked or unticked")]),
        (typeof(FormSaved), [new("request.form_saved", "The stage’s form was filled in")]),
        (typeof(Offered), [new("request.offered", "A hand-over was offered")]),
        (typeof(Accepted), [new("request.handed_over", "A hand-over was accepted")]),
        (typeof(Returned), [new("request.returned", "A hand-over was returned")]),
        (typeof(SentBack), [new("request.sent_back", "A review sent it back")]),
        (typeof(Replied), [new("request.replied", "What was sent back is answered")]),
        (typeof(Declined), [new("request.declined", "A review declined it")]),
        (typeof(Appealed), [new("request.appealed", "A decline was appealed")]),
        (typeof(Pinned), [new("request.pinned", "It was put first in a queue")]),
        (typeof(Unpinned), [new("request.unpinned", "It is first in the queue no more")]),
        (typeof(Held), [new("request.on_hold", "It was put on hold")]),
        (typeof(Resumed), [new("request.resumed", "It goes on")]),
        (typeof(Withdrawn), [new("request.withdrawn", "It was withdrawn")]),
        (typeof(Reopened), [new("request.reopened", "It was opened again")]),
        (typeof(Delivered), [new("request.completed", "The last stage is done")]),
        (typeof(Commented), [new("request.commented", "Somebody commented")]),
        (typeof(Undone), [new("request.undone", "The last act was taken back; read it anew")]),
        (typeof(OperationAsked), [new("operation.asked", "An operation was asked for")]),
        (typeof(OperationTaken), [new("operation.taken", "Its team took it on")]),
        (typeof(OperationDone), [new("operation.done", "It was carried out")]),
        (typeof(OperationDeclined), [new("operation.declined", "It was declined")]),
        (typeof(OperationWithdrawn), [new("operation.withdrawn", "The asking was taken back")]),
        (typeof(ReadingRecorded), [new("reading.recorded", "A growth reading was recorded")]),
        (typeof(ReadingWithdrawn), [new("reading.withdrawn", "A growth reading was withdrawn")]),
        (typeof(OverCleared), [new("reading.over_cleared", "“Over the limit” was cleared")]),
        (typeof(FileAttached), [new("file.attached", "A file was attached")]),
        (typeof(FileRemoved), [new("file.removed", "A file was removed")]),
        (typeof(LinkAdded), [new("file.link_added", "A link was added")]),
        (typeof(LinkRemoved), [new("file.link_removed", "A link was removed")]),
        // Who may look in from outside is for the audit, not for other systems.
        (typeof(StatusShared), []),
        (typeof(StatusUnshared), []),
    ];

    private static readonly FrozenDictionary<Type, WebhookEvent[]> Of = Kinds.ToFrozenDictionary(kind => kind.Kind, kind => kind.Are);

    /// <summary>Every type there is, <see cref="Ping"/> apart: requests first.</summary>
    public static IReadOnlyList<WebhookEvent> All { get; } =
    [
        .. Kinds.SelectMany(kind => kind.Kind == typeof(Opened) ? [.. kind.Are, new WebhookEvent(Decided, "The rules came to a strategy, or to another one")] : kind.Are),
    ];

    /// <summary>Whether the kind of entry was thought of.</summary>
    public static bool Knows(Type happening) => Of.ContainsKey(happening);

    /// <summary>The types of events that an entry of a request is, in their order.</summary>
    internal static IEnumerable<string> TypesOf(Request request, HistoryEntry entry)
    {
        foreach (var one in Of.GetValueOrDefault(entry.What.GetType()) ?? []) yield return one.Type;
        if (DecisionOf(entry.What)?.Outcome is { } outcome && outcome != OutcomeBefore(request, entry)) yield return Decided;
        if (entry.What is SentBack { Next: not null }) yield return StageStarted;
    }

    private static StoredDecision? DecisionOf(Happening what) => what switch
    {
        Opened opened => opened.Decision,
        AnswersChanged changed => changed.Decision,
        _ => null,
    };

    private static string? OutcomeBefore(Request request, HistoryEntry entry) =>
        request.History.Take(entry.Number - 1).Select(earlier => DecisionOf(earlier.What)).LastOrDefault(decision => decision is not null)?.Outcome;
}
