using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Playbooks.Publishing;

/// <summary>Reads every request by a playbook that is not in force, and writes nothing. What changes meanwhile is read again.</summary>
internal sealed class Rehearsal(Playbook before, Playbook after)
{
    private readonly Dictionary<Guid, Played> _played = [];

    /// <summary>What came of each request, by number.</summary>
    public IEnumerable<Played> Played => _played.Values.OrderBy(one => one.Number);

    /// <summary>Reads what was not read yet, or was written since.</summary>
    public async Task RunAsync(RouterDb db, CancellationToken cancel)
    {
        var versions = await db.Requests.AsNoTracking().Select(r => new { r.Id, r.Version }).ToListAsync(cancel);
        foreach (var some in versions.Where(r => !_played.TryGetValue(r.Id, out var one) || one.Version != r.Version).Select(r => r.Id).Chunk(HistoryBatch.AtOnce))
        {
            var trials = (await db.Queues.Where(line => some.Contains(line.RequestId) && line.Ask == Ask.DecideOnTrial).Select(line => line.RequestId).ToListAsync(cancel)).ToHashSet();
            foreach (var one in await HistoryBatch.ReadAsync(db, some, cancel)) _played[one.Row.Id] = Play(one, trials.Contains(one.Row.Id));
            // Nothing of what was made of the rows is to be stored.
            db.ChangeTracker.Clear();
        }
    }

    private Played Play(HistoryBatch stored, bool isOnTrial)
    {
        var (row, dueAt) = (stored.Row, stored.Row.DueAt);
        try
        {
            var request = Request.FromHistory(row.Id, row.Number, after, stored.History);
            var gone = Stranded.By(request, before);
            // What strands it may keep its lines from being made.
            if (gone.Count > 0) return new Played(row.Number, row.Version) { Gone = gone };
            RequestProjection.Fill(row, request);
            if (!QueueProjection.Lines(request, row).Any(line => line.Ask is Ask.DecideOnTrial) && isOnTrial)
                return new Played(row.Number, row.Version) { Gone = [$"the trial of {before.Strategy(request.StrategyId!).ShortName}"] };
            if (request.OwnerTeamId is null) return new Played(row.Number, row.Version);
            var (old, now) = (OutcomeBy(before, request.Answers), OutcomeBy(after, request.Answers));
            return new Played(row.Number, row.Version) { IsRunning = true, IsDueOtherwise = row.DueAt != dueAt, From = old, To = now };
        }
        catch (KeyNotFoundException missing)
        {
            return new Played(row.Number, row.Version) { Gone = [$"something in its history: {missing.Message}"] };
        }
    }

    // Null: undecided, or not an answer to what this playbook asks.
    private static string? OutcomeBy(Playbook playbook, AnswerSet answers)
    {
        var asked = playbook.Questions.Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        var known = AnswerSet.Of(answers.ByQuestion.Where(answer => asked.Contains(answer.Key)).ToDictionary(StringComparer.Ordinal));
        return playbook.Rules.Check(known).Count > 0 ? null : playbook.Rules.Decide(known).Outcome;
    }
}

/// <summary>What would come of one request.</summary>
internal sealed record Played(int Number, int Version)
{
    /// <summary>What it stands in or waits for that is gone; empty: nothing.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];

    public bool IsRunning { get; init; }

    public bool IsDueOtherwise { get; init; }

    /// <summary>The strategy its answers lead to by the playbook before; null: none yet.</summary>
    public string? From { get; init; }

    /// <summary>The same by the other playbook.</summary>
    public string? To { get; init; }
}
