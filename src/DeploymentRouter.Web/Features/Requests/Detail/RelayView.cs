using DeploymentRouter.Core.Relay;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>Who had the ball: a bar in proportion to time, and the list that is the truth.</summary>
/// <param name="Total">"56 days so far".</param>
/// <param name="Says">The whole bar in words, for people who do not see it.</param>
/// <param name="StoodStill">Whether some of it is marked as time that did not count.</param>
public sealed record RelayView(
    string Total, string TotalSays, string Says, string From, string To, bool StoodStill, IReadOnlyList<RelayPiece> Bar, IReadOnlyList<RelayRow> Rows)
{
    public static RelayView Of(Request request, DateTime now)
    {
        var last = request.Current;
        var (start, end) = (request.Visits[0].StartedAt, last.EndedAt ?? now);
        var ledger = RelayLedger.Of(request, now);
        var bar = RelayPiece.Of(request.Playbook, ledger, runs: last.EndedAt is null);
        var total = SpanText.InSentence(end - start);
        return new RelayView(
            last.EndedAt is null ? $"{total} so far" : $"{total} in all",
            LedgerText.Total(request.Playbook, ledger),
            string.Join(", ", bar.Select(segment => segment.Says)),
            WhenText.Date(start, now),
            last.EndedAt is null ? $"today, {WhenText.Date(now, now)}" : WhenText.Date(end, now),
            bar.Any(piece => piece.Still.Count > 0),
            bar,
            [.. RelayRow.Past(request, ledger, now), .. RelayRow.Future(request, now)]);
    }
}
