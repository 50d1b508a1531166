using System.Globalization;
using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Reporting;

namespace DeploymentRouter.Web.Features.Reports;

/// <summary>How a report says its figures.</summary>
public static class ReportWords
{
    /// <summary>Of requests without a strategy.</summary>
    public const string Undecided = "Undecided";

    private const long HourOfMinutes = 60;
    private const long DayOfMinutes = 24 * HourOfMinutes;
    private const long ManyHours = 100;

    /// <summary>A step: "Sep 2026", "Mon 2 Nov"; one that is cut off says its days: "15 to 30 Sep 2026".</summary>
    public static string Period(Period period, ReportStep step)
    {
        if (step is ReportStep.Week && period.From != period.To) return $"{Text(period.From, "d MMM")} to {Text(period.To, "d MMM yyyy")}";
        if (period.From == period.To) return Text(period.From, "d MMM yyyy");
        var isWhole = period.From.Day == 1 && period.To.Day == DateTime.DaysInMonth(period.To.Year, period.To.Month);
        return isWhole ? Text(period.From, "MMM yyyy") : $"{Text(period.From, "%d")} to {Text(period.To, "d MMM yyyy")}";
    }

    /// <summary>A length on the wall's clock in its two largest units, rounded down: "3 d 4 h", "4 h 5 min", "5 min".</summary>
    public static string Time(long minutes) =>
        minutes >= DayOfMinutes ? Two(minutes / DayOfMinutes, "d", minutes % DayOfMinutes / HourOfMinutes, "h") : Office(minutes);

    /// <summary>Office time, whose days are not all of one length: "145 h", "12 h 30 min".</summary>
    public static string Office(long minutes) =>
        minutes >= ManyHours * HourOfMinutes ? $"{Count(minutes / HourOfMinutes)} h"
        : minutes >= HourOfMinutes ? Two(minutes / HourOfMinutes, "h", minutes % HourOfMinutes, "min")
        : $"{minutes} min";

    /// <summary>"38 of 40, 95 %".</summary>
    public static string Part(int some, int all) => string.Create(CultureInfo.InvariantCulture, $"{some} of {all}, {Percent(some, all)} %");

    public static string Part(Attainment attainment) => Part(attainment.Met, attainment.Ended);

    /// <summary>Rounded down, so that 100 means all.</summary>
    public static int Percent(int some, int all) => all == 0 ? 0 : (int)(100L * some / all);

    /// <summary>"1,234".</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Two(long large, string largeUnit, long small, string smallUnit) => small == 0 ? $"{large} {largeUnit}" : $"{large} {largeUnit} {small} {smallUnit}";

    private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
