using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Relay;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Tests.Requests;
using static DeploymentRouter.Core.Tests.Requests.SmallPlaybook;

namespace DeploymentRouter.Core.Tests.Relay;

public sealed class RelayLedgerTests
{
    [Fact]
    public void A_hold_and_another_person_each_begin_a_segment()
    {
        var walk = RequestWalk.InQualification(); // filed at 9, completed at 11
        walk.Does(r => r.Take, Ie);
        walk.Does(r => (by, now) => r.PutOnHold("A freeze.", null, by, now), Ie);
        walk.Does(r => r.Resume, Ie);
        walk.Does(r => r.Take, OtherIe);

        Assert.Equal(
            ["ce Cora 120", "ie  60", "ie Iris 60", "ie Iris 60 A freeze.", "ie Iris 60", "ie Ivo 90"],
            Say(RelayLedger.Of(walk.Request, walk.Now.AddMinutes(90))));
    }

    [Fact]
    public void A_send_back_ends_the_time_of_the_IE_and_begins_that_of_the_CE_in_one_entry()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => (by, now) => r.SendBack("More.", [], [], by, now), Ie);
        var segments = RelayLedger.Of(walk.Request, walk.Now.AddHours(1)).Segments;
        Assert.Equal(["ce", "ie", "ce"], segments.Select(segment => segment.TeamId));
        Assert.Equal(segments[1].Until, segments[2].From);
        Assert.Equal(ClockState.Met, StageClock.Of(walk.Request.Visits[1], walk.Request.Form, walk.Request.Playbook, walk.Now.AddYears(1))!.State);
    }

    [Fact]
    public void Nobody_has_it_between_a_withdrawal_and_the_reopening()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => (by, now) => r.Withdraw("Lost.", by, now), Ce);
        walk.Does(r => (by, now) => r.Reopen("Won.", by, now), Ce);
        Assert.Equal(["ce Cora 120", "ie  60", "  60", "ie  30"], Say(RelayLedger.Of(walk.Request, walk.Now.AddMinutes(30))));
    }

    [Fact]
    public void Office_minutes_are_those_inside_office_hours()
    {
        var walk = RequestWalk.Filed("no"); // Monday at 9
        var ledger = RelayLedger.Of(walk.Request, walk.Now.AddDays(7));
        Assert.Equal((10_080, 4_500), (ledger.Minutes, Assert.Single(ledger.Segments).OfficeMinutes));
    }

    [Fact]
    public void Seconds_that_make_no_minute_are_not_lost()
    {
        var walk = RequestWalk.Filed("no");
        foreach (var person in new[] { OtherCe, Ce, OtherCe, Ce })
            Assert.Null(walk.Request.Take(person, walk.Request.ChangedAt.AddSeconds(30)).Refusal);
        var ledger = RelayLedger.Of(walk.Request, walk.Request.ChangedAt.AddSeconds(30));
        Assert.Equal([0, 1, 0, 1, 0], ledger.Segments.Select(segment => segment.Minutes));
        Assert.Equal((2, 2), (ledger.Minutes, ledger.Segments.Sum(segment => segment.OfficeMinutes)));
    }

    [Fact]
    public void For_a_promise_from_a_date_neither_an_earlier_hold_nor_time_sent_back_counts()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => (by, now) => r.PutOnHold("A freeze.", null, by, now), Ie); // Monday 12 to 13
        walk.Does(r => r.Resume, Ie);
        walk.Does(r => (by, now) => r.SendBack("More.", [], [], by, now), Ie); // Monday 14 to 15
        walk.Does(r => r.Complete, Ce);
        walk.Does(r => r.Complete, Ie);
        var kickOff = walk.Request.Current;
        var promising = kickOff.Stage with { Targets = [new StageTarget(new WorkingDays(2), "office", "signed_on", null, null)] };
        var playbook = Value with { Strategies = [.. Value.Strategies.Select(strategy => strategy with { Stages = [.. strategy.Stages.Select(stage => stage.Id == "kick_off" ? promising : stage)] })] };
        var again = Request.FromHistory(walk.Request.Id, 1, playbook, walk.Request.History);
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["signed_on"] = "2026-11-02" };

        var clock = StageClock.Of(again.Current, form, playbook, walk.Now)!;
        Assert.Equal(new DateTime(2026, 11, 5, 9, 0, 0, DateTimeKind.Utc), clock.Due.At);
        Assert.Equal("due Thu 5 Nov 09:00 UTC: 2 working days from “Signed on” on Mon 2 Nov, with 2 h of office time in pauses given back", clock.Sentence);
    }

    private static IEnumerable<string> Say(RelayLedger ledger) => ledger.Segments.Select(segment =>
        $"{segment.TeamId} {segment.Person?.Name} {segment.Minutes}{(segment.Pause is null ? "" : $" {segment.Pause.Reason}")}");
}
