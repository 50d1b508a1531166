using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Api.Growth;

/// <summary>A deployment held against the limits of its machine.</summary>
/// <param name="ReadOn">Day of the latest reading; null: nothing was read yet.</param>
/// <param name="ReachedOn">When the first limit is reached if it goes on like this; null: not in sight.</param>
/// <param name="IsReadingOverdue">None was taken yet, or the latest is older than the playbook allows.</param>
/// <param name="Sentence">The whole in words.</param>
internal sealed record OutlookJson(
    GrowthState State, DateOnly? ReadOn, bool IsReadingOverdue, DateOnly? ReachedOn, FigureJson? Users, FigureJson? Repositories, string Sentence)
{
    public static OutlookJson Of(Outlook outlook) => new(
        outlook.State, outlook.ReadOn, outlook.IsReadingOverdue, outlook.ReachedOn, FigureJson.Of(outlook.Users), FigureJson.Of(outlook.Repositories), OutlookWords.Whole(outlook));

    /// <summary>Null: its growth is not watched and never was.</summary>
    public static OutlookJson? Of(Request request, DateTime now) =>
        request.Watch is null && request.Readings.Count == 0 ? null : Of(request.OutlookOn(now));
}

/// <param name="Percent">Of the limit, rounded down.</param>
/// <param name="PerDay">How fast it grows; null: fewer than two days were read.</param>
/// <param name="ReachedOn">When it reaches its limit; null: not in sight.</param>
/// <param name="Earliest">The earlier end of that date's range; null: not known.</param>
/// <param name="Latest">The later end; null: not known, or perhaps never.</param>
internal sealed record FigureJson(long Count, long Limit, long Percent, double? PerDay, DateOnly? ReachedOn, DateOnly? Earliest, DateOnly? Latest)
{
    public static FigureJson? Of(FigureOutlook? figure) => figure is null
        ? null
        : new(figure.Count, figure.Limit, figure.Percent, figure.Facts.Trend?.PerDay, figure.ReachedOn, figure.Earliest, figure.Latest);
}
