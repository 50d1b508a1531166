using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads a promised duration as people say it.</summary>
internal static partial class TargetText
{
    public static IReadOnlyList<string> Examples { get; } =
        ["24 hours", "7 working days", "1 hour in office hours, else 1 working day", "30 days", "about 30 days"];

    public static bool TryParse(string text, [NotNullWhen(true)] out TargetDuration? duration)
    {
        var match = Pattern().Match(text);
        duration = match.Success ? Of(match) : null;
        return duration is not null;
    }

    private static TargetDuration Of(Match match)
    {
        var count = Number(match.Groups["count"]);
        if (match.Groups["else"].Success)
            return new OfficeHoursElseWorkingDays(count, Number(match.Groups["else"]));
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
        | (?<count>[1-9][0-9]{0,3})\ (?<working>working)\ days?
        | (?<about>about\ )?(?<count>[1-9][0-9]{0,3})\ days?
        )$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Pattern();
}
