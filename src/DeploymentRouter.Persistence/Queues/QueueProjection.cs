using System.Globalization;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Schema;

namespace DeploymentRouter.Persistence.Queues;

/// <summary>Copies what a request waits for into the queues of the teams.</summary>
internal static class QueueProjection
{
    public static IEnumerable<QueueRow> Lines(Request request, RequestRow row) =>
        Waiting.Of(request).Select(wait => new QueueRow
        {
            TeamId = wait.TeamId,
            RequestId = request.Id,
            Ask = wait.Ask,
            Says = wait.Says,
            StageId = row.StageId,
            Order = wait.TeamId == PriorityScore.TeamId ? ByPriority(row) : ByDue(wait, row),
            Since = wait.Since,
            DueAt = wait.HasBall && !row.DueIsEstimate ? row.DueAt : null,
            AssigneeId = wait.HasBall ? row.AssigneeId : null,
            IsHeld = row.State is RequestState.OnHold,
        });

    // Ties: the earlier needed-by date, then the earlier submission.
    private static string ByPriority(RequestRow row) => string.Create(
        CultureInfo.InvariantCulture, $"{999 - row.Priority:D3} {row.NeededBy ?? DateOnly.MaxValue:yyyy-MM-dd} {row.OpenedAt:O}");

    // What has a due time, then what others wait for without one, then work, then what can only be waited for; the oldest first.
    private static string ByDue(Wait wait, RequestRow row)
    {
        var due = wait.HasBall ? row.DueAt : null;
        var group = (due, wait.Ask, row.State) switch
        {
            (_, Ask.Offered, _) or (_, _, RequestState.OnHold) => 3,
            (not null, _, _) => 0,
            (_, Ask.Work, _) => 2,
            _ => 1,
        };
        return string.Create(CultureInfo.InvariantCulture, $"{group} {due ?? DateTime.MaxValue:O} {wait.Since:O}");
    }
}
