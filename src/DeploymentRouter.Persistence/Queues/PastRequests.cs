using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Queues;

/// <summary>
/// Finds requests that the same row decided and that were reviewed or ended, nearest answers first. It looks at the latest
/// <see cref="LookedAt"/> along an index, so that asking costs the same however many there are.
/// </summary>
public sealed class PastRequests(IDbContextFactory<RouterDb> factory)
{
    public const int Most = 5;
    public const int LookedAt = 60;

    /// <summary>Numbers this many times apart count as near.</summary>
    private const long Near = 2;

    public async Task<IReadOnlyList<PastRequest>> LikeAsync(Request request, Sight sight, CancellationToken cancel = default)
    {
        if (request.Decision.RowId is not { } row) return [];
        await using var db = await factory.CreateDbContextAsync(cancel);
        var found = await Settled(db, row, request.Id, sight).ToListAsync(cancel);
        return
        [
            .. found.Select(past => past with { Differs = Differing(request, HistoryJson.ReadAnswers(past.Answers)) })
                .OrderBy(past => past.Differs.Count).ThenByDescending(past => past.SettledAt)
                .Take(Most),
        ];
    }

    internal static IQueryable<PastRequest> Settled(RouterDb db, string row, Guid except, Sight sight) => db.Requests.In(sight)
        .Where(r => r.RowId == row && r.SettledAt != null && r.Id != except)
        .OrderByDescending(r => r.SettledAt)
        .Take(LookedAt)
        .Select(r => new PastRequest(
            r.Number, r.CustomerName, r.State, r.StrategyId, r.StageName, r.DeclineReason, r.OpenedAt, r.SettledAt!.Value, r.EndedAt, r.Answers));

    private static string[] Differing(Request request, AnswerSet then) =>
    [
        .. request.Playbook.Questions
            .Where(question => request.Playbook.Rules.AskingOf(question.Id, request.Decision.Answers) is Asking.Asked)
            .Where(question => !IsNear(request.Decision.Answers[question.Id], then[question.Id]))
            .Select(question => question.Label),
    ];

    private static bool IsNear(Answer? now, Answer? then) => (now, then) switch
    {
        (NumberAnswer { Value: var a }, NumberAnswer { Value: var b }) => Math.Max(a, b) <= Math.Min(a, b) * Near,
        _ => Equals(now, then),
    };
}

/// <summary>A request that was reviewed or ended.</summary>
/// <param name="SettledAt">When its review last decided, or else when it ended; UTC.</param>
/// <param name="EndedAt">When it was delivered or withdrawn; null: it goes on.</param>
public sealed record PastRequest(
    int Number,
    string CustomerName,
    RequestState State,
    string? StrategyId,
    string StageName,
    string? DeclineReason,
    DateTime OpenedAt,
    DateTime SettledAt,
    DateTime? EndedAt,
    string Answers)
{
    /// <summary>Labels of the questions whose answers were others.</summary>
    public IReadOnlyList<string> Differs { get; init; } = [];
}
