using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>Who had the ball: a bar in proportion to time, and the list that is the truth.</summary>
/// <param name="Total">"56 days so far".</param>
/// <param name="Says">The whole bar in words, for people who do not see it.</param>
public sealed record RelayView(
    string Total, string Says, string From, string To, IReadOnlyList<RelaySegment> Bar, IReadOnlyList<RelayRow> Rows)
{
    public static RelayView Of(Request request, DateTime now)
    {
        var last = request.Current;
        var (start, end) = (request.Visits[0].StartedAt, last.EndedAt ?? now);
        var bar = RelaySegment.Of(request, now);
        var total = SpanText.InSentence(end - start);
        return new RelayView(
            last.EndedAt is null ? $"{total} so far" : $"{total} in all",
            string.Join(", ", bar.Select(segment => segment.Says)),
            WhenText.Date(start, now),
            last.EndedAt is null ? $"today, {WhenText.Date(now, now)}" : WhenText.Date(end, now),
            bar,
            [.. RelayRow.Past(request, now), .. RelayRow.Future(request, now)]);
    }
}

/// <summary>A piece of the bar: one team's unbroken time.</summary>
/// <param name="TeamId">Null: nobody, between a withdrawal and the reopening.</param>
/// <param name="Weight">Its part of the whole, 0 to 1.</param>
/// <param name="Label">As much as fits: "IE 14 d", "CE", or nothing.</param>
public sealed record RelaySegment(string? TeamId, double Weight, string Label, string Says)
{
    private const double RoomForTime = .09;
    private const double RoomForName = .04;

    public static IReadOnlyList<RelaySegment> Of(Request request, DateTime now)
    {
        var stays = new List<(string? Team, DateTime From, DateTime To)>();
        foreach (var visit in request.Visits)
        {
            var to = visit.EndedAt ?? now;
            if (stays is [.., var before] && before.To < visit.StartedAt) stays.Add((null, before.To, visit.StartedAt));
            if (stays is [.., var same] && same.Team == visit.TeamId) stays[^1] = same with { To = to };
            else stays.Add((visit.TeamId, visit.StartedAt, to));
        }

        var whole = Math.Max(1, (stays[^1].To - stays[0].From).TotalSeconds);
        return [.. stays.Select((stay, i) => Segment(request, stay, whole, runs: i == stays.Count - 1 && request.Current.EndedAt is null))];
    }

    private static RelaySegment Segment(Request request, (string? Team, DateTime From, DateTime To) stay, double whole, bool runs)
    {
        var (length, name) = (stay.To - stay.From, stay.Team is null ? "Nobody" : Named.Team(request.Playbook, stay.Team));
        var weight = length.TotalSeconds / whole;
        var label = weight > RoomForTime ? $"{name} {SpanText.InList(length)}" : weight > RoomForName ? name : "";
        return new RelaySegment(stay.Team, weight, label, $"{name} {SpanText.InSentence(length)}{(runs ? " and counting" : "")}");
    }
}
