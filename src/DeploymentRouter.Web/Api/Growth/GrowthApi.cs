using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Growth;

namespace DeploymentRouter.Web.Api.Growth;

/// <summary>Deployments whose growth is watched.</summary>
internal static class GrowthApi
{
    public static void MapGrowth(this RouteGroupBuilder api) =>
        api.MapGet("/growth", ListAsync).WithTags("Growth").Needs(TokenScope.Read).Says("ReadGrowth", "Read the growth radar").Gives<GrowthPageJson>().Tagged();

    /// <remarks>The nearest to its limit first. Readings are recorded by an act on the request.</remarks>
    /// <param name="who">all (the default), or mine.</param>
    /// <param name="page">From 1.</param>
    private static async Task<IResult> ListAsync(HttpContext http, GrowthRadar radar, string? who = null, int page = 1)
    {
        if (Paging.Unknown(nameof(who), who, ["all", "mine"]) is { } unknown) return unknown;
        var found = await radar.PageAsync(who is "mine" ? http.Caller().Id : null, page, await http.SightAsync(), http.RequestAborted);
        var (next, previous) = (At(found.Page < found.Pages, found.Page + 1), At(found.Page > 1, found.Page - 1));
        Paging.Link(http, next, previous);
        return Respond.Ok(new GrowthPageJson([.. found.Lines.Select(GrowthLineJson.Of)], found.Total, found.Page, found.Pages, next, previous, found.IsCutShort));

        string? At(bool isThere, int number) => isThere ? Paging.At(http, nameof(page), number.ToString(CultureInfo.InvariantCulture)) : null;
    }
}

/// <summary>A page of the radar.</summary>
/// <param name="Total">How many accounts there are on all pages.</param>
/// <param name="Next">The address of the page after it; null: it is the last one.</param>
/// <param name="Previous">The address of the page before it; null: it is the first one.</param>
/// <param name="IsCutShort">There are more accounts than are looked at.</param>
internal sealed record GrowthPageJson(IReadOnlyList<GrowthLineJson> Items, int Total, int Page, int Pages, string? Next, string? Previous, bool IsCutShort);

/// <param name="Stage">The name of its stage.</param>
/// <param name="Assignee">A name; null: nobody has taken it.</param>
/// <param name="IsEngaged">Others have the ball while the first instance serves.</param>
internal sealed record GrowthLineJson(int Number, string Customer, string Team, string? Assignee, string Stage, bool IsOnHold, bool IsEngaged, OutlookJson Outlook)
{
    public static GrowthLineJson Of(RadarLine line) => new(
        line.Number, line.Customer, line.TeamId, line.Assignee, line.StageName, line.IsHeld, line.IsEngaged, OutlookJson.Of(line.Outlook));
}
