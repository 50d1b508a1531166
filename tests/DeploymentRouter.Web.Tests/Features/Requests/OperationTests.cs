using System.Globalization;
using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Core.Requests.Operations;
using DeploymentRouter.Decisions;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Requests;

/// <summary>What is asked for once a Cloud instance runs: with the default playbook, where not said otherwise.</summary>
public sealed class OperationTests
{
    private static readonly Dictionary<string, string> Contract = new(StringComparer.Ordinal)
    {
        ["contract_signed_on"] = "2026-11-20",
        ["new_licence_reference"] = "vault/licences/7",
    };

    [Fact]
    public void A_trial_runs_thirty_days_from_the_hand_over_for_set_up()
    {
        Assert.Null(Filed(CloudAnswers).Request.Instance);
        var walk = TrialRunning();
        Assert.Equal(InstanceState.Running, walk.Request.Instance?.State);
        Assert.Equal(DateOnly.FromDateTime(walk.Now).AddDays(30), walk.Request.Instance?.TrialEndsOn);
    }

    [Fact]
    public void An_extension_is_asked_for_taken_and_done_with_both_times_and_every_step_in_the_history()
    {
        var walk = TrialRunning();
        var end = walk.Request.Instance!.TrialEndsOn!.Value;
        walk.Does((r, now) => Asks(r, "extend_trial", Wren, now, until: end.AddDays(14)));
        var asked = walk.Now;
        Assert.Equal(end, walk.Request.Instance.TrialEndsOn);
        Assert.Equal("cloud", walk.Request.OpenOperation?.TeamId);
        walk.Does((r, now) => r.TakeOperation(Skye, now)).Does((r, now) => r.CompleteOperation("Done in the console.", Skye, now));

        Assert.Equal(end.AddDays(14), walk.Request.Instance!.TrialEndsOn);
        var run = Assert.Single(walk.Request.Operations);
        Assert.Equal((OperationState.Done, asked, walk.Now), (run.State, run.AskedAt, run.Ended!.At));
        Assert.Equal(
            [typeof(OperationAsked), typeof(OperationTaken), typeof(OperationDone)],
            walk.Request.History.TakeLast(3).Select(entry => entry.What.GetType()));
        var again = Request.FromHistory(
            walk.Request.Id, 1027, RequestWalk.Playbook, walk.Request.History.Select(entry => entry with { What = HistoryJson.Read(HistoryJson.Write(entry.What)) }));
        Assert.Equal(end.AddDays(14), again.Instance!.TrialEndsOn);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public void An_extension_reaches_as_far_as_the_playbook_allows(int days)
    {
        var walk = TrialRunning();
        var end = walk.Request.Instance!.TrialEndsOn!.Value;
        var refusal = Asks(walk.Request, "extend_trial", Wren, walk.Now, until: end.AddDays(days)).Refusal;
        Assert.Equal("ExtensionOutOfReach", refusal?.Name);
        Assert.Contains(end.AddDays(30).ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture), refusal!.Sentence, StringComparison.Ordinal);
        Assert.True(Asks(walk.Request, "extend_trial", Wren, walk.Now, until: end.AddDays(30)).Succeeded);
    }

    [Fact]
    public void A_trial_is_extended_twice_and_not_a_third_time()
    {
        var walk = TrialRunning();
        for (var i = 0; i < 2; i++)
        {
            walk.Does((r, now) => Asks(r, "extend_trial", Juniper, now, until: r.Instance!.TrialEndsOn!.Value.AddDays(30)))
                .Does((r, now) => r.CompleteOperation("", Skye, now));
        }

        var end = walk.Request.Instance!.TrialEndsOn!.Value;
        Assert.Equal("OftenEnough", Asks(walk.Request, "extend_trial", Juniper, walk.Now, until: end.AddDays(1)).Refusal?.Name);
    }

