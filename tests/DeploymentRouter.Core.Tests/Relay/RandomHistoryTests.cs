using CsCheck;
using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Relay;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using Xunit.Sdk;

namespace DeploymentRouter.Core.Tests.Relay;

/// <summary>Ten thousand requests with random histories.</summary>
public sealed class RandomHistoryTests
{
    private const int Requests = 10_000;

    [Fact]
    public void Segments_add_up_to_the_minute_and_at_each_instant_exactly_one_team_has_it() =>
        RandomHistory.Gen.Sample(one => LedgerCheck.Holds(RelayLedger.Of(one.Request, one.Now), one.Request, one.Now), iter: Requests);

    [Fact]
    public void A_request_from_its_stored_history_is_the_request() => RandomHistory.Gen.Sample(
        one =>
        {
            var again = Again(one.Request);
            Assert.Equal(
                (one.Request.State, one.Request.StrategyId, one.Request.OwnerTeamId, one.Request.Answers, one.Request.Hold, one.Request.IsOnAppeal),
                (again.State, again.StrategyId, again.OwnerTeamId, again.Answers, again.Hold, again.IsOnAppeal));
            Assert.Equal(one.Request.Form, again.Form);
            Assert.Equal(one.Request.Visits.Select(Say), again.Visits.Select(Say));
            Assert.Equal(Say(RelayLedger.Of(one.Request, one.Now)), Say(RelayLedger.Of(again, one.Now)));
        },
        iter: Requests);

    [Fact]
    public void A_clock_computed_later_from_the_history_shows_what_was_stored_when_it_last_changed() => RandomHistory.Gen.Sample(
        one =>
        {
            if (one.Request.State is RequestState.OnHold) return;
            var stored = ClockOf(one.Request, one.Request.ChangedAt);
            var later = ClockOf(Again(one.Request), one.Now);
            Assert.Equal((stored?.Due, stored?.Started), (later?.Due, later?.Started));
        },
        iter: Requests);

    [Fact]
    public void The_check_finds_a_segment_that_is_dropped_and_a_minute_that_is_lost()
    {
        var found = 0;
        RandomHistory.Gen.Where(one => one.Request.Visits.Count > 2).Sample(
            one =>
            {
                var ledger = RelayLedger.Of(one.Request, one.Now);
                if (ledger.Segments.Count < 3) return;
                var middle = ledger.Segments[ledger.Segments.Count / 2];
                Assert.ThrowsAny<XunitException>(() => LedgerCheck.Holds(ledger with { Segments = [.. ledger.Segments.Where(segment => segment != middle)] }, one.Request, one.Now));
                var shorter = middle with { Minutes = middle.Minutes - 1 };
                Assert.ThrowsAny<XunitException>(() => LedgerCheck.Holds(ledger with { Segments = [.. ledger.Segments.Select(segment => segment == middle ? shorter : segment)] }, one.Request, one.Now));
                Interlocked.Increment(ref found);
            },
            iter: 200);
        Assert.InRange(found, 50, 200);
    }

    [Fact]
    public void The_histories_are_worth_it()
    {
        var (kinds, visits) = (new HashSet<Type>(), 0);
        RandomHistory.Gen.Sample(
            one =>
            {
                lock (kinds)
                {
                    kinds.UnionWith(one.Request.History.Select(entry => entry.What.GetType()));
                    visits += one.Request.Visits.Count;
                }
            },
            iter: 2_000,
            threads: 1);
        Assert.True(kinds.Count >= 19, $"Only {kinds.Count} kinds of entries: {string.Join(", ", kinds.Select(kind => kind.Name))}");
        Assert.True(visits > 6_000, $"Only {visits} stays in 2,000 requests.");
    }

    private static StageClock? ClockOf(Request request, DateTime now) =>
        request.OwnerTeamId is null ? null : StageClock.Of(request.Current, request.Form, request.Playbook, now);

    private static Request Again(Request request) => Request.FromHistory(
        request.Id, 1001, request.Playbook,
        request.History.Select(entry => entry with { What = HistoryJson.Read(HistoryJson.Write(entry.What)) }));

    private static string Say(StageVisit visit) => string.Join(
        ' ', visit.Stage.Id, visit.TeamId, visit.StartedAt.Ticks, visit.EndedAt?.Ticks, visit.End, visit.AwaitsAcceptance, visit.AcceptedAt?.Ticks,
        visit.OfferedAt?.Ticks, visit.Assignee, string.Join(',', visit.Ticks.Keys.Order(StringComparer.Ordinal)), string.Join(',', visit.Pauses));

    private static string Say(RelayLedger ledger) => string.Join(
        '\n', ledger.Segments.Select(segment => $"{segment.From:O} {segment.Until:O} {segment.TeamId} {segment.Person} {segment.Pause} {segment.Minutes} {segment.OfficeMinutes}"));
}
