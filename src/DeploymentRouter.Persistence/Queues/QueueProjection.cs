using System.Globalization;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Queues;

/// <summary>Copies what a request waits for into the queues of the teams.</summary>
internal static class QueueProjection
{
    public static IEnumerable<QueueRow> Lines(Request request, RequestRow row) =>
        Waiting.Of(request).Select(wait => Line(request, row, wait, request.Pin?.TeamId == wait.TeamId ? request.Pin : null));

    /// <summary>Puts lines in the place of those that are there, unless they are the same.</summary>
    /// <param name="stored">As the context tracks them.</param>
    public static bool Replace(RouterDb db, IReadOnlyList<QueueRow> stored, IEnumerable<QueueRow> lines)
    {
        var (before, isChanged) = (stored.ToDictionary(line => (line.TeamId, line.Ask)), false);
        foreach (var line in lines)
        {
            if (before.Remove((line.TeamId, line.Ask), out var same))
            {
                db.Entry(same).CurrentValues.SetValues(line);
                isChanged |= db.Entry(same).State is EntityState.Modified;
            }
            else
            {
                db.Queues.Add(line);
                isChanged = true;
            }
        }

        db.Queues.RemoveRange(before.Values);
        return isChanged || before.Count > 0;
    }

    private static QueueRow Line(Request request, RequestRow row, Wait wait, Pin? pin) => new()
    {
        TeamId = wait.TeamId,
        RequestId = request.Id,
        Ask = wait.Ask,
        Says = wait.Says,
        StageId = row.StageId,
        Order = Order(wait, row, isPinned: pin is not null),
        Since = wait.Since,
        DueAt = Earlier(wait.DueAt, wait.HasBall && !row.DueIsEstimate ? row.DueAt : null),
        AssigneeId = wait.Assignee?.PersonId,
        AssigneeName = wait.Assignee?.Name,
        // What is due on the instance is due while the request is on hold, too.
        IsHeld = row.State is RequestState.OnHold && wait.Ask is not (Ask.Operation or Ask.DecideOnTrial),
        From = wait.From,
        Until = wait.Until,
        PinReason = pin?.Reason,
        PinnedByName = pin?.ByName,
        PinnedAt = pin?.At,
    };

    private static DateTime? Earlier(DateTime? one, DateTime? other) => one is null || other < one ? other : one;

    // An exclamation mark sorts before every digit. The number at the end leaves no two lines in the same place.
    private static string Order(Wait wait, RequestRow row, bool isPinned) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(isPinned ? "!" : "")}{(int)QueueGroups.Of(wait.Ask)} {(wait.TeamId == PriorityScore.TeamId ? ByPriority(row) : ByDue(wait, row))} {row.Number:D7}");

    // Ties: the earlier needed-by date, then the earlier submission.
    private static string ByPriority(RequestRow row) => string.Create(
        CultureInfo.InvariantCulture, $"{999 - row.Priority:D3} {row.NeededBy ?? DateOnly.MaxValue:yyyy-MM-dd} {row.OpenedAt:O}");

    // What promises nothing comes after what does; the longest waiting first.
    private static string ByDue(Wait wait, RequestRow row) => string.Create(
        CultureInfo.InvariantCulture, $"{wait.DueAt ?? (wait.HasBall ? row.DueAt : null) ?? DateTime.MaxValue:O} {wait.Since:O}");
}
