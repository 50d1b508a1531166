namespace DeploymentRouter.Web.Features.Queues;

/// <summary>A key of the queue page; each one presses a button that is on the page.</summary>
/// <param name="Says">In the legend: "qualify".</param>
/// <param name="Does">In the help: a sentence.</param>
public sealed record QueueKey(string Key, string Says, string Does, bool InLegend = true)
{
    public static IReadOnlyList<QueueKey> All { get; } =
    [
        new("J", "next", "Goes to the next request; the down arrow does too.", InLegend: false),
        new("K", "previous", "Goes to the previous request; the up arrow does too.", InLegend: false),
        new("Enter", "open", "Opens the whole request."),
        new("1", "qualify, accept, complete", "Does what moves the request on: qualify, accept, complete."),
        new("2", "decline", "Declines it, with a reason and a note."),
        new("3", "send back", "Sends it back to the stage before, or returns a hand-over, with a note."),
        new("A", "assign", "Assigns it to a colleague."),
        new("T", "take", "Takes it yourself."),
        new("N", "take the next one", "Takes the first request that nobody has.", InLegend: false),
        new("H", "hold", "Puts it on hold, or resumes it."),
        new("P", "pin", "Pins it first in the queue, with a reason, or unpins it."),
        new("B", "bandwidth", "Says how many requests the team can take.", InLegend: false),
        new("U", "undo", "Takes your last act back."),
        new("/", "find", "Finds a customer or a request.", InLegend: false),
        new("?", "all keys", "Shows these keys.", InLegend: false),
    ];
}
