using System.Globalization;
using System.Text.Json;
using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Tests.Clocks;

public sealed class DeadlineTests
{
    private static readonly Dictionary<string, TargetDuration> Promises = new(StringComparer.Ordinal)
    {
        ["trial_create_2022"] = new OfficeHoursElseWorkingDays(1, 1),
        ["new_instance_resolution_2022"] = new WorkingDays(7),
        ["teardown_resolution"] = new WorkingDays(15),
        ["suspension_resolution"] = new WorkingDays(15),
        ["request_response_24h"] = new ElapsedHours(24),
        ["trial_decision_due"] = new CalendarDays(5),
    };

    public static TheoryData<string> Cases() => [.. ReadCases().Select(c => c.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Worked_cases_are_due_exactly_when_they_say(string id)
    {
        var one = ReadCases().Single(c => c.GetProperty("id").GetString() == id);
        var holidays = one.TryGetProperty("holidays", out var list)
            ? list.EnumerateArray().Select(day => DateOnly.Parse(day.GetString()!, CultureInfo.InvariantCulture)).ToArray()
            : [];
        var promise = Promises[one.GetProperty("kind").GetString()!];
        var start = one.GetProperty("start").GetString()!;
        var due = start.Contains('T', StringComparison.Ordinal)
            ? Deadline.From(Utc(start), promise, Office(holidays), [], Utc(start))
            : Deadline.From(DateOnly.Parse(start, CultureInfo.InvariantCulture), promise, Office(holidays), [], default);

        var expected = one.GetProperty("due").GetString()!;
        if (expected.Contains('T', StringComparison.Ordinal)) Assert.Equal(Utc(expected), due.At);
        else Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), due.Date);
    }

    [Theory]
    [InlineData("2022-10-07T21:59:59Z", "2022-10-07T22:59:59Z")] // one second before closing: one hour, past closing
    [InlineData("2022-10-07T22:00:00Z", "2022-10-10T22:00:00Z")] // closing is outside, Monday is day 1
    [InlineData("2022-10-07T06:59:59Z", "2022-10-07T22:00:00Z")] // one second before opening
    [InlineData("2022-10-07T07:00:00Z", "2022-10-07T08:00:00Z")] // opening is inside
    [InlineData("2022-10-08T12:00:00Z", "2022-10-10T22:00:00Z")] // a Saturday
    public void A_trial_promise_turns_at_the_edges_of_office_hours(string start, string expected) =>
        Assert.Equal(Utc(expected), Deadline.From(Utc(start), new OfficeHoursElseWorkingDays(1, 1), Office(), [], Utc(start)).At);

    [Fact]
    public void Three_working_days_from_a_friday_afternoon_are_due_on_wednesday_at_closing() =>
        Assert.Equal(
            Utc("2022-10-12T22:00:00Z"),
            Deadline.From(Utc("2022-10-07T15:00:00Z"), new WorkingDays(3), Office(), [], Utc("2022-10-07T15:00:00Z")).At);

    [Fact]
    public void A_pause_over_two_closings_moves_working_days_out_by_two()
    {
        Pause[] pauses = [new(Utc("2022-10-10T09:00:00Z"), Utc("2022-10-12T09:00:00Z"), "customer on holiday")];
        var due = Deadline.From(Utc("2022-10-07T15:00:00Z"), new WorkingDays(3), Office(), pauses, Utc("2022-10-12T10:00:00Z"));
        Assert.Equal(Utc("2022-10-14T22:00:00Z"), due.At);
    }

    [Fact]
    public void A_pause_moves_elapsed_hours_out_by_its_own_length_unless_it_began_after_the_due_time()
    {
        Pause[] pauses =
        [
            new(Utc("2022-10-07T10:00:00Z"), Utc("2022-10-07T13:30:00Z"), "a"),
            new(Utc("2022-10-09T00:00:00Z"), Utc("2022-10-09T05:00:00Z"), "after it was due"),
        ];
        var due = Deadline.From(Utc("2022-10-07T09:00:00Z"), new ElapsedHours(24), Office(), pauses, Utc("2022-10-10T00:00:00Z"));
        Assert.Equal(Utc("2022-10-08T12:30:00Z"), due.At);
    }

    [Fact]
    public void A_running_pause_pushes_the_due_time_out_as_long_as_it_runs()
    {
        Pause[] pauses = [new(Utc("2022-10-07T10:00:00Z"), null, "waiting")];
        var due = Deadline.From(Utc("2022-10-07T09:00:00Z"), new ElapsedHours(24), Office(), pauses, Utc("2022-10-07T16:00:00Z"));
        Assert.Equal(Utc("2022-10-08T15:00:00Z"), due.At);
    }

