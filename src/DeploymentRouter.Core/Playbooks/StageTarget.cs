namespace DeploymentRouter.Core.Playbooks;

/// <summary>How soon a stage should be done.</summary>
/// <param name="Duration">The promise.</param>
/// <param name="CalendarId">The calendar it is measured on.</param>
/// <param name="FromFieldId">Id of a date field of an earlier or this form that starts it (for example the agreement date); null: from the stage's start.</param>
/// <param name="WhenFieldId">Counts only if this form field (of this or an earlier stage) …</param>
/// <param name="WhenFieldIs">… has this value; both null: always.</param>
public sealed record StageTarget(
    TargetDuration Duration, string CalendarId, string? FromFieldId, string? WhenFieldId, string? WhenFieldIs);

/// <summary>A promised duration.</summary>
public abstract record TargetDuration;

/// <summary>Wall-clock hours, running through nights and weekends; 1 or more.</summary>
public sealed record ElapsedHours(int Hours) : TargetDuration;

/// <summary>Hours that count only inside the calendar's office hours; 1 or more.</summary>
public sealed record WorkingHours(int Hours) : TargetDuration;

/// <summary>Working days of the calendar; due at closing of the last one; 1 or more.</summary>
public sealed record WorkingDays(int Days) : TargetDuration;

/// <summary>So many hours when started inside office hours (even past closing), else so many working days.</summary>
public sealed record OfficeHoursElseWorkingDays(int Hours, int Days) : TargetDuration;

/// <summary>Calendar days; due is a plain date; 1 or more.</summary>
public sealed record CalendarDays(int Days) : TargetDuration;

/// <summary>An aim in calendar days that is shown and never breaches; 1 or more.</summary>
public sealed record EstimateDays(int Days) : TargetDuration;

/// <summary>Office hours on working days, in a time zone.</summary>
/// <param name="TimeZone">IANA id, for example <c>UTC</c>.</param>
/// <param name="Opens">Inside from this time on.</param>
/// <param name="Closes">Outside from this time on (half open).</param>
public sealed record WorkCalendar(
    string Id, string Name, string TimeZone, IReadOnlyList<DayOfWeek> WorkingWeekdays, TimeOnly Opens, TimeOnly Closes, IReadOnlyList<DateOnly> Holidays)
{
    /// <summary>Most holidays of one calendar: some fifty years of them. It also bounds how far away a working day can be.</summary>
    public const int MaxHolidays = 1_000;
}
