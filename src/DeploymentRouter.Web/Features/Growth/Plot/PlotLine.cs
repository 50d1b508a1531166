using DeploymentRouter.Core.Growth;

namespace DeploymentRouter.Web.Features.Growth.Plot;

/// <summary>The readings of one figure in the drawing, and how it goes on.</summary>
/// <param name="Css">Tells the two figures apart by stroke and mark, not by colour.</param>
/// <param name="Points">Of the line, as SVG writes them.</param>
/// <param name="AheadPoints">Of its way on as the trend has it; null: there is none.</param>
/// <param name="RangePoints">Of the area that fits the readings; null: unknown.</param>
public sealed record PlotLine(string Css, string Points, IReadOnlyList<PlotMark> Marks, string? AheadPoints, string? RangePoints)
{
    public static PlotLine Of(PlotFrame frame, FigureOutlook figure, IReadOnlyList<(DateOnly On, double Share)> days, bool goesOn) => new(
        figure.Name,
        string.Join(' ', days.Select(day => frame.At(day.On, day.Share))),
        [.. days.Select(day => new PlotMark(frame.X(day.On), frame.Y(day.Share)))],
        goesOn ? Ahead(frame, figure) : null,
        goesOn ? Range(frame, figure) : null);

    private static string? Ahead(PlotFrame frame, FigureOutlook figure) =>
        figure.Facts.Trend is { } trend && figure.On < frame.To ? $"{Start(frame, figure)} {string.Join(' ', Way(frame, figure, trend.PerDay))}" : null;

    private static string? Range(PlotFrame frame, FigureOutlook figure) =>
        figure.Facts.Trend is { FastestPerDay: { } fastest, SlowestPerDay: { } slowest } && figure.On < frame.To
            ? $"{Start(frame, figure)} {string.Join(' ', Way(frame, figure, fastest).Concat(Way(frame, figure, slowest).Reverse()))}"
            : null;

    private static string Start(PlotFrame frame, FigureOutlook figure) => frame.At(figure.On, figure.Utilisation);

    // To the edge of the drawing, along its top or its foot once it gets there.
    private static IEnumerable<string> Way(PlotFrame frame, FigureOutlook figure, double perDay)
    {
        var days = frame.To.DayNumber - figure.On.DayNumber;
        var end = figure.Utilisation + perDay * days / figure.Limit;
        var stop = Math.Clamp(end, 0, frame.Top);
        if (Math.Abs(stop - end) > 0)
        {
            var part = (stop - figure.Utilisation) / (end - figure.Utilisation);
            yield return $"{PlotFrame.Text(frame.X(figure.On) + part * (frame.Edge - frame.X(figure.On)))},{PlotFrame.Text(frame.Y(stop))}";
        }

        yield return frame.At(frame.To, stop);
    }
}

public sealed record PlotMark(double X, double Y);