    [Fact]
    public void Calendar_days_cross_a_leap_day() =>
        Assert.Equal(
            new DateOnly(2024, 3, 1),
            Deadline.From(new DateOnly(2024, 2, 28), new CalendarDays(2), Office(), [], default).Date);

    [Fact]
    public void A_pause_moves_calendar_days_out_unless_it_began_after_they_were_over()
    {
        Pause[] pauses =
        [
            new(Utc("2022-10-08T10:00:00Z"), Utc("2022-10-10T10:00:00Z"), "in time"),
            new(Utc("2022-10-20T10:00:00Z"), Utc("2022-10-25T10:00:00Z"), "after it was due"),
        ];
        var due = Deadline.From(Utc("2022-10-07T09:00:00Z"), new CalendarDays(5), Office(), pauses, Utc("2022-10-30T00:00:00Z"));
        Assert.Equal(new DateOnly(2022, 10, 14), due.Date);
    }

    [Fact]
    public void An_estimate_says_so() =>
        Assert.True(Deadline.From(Utc("2022-10-07T09:00:00Z"), new EstimateDays(30), Office(), [], Utc("2022-10-07T09:00:00Z")).IsEstimate);

    [Fact]
    public void Office_hours_follow_summer_time_where_the_calendar_has_it()
    {
        var london = Office() with { TimeZone = "Europe/London" };
        Assert.Equal(Utc("2022-10-28T21:00:00Z"), Deadline.From(new DateOnly(2022, 10, 27), new WorkingDays(1), london, [], default).At);
        Assert.Equal(Utc("2022-10-31T22:00:00Z"), Deadline.From(new DateOnly(2022, 10, 28), new WorkingDays(1), london, [], default).At);
    }

    [Theory]
    [InlineData("2022-10-07T20:00:00Z", "2022-10-07T22:00:00Z")] // to the closing, not to the next opening
    [InlineData("2022-10-07T20:00:01Z", "2022-10-10T07:00:01Z")]
    [InlineData("2022-10-07T06:59:59Z", "2022-10-07T09:00:00Z")]
    [InlineData("2022-10-07T22:00:00Z", "2022-10-10T09:00:00Z")]
    public void Working_hours_run_inside_office_hours_alone(string start, string expected) =>
        Assert.Equal(Utc(expected), Deadline.From(Utc(start), new WorkingHours(2), Office(), [], Utc(start)).At);

    [Fact]
    public void A_pause_gives_back_the_office_time_it_took_and_no_second_more()
    {
        Pause[] night = [new(Utc("2022-10-10T21:59:59Z"), Utc("2022-10-11T07:00:01Z"), "over night")];
        var due = Deadline.From(Utc("2022-10-07T15:00:00Z"), new WorkingDays(3), Office(), night, Utc("2022-10-20T00:00:00Z"));
        Assert.Equal(Utc("2022-10-13T07:00:02Z"), due.At);

        Pause[] weekend = [new(Utc("2022-10-07T22:00:00Z"), Utc("2022-10-10T07:00:00Z"), "over the weekend")];
        Assert.Equal(Utc("2022-10-12T22:00:00Z"), Deadline.From(Utc("2022-10-07T15:00:00Z"), new WorkingDays(3), Office(), weekend, Utc("2022-10-20T00:00:00Z")).At);
    }

    [Fact]
    public void Pauses_that_overlap_count_once()
    {
        Pause[] pauses = [new(Utc("2022-10-07T10:00:00Z"), Utc("2022-10-07T14:00:00Z"), "hold"), new(Utc("2022-10-07T12:00:00Z"), Utc("2022-10-07T16:00:00Z"), "sent back")];
        Assert.Equal(Utc("2022-10-08T15:00:00Z"), Deadline.From(Utc("2022-10-07T09:00:00Z"), new ElapsedHours(24), Office(), pauses, Utc("2022-10-20T00:00:00Z")).At);
    }

    [Fact]
    public void A_promise_of_days_that_stood_still_is_never_over_before_it_runs_again()
    {
        // A minute is left on the last day when it stops for 30 hours.
        Pause[] pauses = [new(Utc("2022-10-12T23:59:00Z"), Utc("2022-10-14T05:59:00Z"), "hold")];
        Assert.Equal(new DateOnly(2022, 10, 14), Deadline.From(Utc("2022-10-07T09:00:00Z"), new CalendarDays(5), Office(), pauses, Utc("2022-10-30T00:00:00Z")).Date);
    }

    private static WorkCalendar Office(params DateOnly[] holidays) => new(
        "office",
        "Office",
        "UTC",
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        new TimeOnly(7, 0),
        new TimeOnly(22, 0),
        holidays);

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    private static IEnumerable<JsonElement> ReadCases() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "calendar.json"))).RootElement.EnumerateArray();
}
