using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Core.Reporting;

/// <summary>What became of requests in a span of days, and how long each team had the ball.</summary>
/// <param name="Periods">Oldest first; a period in which nothing happened is there with zeros.</param>
/// <param name="Total">Of the whole span.</param>
/// <param name="Strategies">In the playbook's order; then what it does not know any more, and undecided ones, where there are any.</param>
/// <param name="Teams">In the playbook's order; those whose stays ended in the span.</param>
public sealed record Report(IReadOnlyList<Period> Periods, Flow Total, IReadOnlyList<StrategyFlow> Strategies, IReadOnlyList<TeamTimes> Teams)
{
    /// <summary>Answers a question about these requests.</summary>
    public static Report Of(IEnumerable<ReportedRequest> requests, ReportQuestion asked, Playbook playbook)
    {
        var about = requests
            .Where(request => (asked.StrategyId is null || request.StrategyId == asked.StrategyId) && (asked.TeamId is null || request.TeamIds.Contains(asked.TeamId, StringComparer.Ordinal)))
            .ToList();
        var stays = about.SelectMany(request => request.Stays).Where(stay => asked.Has(stay.EndedAt) && (asked.TeamId is null || stay.TeamId == asked.TeamId));
        return new Report(
            [.. asked.Periods().Select(days => new Period(days.From, days.To, Flow.Of(about, asked with { From = days.From, To = days.To })))],
            Flow.Of(about, asked),
            [.. ByStrategy(about, asked, playbook)],
            [.. TeamTimes.Of(stays, playbook)]);
    }

    private static IEnumerable<StrategyFlow> ByStrategy(List<ReportedRequest> about, ReportQuestion asked, Playbook playbook)
    {
        var known = playbook.Strategies.Select(strategy => (string?)strategy.Id).Where(id => asked.StrategyId is null || id == asked.StrategyId);
        foreach (var id in known.Concat(about.Select(request => request.StrategyId).OrderBy(id => id is null).ThenBy(id => id, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).ToList())
        {
            var some = about.Where(request => request.StrategyId == id).ToList();
            var flow = Flow.Of(some, asked);
            if (flow == Flow.None && playbook.Strategies.All(strategy => strategy.Id != id)) continue;
            var whole = some.Where(request => request.CompletedAt is { } at && asked.Has(at)).Select(request => request.Whole!).ToList();
            yield return new StrategyFlow(id, flow, Spread.Of(whole.Select(one => one.Minutes)), Spread.Of(whole.Select(one => one.OfficeMinutes)));
        }
    }
}

/// <summary>What happened on some days. Filed, decided and completed count each request once, the first time; the others each time.</summary>
/// <param name="Decided">A strategy was settled.</param>
/// <param name="Uncorrected">Of the decided ones: nobody has chosen another strategy for it or re-routed it, up to its delivery or to now.</param>
/// <param name="Completed">It was delivered.</param>
public sealed record Flow(int Filed, int Decided, int Uncorrected, int Completed, int Withdrawn, int Declined)
{
    /// <summary>Nothing happened.</summary>
    public static Flow None { get; } = new(0, 0, 0, 0, 0, 0);

    internal static Flow Of(IReadOnlyCollection<ReportedRequest> requests, ReportQuestion days) => new(
        requests.Count(request => days.Has(request.FiledAt)),
        requests.Count(request => request.DecidedAt is { } at && days.Has(at)),
        requests.Count(request => request is { DecidedAt: { } at, IsCorrected: false } && days.Has(at)),
        requests.Count(request => request.CompletedAt is { } at && days.Has(at)),
        requests.Sum(request => request.Withdrawals.Count(days.Has)),
        requests.Sum(request => request.Declines.Count(days.Has)));
}

/// <param name="To">The last day, included.</param>
public sealed record Period(DateOnly From, DateOnly To, Flow Flow);

/// <summary>What happened to the requests that have a strategy now.</summary>
/// <param name="StrategyId">Null: undecided.</param>
/// <param name="Whole">From filing to delivery, of those delivered in the span; minutes by the clock on the wall.</param>
/// <param name="WholeInOffice">The same in office minutes.</param>
public sealed record StrategyFlow(string? StrategyId, Flow Flow, Spread Whole, Spread WholeInOffice);

/// <summary>How long a team had the ball, in the stays that ended in the span; pauses are in it.</summary>
/// <param name="Time">By the clock on the wall.</param>
/// <param name="OfficeTime">Inside the office hours of the stages' calendars.</param>
/// <param name="Attainment">Of the stays with a promise; what was withdrawn or re-routed is not in it, nor is what has an estimate only.</param>
/// <param name="Stages">In the playbook's order.</param>
public sealed record TeamTimes(string TeamId, Spread Time, Spread OfficeTime, Attainment Attainment, IReadOnlyList<StageTimes> Stages)
{
    internal static IEnumerable<TeamTimes> Of(IEnumerable<ReportedStay> stays, Playbook playbook)
    {
        var teams = playbook.Teams.Select(team => team.Id).ToList();
        var stages = playbook.Strategies.SelectMany(strategy => strategy.Stages).Prepend(playbook.CommonStages.Answers).Append(playbook.CommonStages.AfterDecline).Select(stage => stage.Id).Distinct(StringComparer.Ordinal).ToList();
        return stays.GroupBy(stay => stay.TeamId, StringComparer.Ordinal)
            .OrderBy(team => Place(teams, team.Key)).ThenBy(team => team.Key, StringComparer.Ordinal)
            .Select(team => new TeamTimes(team.Key, Minutes(team), OfficeMinutes(team), Kept(team),
            [
                .. team.GroupBy(stay => stay.StageId, StringComparer.Ordinal)
                    .OrderBy(stage => Place(stages, stage.Key)).ThenBy(stage => stage.Key, StringComparer.Ordinal)
                    .Select(stage => new StageTimes(stage.Key, stage.First().StageName, Minutes(stage), OfficeMinutes(stage), Kept(stage))),
            ]));
    }

    private static int Place(List<string> order, string id) => order.IndexOf(id) is >= 0 and var at ? at : int.MaxValue;

    private static Spread Minutes(IEnumerable<ReportedStay> stays) => Spread.Of(stays.Select(stay => stay.Lasting.Minutes));

    private static Spread OfficeMinutes(IEnumerable<ReportedStay> stays) => Spread.Of(stays.Select(stay => stay.Lasting.OfficeMinutes));

    private static Attainment Kept(IEnumerable<ReportedStay> stays) => stays.Aggregate(
        Attainment.None, (sum, stay) => stay.IsInTime is { } isInTime ? sum + new Attainment(isInTime ? 1 : 0, 1) : sum);
}

/// <summary>The same of one stage. Equal stages of several strategies count together.</summary>
public sealed record StageTimes(string StageId, string Name, Spread Time, Spread OfficeTime, Attainment Attainment);
