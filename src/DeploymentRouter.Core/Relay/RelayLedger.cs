using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Relay;

/// <summary>
/// Who had a request when: segments without gap or overlap, from its filing to now or to its end. Their minutes add up to the
/// total. It is read from the stays that the history makes, and from nothing else.
/// </summary>
/// <param name="Segments">Oldest first; never empty. None is without length, except the last one of a stage that began just now.</param>
/// <param name="Minutes">Whole minutes of the whole.</param>
public sealed record RelayLedger(IReadOnlyList<LedgerSegment> Segments, long Minutes)
{
    /// <summary>The ledger of a request, seen from <paramref name="now"/> (UTC).</summary>
    public static RelayLedger Of(Request request, DateTime now)
    {
        var end = request.Current.EndedAt ?? (now < request.ChangedAt ? request.ChangedAt : now);
        return Of(request, request.Visits, end);
    }

    /// <summary>
    /// The segments of the stays that ended, the same as in the whole ledger: what comes later changes none before it. The office hours
    /// of an open stay, which may have lasted for years, are not gone through.
    /// </summary>
    public static IReadOnlyList<LedgerSegment> OfEnded(Request request)
    {
        var ended = request.Visits.Where(visit => visit.EndedAt is not null).ToList();
        return ended is [.., var last] ? Of(request, ended, last.EndedAt!.Value).Segments : [];
    }

    private static RelayLedger Of(Request request, IReadOnlyList<StageVisit> visits, DateTime end)
    {
        var first = request.Visits[0].StartedAt;
        var offices = new OfficeMinutes(request.Playbook);
        var segments = new List<LedgerSegment>();
        foreach (var piece in visits.SelectMany(visit => Pieces(visit, end)))
        {
            if (piece.From == piece.Until && (piece.Visit != request.Current || piece.Visit.StartedAt != end)) continue;
            segments.Add(piece with
            {
                Minutes = MinutesTo(piece.Until) - MinutesTo(piece.From),
                OfficeMinutes = offices.Take(piece.Visit, piece.From, piece.Until),
            });
        }

        return new RelayLedger(segments, MinutesTo(end));

        // Counted from the beginning, so that what is cut off one segment is not lost but belongs to the next.
        long MinutesTo(DateTime at) => (at - first).Ticks / TimeSpan.TicksPerMinute;
    }

    private static IEnumerable<LedgerSegment> Pieces(StageVisit visit, DateTime end)
    {
        if (visit.Before?.EndedAt is { } left && left < visit.StartedAt)
            yield return new LedgerSegment(left, visit.StartedAt, null, null, null);
        var until = visit.EndedAt ?? end;
        DateTime[] cuts =
        [
            visit.StartedAt,
            .. visit.Assignments.Select(assigned => assigned.At),
            .. visit.Pauses.SelectMany(pause => new[] { pause.From, pause.Until ?? until }),
            until,
        ];
        foreach (var (from, to) in cuts.Order().Distinct().Zip(cuts.Order().Distinct().Skip(1)))
        {
            var person = visit.Assignments.LastOrDefault(assigned => assigned.At <= from)?.To;
            yield return new LedgerSegment(from, to, visit, person, visit.Pauses.FirstOrDefault(pause => pause.From <= from && from < (pause.Until ?? end)));
        }

        if (visit.StartedAt == until) yield return new LedgerSegment(until, until, visit, visit.Assignee, null);
    }
}

/// <summary>A time during which nothing changed about who has it and whether its clock runs; half open.</summary>
/// <param name="From">UTC.</param>
/// <param name="Until">UTC.</param>
/// <param name="Visit">The stay it belongs to; null: nobody has it, between a withdrawal and the reopening.</param>
/// <param name="Person">The person of the team; null: nobody yet.</param>
/// <param name="Pause">Why the clock stands still; null: it runs.</param>
public sealed record LedgerSegment(DateTime From, DateTime Until, StageVisit? Visit, Assignee? Person, Pause? Pause)
{
    /// <summary>Whole minutes; those of all segments add up to the total.</summary>
    public long Minutes { get; init; }

    /// <summary>Whole minutes inside the office hours of the stage's calendar; those of all segments on it add up likewise.</summary>
    public long OfficeMinutes { get; init; }

    /// <summary>The team that has it; null: nobody.</summary>
    public string? TeamId => Visit?.TeamId;
}
