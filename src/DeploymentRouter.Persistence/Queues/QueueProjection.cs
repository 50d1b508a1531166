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
            Order = $"{(int)QueueGroups.Of(wait.Ask)} {(wait.TeamId == PriorityScore.TeamId ? ByPriority(row) : ByDue(wait, row))}",
            Since = wait.Since,
            DueAt = wait.HasBall && !row.DueIsEstimate ? row.DueAt : null,
            AssigneeId = wait.HasBall ? row.AssigneeId : null,
            IsHeld = row.State is RequestState.OnHold,
        });

    // Ties: the earlier needed-by date, then the earlier submission.
    private static string ByPriority(RequestRow row) => string.Create(
        CultureInfo.InvariantCulture, $"{999 - row.Priority:D3} {row.NeededBy ?? DateOnly.MaxValue:yyyy-MM-dd} {row.OpenedAt:O}");

    // What promises nothing comes after what does; the longest waiting first.
    private static string ByDue(Wait wait, RequestRow row) => string.Create(
        CultureInfo.InvariantCulture, $"{(wait.HasBall ? row.DueAt : null) ?? DateTime.MaxValue:O} {wait.Since:O}");
}
