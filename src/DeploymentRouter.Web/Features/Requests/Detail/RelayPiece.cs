using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Relay;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>A piece of the bar: one team's unbroken time.</summary>
/// <param name="TeamId">Null: nobody, between a withdrawal and the reopening.</param>
/// <param name="Weight">Its part of the whole, 0 to 1.</param>
/// <param name="Label">As much as fits: "IE 14 d", "CE", or nothing.</param>
/// <param name="Says">In few words.</param>
/// <param name="Detail">To the minute.</param>
/// <param name="Still">Where in the piece the clock stood still, as parts of its width.</param>
public sealed record RelayPiece(
    string? TeamId, double Weight, string Label, string Says, string Detail, IReadOnlyList<(double From, double Width)> Still)
{
    private const double RoomForTime = .09;
    private const double RoomForName = .04;

    /// <summary>Whether it is wide enough to be pointed at. The list below has what is not.</summary>
    public bool IsWide => Weight > RoomForName;

    public static IReadOnlyList<RelayPiece> Of(Playbook playbook, RelayLedger ledger, bool runs)
    {
        var stays = new List<List<LedgerSegment>>();
        foreach (var segment in ledger.Segments)
        {
            if (stays is [.., [var first, ..] same] && first.TeamId == segment.TeamId) same.Add(segment);
            else stays.Add([segment]);
        }

        var whole = Math.Max(1, (ledger.Segments[^1].Until - ledger.Segments[0].From).TotalSeconds);
        return [.. stays.Select((stay, i) => Piece(playbook, stay, whole, runs && i == stays.Count - 1))];
    }

    private static RelayPiece Piece(Playbook playbook, List<LedgerSegment> stay, double whole, bool runs)
    {
        var (from, length) = (stay[0].From, stay[^1].Until - stay[0].From);
        var name = stay[0].TeamId is { } team ? Named.Team(playbook, team) : "Nobody";
        var weight = length.TotalSeconds / whole;
        return new RelayPiece(
            stay[0].TeamId,
            weight,
            weight > RoomForTime ? $"{name} {SpanText.InList(length)}" : weight > RoomForName ? name : "",
            $"{name} {SpanText.InSentence(length)}{(runs ? " and counting" : "")}",
            LedgerText.Of(playbook, stay),
            [.. stay.Where(one => one.Pause is not null).Select(one => ((one.From - from) / length, (one.Until - one.From) / length))]);
    }
}
