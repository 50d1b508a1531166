using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Api.Growth;

namespace DeploymentRouter.Web.Api.Requests;

/// <param name="Outlook">Null: its growth is not watched and never was.</param>
/// <param name="Items">The latest first, withdrawn ones included.</param>
internal sealed record ReadingsJson(OutlookJson? Outlook, IReadOnlyList<ReadingJson> Items)
{
    public static ReadingsJson Of(Request request, DateTime now) => new(
        OutlookJson.Of(request, now), [.. request.Readings.OrderByDescending(reading => reading.On).ThenByDescending(reading => reading.Entry).Select(ReadingJson.Of)]);
}

/// <param name="Entry">The number of the history entry that recorded it names it.</param>
/// <param name="Source">Where the figures come from.</param>
/// <param name="WithdrawnBecause">Null: it counts.</param>
internal sealed record ReadingJson(int Entry, DateOnly On, long Users, long Repositories, string Source, PersonJson By, DateTime EnteredAt, string? WithdrawnBecause)
{
    public static ReadingJson Of(Reading reading) => new(
        reading.Entry, reading.On, reading.Users, reading.Repositories, reading.Source, PersonJson.Of(reading.By), reading.EnteredAt, reading.Withdrawal?.Reason);
}
