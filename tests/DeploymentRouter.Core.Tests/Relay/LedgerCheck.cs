using DeploymentRouter.Core.Relay;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Tests.Relay;

/// <summary>What must be true of every ledger, read from the history entries alone and not from the stays that the ledger is made of.</summary>
internal static class LedgerCheck
{
    public static void Holds(RelayLedger ledger, Request request, DateTime now)
    {
        var entries = Counting(request.History);
        var over = entries.FindLastIndex(entry => entry.What is Withdrawn or Delivered or StageStarted or SentBack) is var last
            && entries[last].What is Withdrawn or Delivered && !IsLive(entries);
        var end = over ? entries[last].At : now;

        Assert.Equal(entries[0].At, ledger.Segments[0].From);
        Assert.Equal(end, ledger.Segments[^1].Until);
        Assert.All(ledger.Segments.Zip(ledger.Segments.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
        Assert.Equal((long)Math.Floor((end - entries[0].At).TotalMinutes), ledger.Segments.Sum(segment => segment.Minutes));
        Assert.Equal(ledger.Minutes, ledger.Segments.Sum(segment => segment.Minutes));
        foreach (var instant in Instants(entries, end))
        {
            var segment = Assert.Single(ledger.Segments, segment => segment.From <= instant && instant < segment.Until);
            var (team, person, isHeld) = OwnerAt(entries, instant);
            Assert.Equal((team, person, isHeld), (segment.TeamId, segment.Person?.PersonId, segment.Pause is not null));
        }
    }

    // Every entry, and the middle of every time between two.
    private static IEnumerable<DateTime> Instants(List<HistoryEntry> entries, DateTime end)
    {
        DateTime[] times = [.. entries.Select(entry => entry.At).Where(at => at <= end), end];
        return times.Zip(times.Skip(1)).SelectMany(pair => new[] { pair.First, pair.First + ((pair.Second - pair.First) / 2) })
            .Where(instant => instant < end);
    }

    private static (string? Team, string? Person, bool IsHeld) OwnerAt(List<HistoryEntry> entries, DateTime instant)
    {
        (string? Team, string? Person, bool IsHeld) owner = default;
        foreach (var entry in entries.TakeWhile(entry => entry.At <= instant))
        {
            owner = entry.What switch
            {
                StageStarted started => (started.TeamId, null, false),
                SentBack { Next: { } next } => (next.TeamId, null, false),
                Assigned assigned => owner with { Person = assigned.To?.PersonId },
                Held => owner with { IsHeld = true },
                Resumed => owner with { IsHeld = false },
                Withdrawn => default,
                Delivered when !IsLive(entries) => default,
                _ => owner,
            };
        }

        return owner;
    }

    private static bool IsLive(List<HistoryEntry> entries) => entries.FindLast(entry => entry.What is StageStarted or SentBack)!.What is StageStarted { StageId: "live" };

    private static List<HistoryEntry> Counting(IReadOnlyList<HistoryEntry> history)
    {
        var taken = history.Where(entry => entry.What is Undone)
            .SelectMany(entry => Enumerable.Range(((Undone)entry.What).FirstEntry, entry.Number - ((Undone)entry.What).FirstEntry)).ToHashSet();
        return [.. history.Where(entry => !taken.Contains(entry.Number))];
    }
}
