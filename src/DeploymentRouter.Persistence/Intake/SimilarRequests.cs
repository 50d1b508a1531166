using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Intake;

/// <summary>
/// Finds open requests that may be for the same customer. Candidates come from a fixed number of walks along an index, each of
/// a fixed length, so that asking costs the same however many requests there are; the comparing happens here.
/// </summary>
public sealed class SimilarRequests(IDbContextFactory<RouterDb> factory)
{
    /// <summary>How many are returned at most.</summary>
    public const int Most = 3;

    private const int PerWalk = 25;
    private const int MostWords = 4;

    /// <summary>The likest first: the same opportunity, then the name; newest first among equals.</summary>
    public async Task<IReadOnlyList<SimilarRequest>> FindAsync(string customerName, string opportunityLink, Sight sight, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var key = CustomerKey.OfName(customerName);
        var link = CustomerKey.OfLink(opportunityLink);
        var numbers = new HashSet<int>();
        if (link.Length > 0) numbers.UnionWith(await NumbersAsync(db.Requests.In(sight).Where(r => r.OpportunityKey == link), cancel));
        if (key.Length > 0)
        {
            numbers.UnionWith(await NumbersAsync(db.Requests.In(sight).Where(r => r.CustomerKey == key), cancel));
            foreach (var stem in Stems(key)) numbers.UnionWith(await WithWordAsync(db, stem, cancel));
        }

        if (numbers.Count == 0) return [];
        var open = await db.Requests.AsNoTracking().In(sight)
            .Where(r => numbers.Contains(r.Number) && r.State != RequestState.Withdrawn && r.State != RequestState.Delivered)
            .Select(r => new Candidate(
                r.Number, r.CustomerName, r.OpportunityKey, r.StrategyId, r.StageName, r.OwnerTeamId, r.AssigneeName, r.StageStartedAt, r.OpenedByName))
            .ToListAsync(cancel);
        return
        [
            .. open.Select(candidate => (Candidate: candidate, SameLink: link.Length > 0 && candidate.OpportunityKey == link))
                .Select(c => (c.Candidate, c.SameLink, Why: c.SameLink ? "the opportunity is the same" : NameLikeness.Why(customerName, c.Candidate.CustomerName)))
                .Where(c => c.Why is not null)
                .OrderByDescending(c => c.SameLink).ThenByDescending(c => c.Candidate.Number)
                .Take(Most)
                .Select(c => c.Candidate.As(c.Why!)),
        ];
    }

    private static async Task<List<int>> NumbersAsync(IQueryable<RequestRow> rows, CancellationToken cancel) =>
        await rows.OrderByDescending(r => r.Id).Select(r => r.Number).Take(PerWalk).ToListAsync(cancel);

    // Three letters are one entry of the prefix index, which is walked from its newest end: a common word costs no more than a rare one.
    private static async Task<List<int>> WithWordAsync(RouterDb db, string stem, CancellationToken cancel)
    {
        var match = $"\"{stem}\"*";
        return await db.Database
            .SqlQuery<int>($"SELECT rowid AS Value FROM RequestSearch WHERE RequestSearch MATCH {match} ORDER BY rowid DESC LIMIT {PerWalk}")
            .ToListAsync(cancel);
    }

    private static IEnumerable<string> Stems(string key) => key.Split(' ')
        .Where(word => word.Length >= 3)
        .OrderByDescending(word => word.Length)
        .Select(word => word[..3])
        .Distinct(StringComparer.Ordinal)
        .Take(MostWords);

    private sealed record Candidate(
        int Number,
        string CustomerName,
        string OpportunityKey,
        string? StrategyId,
        string StageName,
        string? OwnerTeamId,
        string? AssigneeName,
        DateTime Since,
        string OpenedByName)
    {
        public SimilarRequest As(string why) =>
            new(Number, CustomerName, StrategyId, StageName, OwnerTeamId, AssigneeName, Since, OpenedByName, why);
    }
}

/// <summary>An open request that may be for the same customer.</summary>
/// <param name="Since">When its present stage began, UTC.</param>
/// <param name="Why">A clause, for example "the name differs only in spelling".</param>
public sealed record SimilarRequest(
    int Number,
    string CustomerName,
    string? StrategyId,
    string StageName,
    string? OwnerTeamId,
    string? AssigneeName,
    DateTime Since,
    string OpenedByName,
    string Why);
