using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Features.Growth.Plot;

namespace DeploymentRouter.Web.Features.Growth;

/// <summary>The growth of one deployment, as the person who looks at its request sees it.</summary>
/// <param name="Overdue">Says that a reading is due; null: none is, or nobody watches any more.</param>
/// <param name="Readings">The latest first.</param>
/// <param name="WhyNotRead">Who records readings; null: the person may, or nobody watches any more.</param>
public sealed record GrowthView(
    Outlook Outlook, string Sentence, string? Overdue, PlotView? Wide, PlotView? Narrow, IReadOnlyList<Reading> Readings, bool CanRead, bool CanClear, string? WhyNotRead)
{
    /// <returns>Null: this request's growth is not watched and never was.</returns>
    public static GrowthView? Of(Request request, Person person, DateTime now)
    {
        var isWatched = request.Watch is not null;
        if (!isWatched && request.Readings.Count == 0) return null;
        var outlook = request.OutlookOn(now);
        var refusal = request.WhyNot(RequestAct.RecordReading, person);
        return new GrowthView(
            outlook,
            OutlookWords.Whole(outlook),
            isWatched && outlook.IsReadingOverdue ? OverdueText(outlook) : null,
            PlotView.Of(request.Readings, outlook, request.Customer.Name, 760, 260, mostMonths: 10),
            PlotView.Of(request.Readings, outlook, request.Customer.Name, 320, 230, mostMonths: 4),
            [.. request.Readings.OrderByDescending(reading => reading.On).ThenByDescending(reading => reading.Entry)],
            refusal is null,
            refusal is null && outlook.IsBackWithin,
            isWatched ? refusal?.Sentence : null);
    }

    /// <summary>How old the latest reading is, in words.</summary>
    public static string AgeText(Outlook outlook) => outlook.AgeDays switch
    {
        null => "never read",
        0 => "today",
        1 => "yesterday",
        var days => $"{days} days ago",
    };

    private static string OverdueText(Outlook outlook) => outlook.AgeDays is null
        ? "Reading overdue: none was taken yet."
        : $"Reading overdue: the latest is {outlook.AgeDays} days old, one is due every {outlook.Triggers.ReadingEveryDays} days.";
}