    [Fact]
    public void A_converted_trial_has_no_end_and_nothing_to_extend()
    {
        var walk = TrialRunning();
        Assert.Equal("FieldsMissing", Asks(walk.Request, "convert_to_paid", Wren, walk.Now).Refusal?.Name);
        // Also after its last day.
        walk.Later(TimeSpan.FromDays(40)).Does((r, now) => Asks(r, "convert_to_paid", Wren, now, values: Contract)).Does((r, now) => r.CompleteOperation("", Skye, now));
        Assert.Null(walk.Request.Instance!.TrialEndsOn);
        Assert.Equal("NotATrial", Asks(walk.Request, "extend_trial", Wren, walk.Now, until: new DateOnly(2027, 1, 1)).Refusal?.Name);
    }

    [Fact]
    public void A_suspended_instance_can_be_resumed_and_not_be_suspended_again()
    {
        var walk = TrialRunning();
        Assert.Equal("NotSuspended", Asks(walk.Request, "resume", Wren, walk.Now).Refusal?.Name);
        walk.Does((r, now) => Asks(r, "suspend", Wren, now)).Does((r, now) => r.CompleteOperation("", Skye, now));
        Assert.Equal(InstanceState.Suspended, walk.Request.Instance?.State);
        Assert.Equal("AlreadySuspended", Asks(walk.Request, "suspend", Wren, walk.Now).Refusal?.Name);
        walk.Does((r, now) => Asks(r, "resume", Wren, now)).Does((r, now) => r.CompleteOperation("", Skye, now));
        Assert.Equal(InstanceState.Running, walk.Request.Instance?.State);
    }

    [Theory]
    [InlineData("", "NotConfirmed")]
    [InlineData("Text", "NotConfirmed")]
    [InlineData("other", "NotConfirmed")]
    [InlineData(" text ", null)]
    public void Teardown_needs_the_slug_typed(string typed, string? refusal)
    {
        var walk = TrialRunning();
        Assert.Equal("text", walk.Request.Form["slug"]);
        Assert.Equal(refusal, Asks(walk.Request, "tear_down", Wren, walk.Now, confirmation: typed).Refusal?.Name);
        if (refusal is not null) return;
        walk.Does((r, now) => r.CompleteOperation("", Skye, now));
        Assert.Equal("InstanceGone", Asks(walk.Request, "suspend", Wren, walk.Now).Refusal?.Name);
    }

    [Fact]
    public void Who_may_ask_and_who_carries_it_out()
    {
        var walk = TrialRunning();
        Assert.Equal("NotYourAct", Asks(walk.Request, "suspend", Bram, walk.Now).Refusal?.Name);
        Assert.Equal("NotYourAct", Asks(walk.Request, "suspend", Skye, walk.Now).Refusal?.Name);
        Assert.Equal("NoInstanceYet", Asks(Filed(CloudAnswers).Request, "suspend", Wren, walk.Now).Refusal?.Name);
        walk.Does((r, now) => Asks(r, "suspend", Juniper, now));
        Assert.Equal("OperationOpen", Asks(walk.Request, "tear_down", Wren, walk.Now, confirmation: "text").Refusal?.Name);
        Assert.Equal("NotYourStage", walk.Request.CompleteOperation("", Wren, walk.Now).Refusal?.Name);
        Assert.Equal("NotYourAct", walk.Request.WithdrawOperation(Skye, walk.Now).Refusal?.Name);
        Assert.Equal("TextNeeded", walk.Request.DeclineOperation(" ", Skye, walk.Now).Refusal?.Name);
        walk.Does((r, now) => r.DeclineOperation("They still pay.", Skye, now));
        Assert.Equal(OperationState.Declined, walk.Request.Operations[0].State);
        Assert.Equal("NoOperationOpen", walk.Request.TakeOperation(Skye, walk.Now).Refusal?.Name);
        walk.Does((r, now) => Asks(r, "suspend", Juniper, now)).Does((r, now) => r.WithdrawOperation(Wren, now));
        Assert.Null(walk.Request.OpenOperation);
    }

