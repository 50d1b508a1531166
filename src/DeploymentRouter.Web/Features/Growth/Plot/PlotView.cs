using System.Globalization;
using DeploymentRouter.Core.Growth;

namespace DeploymentRouter.Web.Features.Growth.Plot;

/// <summary>The readings of a deployment against its limits, drawn once for wide and once for narrow pages.</summary>
/// <param name="Months">Where the scale of days is written.</param>
public sealed record PlotView(PlotFrame Frame, IReadOnlyList<PlotLine> Lines, IReadOnlyList<PlotTick> Months, double TodayX, string Title, string Description)
{
    private const double Headroom = 1.1;
    private const int LeastDays = 60;
    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200];

    /// <returns>Null: nothing was read yet.</returns>
    public static PlotView? Of(IEnumerable<Reading> readings, Outlook outlook, string customer, int width, int height, int mostMonths)
    {
        if (outlook is not { Users: { } users, Repositories: { } repositories }) return null;
        var days = readings.Where(reading => reading.Withdrawal is null).GroupBy(reading => reading.On).OrderBy(day => day.Key).ToList();
        var first = days[0].Key;
        var past = Math.Max(LeastDays, outlook.Today.DayNumber - first.DayNumber);
        // As far ahead as it has come from, and no further than the limit needs.
        var ahead = (outlook.Nearest?.Latest ?? outlook.ReachedOn)?.AddDays(past / 10) ?? outlook.Today.AddDays(past / 4);
        var from = outlook.Today.AddDays(-past);
        var to = Clamp(ahead, outlook.Today.AddDays(past / 6), outlook.Today.AddDays(past));
        var top = Math.Max(1, days.Max(day => day.Max(reading => Math.Max((double)reading.Users / users.Limit, (double)reading.Repositories / repositories.Limit)))) * Headroom;
        var frame = new PlotFrame(width, height, from, to, top);
        var leading = outlook.Over ?? outlook.Nearest ?? outlook.Fullest!;
        return new PlotView(
            frame,
            [
                PlotLine.Of(frame, users, [.. days.Select(day => (day.Key, (double)day.Max(reading => reading.Users) / users.Limit))], leading == users),
                PlotLine.Of(frame, repositories, [.. days.Select(day => (day.Key, (double)day.Max(reading => reading.Repositories) / repositories.Limit))], leading == repositories),
            ],
            MonthTicks(frame, mostMonths),
            frame.X(outlook.Today),
            $"Users and repositories of {customer} against their limits",
            OutlookWords.Whole(outlook));
    }

    private static List<PlotTick> MonthTicks(PlotFrame frame, int most)
    {
        var months = (frame.To.Year - frame.From.Year) * 12 + frame.To.Month - frame.From.Month;
        var step = MonthSteps.First(step => months / step <= most);
        var ticks = new List<PlotTick>();
        for (var month = new DateOnly(frame.From.Year, 1, 1); month <= frame.To; month = month.AddMonths(step))
        {
            var x = frame.X(month);
            if (month >= frame.From && x < frame.Edge - 24) ticks.Add(new PlotTick(x, month.ToString(step < 12 && month.Month > 1 ? "MMM" : "MMM yyyy", CultureInfo.InvariantCulture)));
        }

        return ticks;
    }

    private static DateOnly Clamp(DateOnly day, DateOnly least, DateOnly most) => day < least ? least : day > most ? most : day;
}

public sealed record PlotTick(double X, string Text);
