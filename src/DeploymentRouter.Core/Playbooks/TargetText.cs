using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DeploymentRouter.Core.Playbooks;

/// <summary>A promised duration as people write and read it.</summary>
public static partial class TargetText
{
    /// <summary>One of each kind.</summary>
    public static IReadOnlyList<string> Examples { get; } =
        ["24 hours", "7 working days", "4 working hours", "1 hour in office hours, else 1 working day", "30 calendar days", "about 30 days"];

    /// <summary>Reads words such as those in <see cref="Examples"/>; counts go from 1 to 9999.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out TargetDuration? duration)
    {
        var match = Pattern().Match(text);
        duration = match.Success ? Of(match) : null;
        return duration is not null;
    }

    /// <summary>The words that <see cref="TryParse"/> reads as this promise.</summary>
    public static string Of(TargetDuration promise) => promise switch
    {
        ElapsedHours hours => Count(hours.Hours, "hour"),
        WorkingHours hours => Count(hours.Hours, "working hour"),
        WorkingDays days => Count(days.Days, "working day"),
        OfficeHoursElseWorkingDays either => $"{Count(either.Hours, "hour")} in office hours, else {Count(either.Days, "working day")}",
        CalendarDays days => Count(days.Days, "calendar day"),
        EstimateDays days => $"about {Count(days.Days, "day")}",
        _ => throw new ArgumentOutOfRangeException(nameof(promise), promise, null),
    };

    /// <summary>"1 hour", "7 working days".</summary>
    internal static string Count(int count, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    private static TargetDuration Of(Match match)
    {
        var count = Number(match.Groups["count"]);
        if (match.Groups["else"].Success)
            return new OfficeHoursElseWorkingDays(count, Number(match.Groups["else"]));
        if (match.Groups["office"].Success)
            return new WorkingHours(count);
        if (match.Groups["hours"].Success)
            return new ElapsedHours(count);
        if (match.Groups["working"].Success)
            return new WorkingDays(count);
        return match.Groups["about"].Success ? new EstimateDays(count) : new CalendarDays(count);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """
        ^(?:
          (?<count>[1-9][0-9]{0,3})\ (?<hours>hours?)(?:\ in\ office\ hours,\ else\ (?<else>[1-9][0-9]{0,3})\ working\ days?)?
        | (?<count>[1-9][0-9]{0,3})\ (?:(?<office>working)\ hours?(?:\ in\ office\ hours)?|hours?\ (?<office>in)\ office\ hours)
        | (?<count>[1-9][0-9]{0,3})\ (?<working>working)\ days?
        | (?<about>about\ )?(?<count>[1-9][0-9]{0,3})\ (?:calendar\ )?days?
        )\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Pattern();
}
