using System.Globalization;
using DeploymentRouter.Core.Clocks;

namespace DeploymentRouter.Web.Components.Parts;

/// <summary>How a clock reads: in few words for lists, in more where there is room.</summary>
/// <param name="Words">"1 day left", "Due today", "Late by 5 h", "about Wed 2 Dec".</param>
/// <param name="LongWords">After the word "due" or "aim": "Wed 2 Dec, 9 days left", "today 22:00 UTC".</param>
/// <param name="Used">Part of the promised time that is used, in percent.</param>
public sealed record ClockLook(string Words, string LongWords, int Used, ClockState State)
{
    /// <summary>"due Thu 26 Nov 2026 22:00 UTC, counted from Mon 23 Nov 2026 14:35 UTC", for who points at it; null: it says all it knows.</summary>
    public string? Says { get; private init; }

    /// <summary>The clock of the current stage.</summary>
    public static ClockLook Of(StageClock clock, DateTime now) =>
        clock.State is Core.Clocks.ClockState.Held
            ? new ClockLook("Paused", "Paused while on hold", Percent(clock.Used), ClockState.Held)
            : Of(clock.Due.At, clock.Due.IsEstimate, clock.Started, now);

    /// <summary>A clock that stands still, or should run again: nothing resumes by itself on the day that was named.</summary>
    /// <param name="until">The day until which it is on hold; null: until something happens.</param>
    /// <param name="now">UTC.</param>
    public static ClockLook OnHold(DateOnly? until, DateTime now)
    {
        var isOver = until <= DateOnly.FromDateTime(now);
        var words = until is not { } day ? "On hold"
            : string.Create(CultureInfo.InvariantCulture, $"{(isOver ? "Hold ended" : "On hold to")} {day:d MMM}");
        return new ClockLook(words, words, 0, isOver ? ClockState.Warn : ClockState.Held);
    }

    /// <summary>A running clock, from what a list knows of it.</summary>
    /// <param name="dueAt">UTC; a promise for a whole day is due when that day is over.</param>
    /// <param name="now">UTC.</param>
    public static ClockLook Of(DateTime dueAt, bool isEstimate, DateTime startedAt, DateTime now) =>
        Running(dueAt, isEstimate, startedAt, now) with { Says = Sentence(dueAt, isEstimate, startedAt) };

    private static ClockLook Running(DateTime dueAt, bool isEstimate, DateTime startedAt, DateTime now)
    {
        var day = DateOnly.FromDateTime(dueAt.AddTicks(-1));
        var used = dueAt <= startedAt ? 100 : Percent((now - startedAt) / (dueAt - startedAt));
        var left = day.DayNumber - DateOnly.FromDateTime(now).DayNumber;
        var name = WhenText.Day(day, now);
        if (isEstimate)
        {
            var aim = left > 1 ? $"{name}, {left} days left" : left < -1 ? $"{name}, {-left} days ago" : name;
            return new ClockLook($"about {name}", aim, used, ClockState.Calm);
        }

        if (now > dueAt)
        {
            var late = $"Late by {SpanText.InList(now - dueAt)}";
            return new ClockLook(late, $"{name}, late by {SpanText.InSentence(now - dueAt)}", used, ClockState.Late);
        }

        var time = dueAt.TimeOfDay == TimeSpan.Zero ? "" : string.Create(CultureInfo.InvariantCulture, $" {dueAt:HH:mm} UTC");
        return left switch
        {
            0 => new ClockLook("Due today", $"today{time}", used, ClockState.Warn),
            1 => new ClockLook("1 day left", $"tomorrow{time}, 1 day left", used, ClockState.Calm),
            _ => new ClockLook($"{left} days left", $"{name}, {left} days left", used, ClockState.Calm),
        };
    }

    private static string Sentence(DateTime dueAt, bool isEstimate, DateTime startedAt)
    {
        var due = dueAt.TimeOfDay == TimeSpan.Zero
            ? dueAt.AddTicks(-1).ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)
            : Instant(dueAt);
        return $"{(isEstimate ? "about" : "due")} {due}, counted from {Instant(startedAt)}";
    }

    private static string Instant(DateTime at) => at.ToString("ddd d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static int Percent(double part) => (int)Math.Round(Math.Clamp(part, 0, 1) * 100);
}