    [Fact]
    public void An_open_operation_waits_for_Cloud_also_after_delivery_and_an_undone_one_does_not()
    {
        var walk = TrialRunning().Does((r, now) => r.Accept(Wren, now)).Ticks(Wren).Does((r, now) => r.Complete(Wren, now));
        Assert.Equal(RequestState.Delivered, walk.Request.State);
        Assert.Empty(WaitingNow(walk));

        walk.Does((r, now) => Asks(r, "suspend", Wren, now));
        var wait = Assert.Single(WaitingNow(walk));
        Assert.Equal(("cloud", Ask.Operation, "Suspend the instance"), (wait.TeamId, wait.Ask, wait.Says));
        Assert.Equal(walk.Now.AddHours(24), wait.DueAt);
        walk.Does((r, now) => r.TakeOperation(Skye, now));
        Assert.True(Waiting.For(walk.Request, "cloud", walk.Now)!.DueAt > walk.Now.AddDays(15));

        Assert.True(walk.Request.Undo(Skye, walk.Now).Succeeded);
        Assert.Equal(OperationState.Asked, walk.Request.OpenOperation?.State);
        walk.Does((r, now) => r.WithdrawOperation(Juniper, now));
        Assert.Empty(WaitingNow(walk));
    }

    [Fact]
    public void A_hand_over_that_was_returned_is_not_running_and_the_next_one_starts_the_trial()
    {
        var walk = TrialRunning();
        var first = walk.Request.Instance!.TrialEndsOn!.Value;
        walk.Does((r, now) => Asks(r, "suspend", Wren, now)).Does((r, now) => r.CompleteOperation("", Skye, now));
        walk.Does((r, now) => r.Return("The admin cannot sign in.", Wren, now));
        Assert.Null(walk.Request.Instance);
        Assert.Equal("NoInstanceYet", Asks(walk.Request, "suspend", Wren, walk.Now).Refusal?.Name);

        walk.Later(TimeSpan.FromDays(7)).Does((r, now) => r.Complete(Skye, now));
        Assert.True(walk.Request.Instance!.TrialEndsOn >= first.AddDays(7));
        Assert.Equal(InstanceState.Running, walk.Request.Instance.State);
    }

    [Fact]
    public void A_trial_is_counted_from_the_date_in_the_office_of_the_calendar()
    {
        var playbook = RequestWalk.Playbook with { Calendars = [.. RequestWalk.Playbook.Calendars.Select(calendar => calendar with { TimeZone = "Pacific/Kiritimati" })] };
        var walk = TrialRunning();
        var moved = Request.FromHistory(walk.Request.Id, 1027, playbook, walk.Request.History);
        Assert.Equal(DateOnly.FromDateTime(walk.Now.AddHours(14)).AddDays(30), moved.Instance!.TrialEndsOn);
        Assert.NotEqual(moved.Instance.TrialEndsOn, walk.Request.Instance!.TrialEndsOn);
    }

    [Fact]
    public void While_an_operation_is_open_the_request_is_not_taken_elsewhere()
    {
        var walk = TrialRunning().Does((r, now) => Asks(r, "suspend", Wren, now));
        var reason = RequestWalk.Playbook.OverrideReasons[0].Id;
        var refusal = walk.Request.Withdraw("They left.", Wren, walk.Now).Refusal;
        Assert.Equal(("OperationOpen", "“Suspend the instance” is open. Cloud has to finish it first, or CE or Sales to withdraw it."), (refusal?.Name, refusal?.Sentence));
        Assert.Equal("OperationOpen", walk.Request.OverrideStrategy("one-click", reason, "They want it.", Wren, walk.Now).Refusal?.Name);
        walk.Does((r, now) => r.ChangeAnswers(
            new Dictionary<string, Answer?>(StringComparer.Ordinal) { ["code_host_reachability"] = new ChoiceAnswer("private_link") },
            new Dictionary<string, string>(StringComparer.Ordinal),
            Wren,
            now));
        Assert.Equal("OperationOpen", walk.Request.WhyNot(RequestAct.Reroute, Wren)?.Name);
        walk.Does((r, now) => r.WithdrawOperation(Wren, now)).Does((r, now) => r.OverrideStrategy("one-click", reason, "They want it.", Wren, now));
    }

