using CsCheck;
using DeploymentRouter.Core.Relay;
using DeploymentRouter.Core.Reporting;
using DeploymentRouter.Core.Tests.Relay;
using DeploymentRouter.Core.Tests.Requests;
using DeploymentRouter.Decisions;
using static DeploymentRouter.Core.Tests.Requests.SmallPlaybook;

namespace DeploymentRouter.Core.Tests.Reporting;

/// <summary>What reports read of one request. In these walks each act comes an hour after the one before; filing is Monday 9:00.</summary>
public sealed class ReportedRequestTests
{
    private static readonly DateTime Filed = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_request_that_went_straight_through_is_read_stay_by_stay()
    {
        var walk = RequestWalk.OfferedToTam();
        walk.Does(r => r.Accept, Tam);
        var read = ReportedRequest.Of(walk.Request);

        Assert.Equal((Filed, Filed, Filed.AddHours(11), "joint", false), (read.FiledAt, read.DecidedAt!.Value, read.CompletedAt!.Value, read.StrategyId, read.IsCorrected));
        Assert.Equal(new Lasting(660, 660), read.Whole);
        Assert.Equal(
            ["ce ie_request 120 ", "ie qualification 60 True", "ie kick_off 180 ", "tpm plan 120 ", "tpm hand_over 180 "],
            read.Stays.Select(stay => FormattableString.Invariant($"{stay.TeamId} {stay.StageId} {stay.Lasting.Minutes} {stay.IsInTime}")));
        Assert.Equal(["ce", "ie", "tpm", "tam"], read.TeamIds);
    }

    [Fact]
    public void Office_minutes_leave_nights_and_weekends_out_and_a_late_review_has_missed_its_promise()
    {
        var walk = RequestWalk.InQualification(); // since Monday 11:00, three working days: until Thursday 22:00
        walk.Later(TimeSpan.FromDays(7) - TimeSpan.FromHours(1));
        walk.Does(r => r.Complete, Ie);
        var review = ReportedRequest.Of(walk.Request).Stays[1];

        Assert.Equal((new Lasting(10_080, 4_500), false), (review.Lasting, review.IsInTime));
    }

    [Fact]
    public void Each_decline_and_withdrawal_counts_and_one_that_was_taken_back_does_not()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => (by, now) => r.Decline("too_small", "Three users.", by, now), Ie);
        var withdrawn = walk.Now.AddHours(1);
        walk.Does(r => (by, now) => r.Withdraw("Lost.", by, now), Ce);
        walk.Does(r => (by, now) => r.Reopen("Won.", by, now), Ce);
        walk.Does(r => (by, now) => r.Withdraw("Lost again.", by, now), Ce);
        walk.Then(r => r.Undo, Ce);
        var read = ReportedRequest.Of(walk.Request);

        Assert.Equal([withdrawn], read.Withdrawals);
        Assert.Equal([withdrawn.AddHours(-1)], read.Declines);
        Assert.Null(read.Stays[^1].IsInTime);
    }

    [Fact]
    public void Another_strategy_chosen_by_a_person_is_a_correction()
    {
        var walk = RequestWalk.Filed("yes");
        walk.Does(r => (by, now) => r.OverrideStrategy("joint", "customer_insists", "They want it.", by, now), Ce);
        var read = ReportedRequest.Of(walk.Request);

        Assert.Equal((Filed, "joint", true), (read.DecidedAt!.Value, read.StrategyId, read.IsCorrected));
        walk.Then(r => r.Undo, Ce);
        Assert.Equal(("cloud", false), (ReportedRequest.Of(walk.Request).StrategyId, ReportedRequest.Of(walk.Request).IsCorrected));
    }

    [Fact]
    public void It_is_decided_when_the_last_open_answer_settles_a_strategy()
    {
        var walk = RequestWalk.Filed("ask");
        Assert.Null(ReportedRequest.Of(walk.Request).DecidedAt);
        walk.Later(TimeSpan.FromDays(1));
        walk.Does(r => (by, now) => r.ChangeAnswers(
            new Dictionary<string, Answer?> { ["cloud_verdict"] = new YesNoAnswer(true) }, new Dictionary<string, string>(), by, now), Cloud);
        var read = ReportedRequest.Of(walk.Request);

        Assert.Equal((Filed.AddHours(25), "cloud", false), (read.DecidedAt!.Value, read.StrategyId, read.IsCorrected));
    }

    [Fact]
    public void In_random_histories_the_stays_and_the_time_with_nobody_add_up_to_the_whole() => RandomHistory.Gen.Sample(
        one =>
        {
            var (read, ledger) = (ReportedRequest.Of(one.Request), RelayLedger.Of(one.Request, one.Request.ChangedAt));
            var open = ledger.Segments.Where(segment => segment.Visit is null || segment.Visit.EndedAt is null).Sum(segment => segment.Minutes);
            Assert.Equal(ledger.Minutes, read.Stays.Sum(stay => stay.Lasting.Minutes) + open);
            Assert.Equal(
                ledger.Segments.Where(segment => segment.Visit?.EndedAt is not null).Select(segment => (segment.Minutes, segment.OfficeMinutes)),
                RelayLedger.OfEnded(one.Request).Where(segment => segment.Visit is not null).Select(segment => (segment.Minutes, segment.OfficeMinutes)));
            Assert.All(read.Stays, stay => Assert.InRange(stay.Lasting.OfficeMinutes, 0, stay.Lasting.Minutes + 1));
            if (read.CompletedAt is { } at) Assert.Equal((at - read.FiledAt).Ticks / TimeSpan.TicksPerMinute, read.Whole!.Minutes);
        },
        iter: 2_000);
}