    [Fact]
    public void While_an_operation_is_open_the_hand_over_is_not_returned()
    {
        var walk = TrialRunning().Does((r, now) => Asks(r, "suspend", Juniper, now));
        var refusal = walk.Request.Return("The admin cannot sign in.", Wren, walk.Now).Refusal;
        Assert.Equal(("OperationOpen", "“Suspend the instance” is open. Cloud has to finish it first, or CE or Sales to withdraw it."), (refusal?.Name, refusal?.Sentence));
        Assert.True(walk.Request.Current.AwaitsAcceptance);
        walk.Does((r, now) => r.WithdrawOperation(Wren, now)).Does((r, now) => r.Return("The admin cannot sign in.", Wren, now));
    }

    [Fact]
    public void What_is_no_trial_any_more_is_not_extended_by_whoever_still_has_the_dialog_open()
    {
        var walk = TrialRunning().Does((r, now) => Asks(r, "convert_to_paid", Wren, now, values: Contract)).Does((r, now) => r.CompleteOperation("", Skye, now));
        Assert.Equal("NotATrial", walk.Request.WhyNotUntil(Operation("extend_trial"), new DateOnly(2026, 12, 24), walk.Now)?.Name);
    }

    // Worked cases of the Cloud team's targets.
    [Theory]
    [InlineData("tear_down", "2022-10-07T09:00:00Z", "2022-10-28T22:00:00Z", "")]
    [InlineData("suspend", "2022-12-21T09:00:00Z", "2023-01-16T22:00:00Z", "2022-12-26,2022-12-27,2023-01-02")]
    public void Suspension_and_teardown_take_fifteen_working_days_at_most(string id, string asked, string due, string holidays)
    {
        var calendar = RequestWalk.Playbook.Calendars[0] with { Holidays = [.. holidays.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(day => DateOnly.Parse(day, CultureInfo.InvariantCulture))] };
        var promise = OperationClock.Done(RunOf(id, Instant(asked)), new Dictionary<string, string>(), RequestWalk.Playbook with { Calendars = [calendar] });
        Assert.Equal(Instant(due), promise!.DueAt(Instant(asked)).At);
    }

    [Fact]
    public void Whoever_asks_has_an_answer_within_twenty_four_hours_also_at_a_weekend()
    {
        var asked = Instant("2022-10-14T16:00:00Z");
        Assert.Equal(Instant("2022-10-15T16:00:00Z"), OperationClock.Answer(RunOf("suspend", asked), RequestWalk.Playbook)!.DueAt(asked).At);
    }

    private static OperationRun RunOf(string id, DateTime askedAt)
    {
        var asked = new OperationAsked(id, "Because.", null, new Dictionary<string, string>());
        return new OperationRun(Operation(id), new HistoryEntry(9, 9, askedAt, new Actor("a", "A", "ce"), asked), asked);
    }

    internal static Operation Operation(string id) => RequestWalk.Playbook.Strategy("cloud").Operations.Single(one => one.Id == id);

    internal static Outcome Asks(
        Request request, string id, Person by, DateTime now, DateOnly? until = null, Dictionary<string, string>? values = null, string confirmation = "") =>
        request.AskFor(id, "The customer asked for it.", until, values ?? [], confirmation, by, now);

    private static IEnumerable<Wait> WaitingNow(RequestWalk walk) => Waiting.Of(walk.Request).Where(wait => wait.From <= walk.Now);

    private static DateTime Instant(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
