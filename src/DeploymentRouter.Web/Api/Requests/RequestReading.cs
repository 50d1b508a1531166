using System.Globalization;
using DeploymentRouter.Core.Relay;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Features.Requests.Detail;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>What else can be read of a request.</summary>
internal static class RequestReading
{
    private const int PageSize = 50;

    /// <param name="kind">all (the default), comments, or hand-overs.</param>
    /// <param name="before">From next: the entry before which the page begins.</param>
    public static async Task<IResult> HistoryAsync(int number, HttpContext http, RequestStore store, string? kind = null, int? before = null)
    {
        if (Paging.Unknown(nameof(kind), kind, ["all", "comments", "hand-overs"]) is { } unknown) return unknown;
        if (await store.FindAsync(number, await http.SightAsync(), http.RequestAborted) is not { } request) return Problems.NotFound("request");
        var filter = kind switch { "comments" => HistoryFilter.Comments, "hand-overs" => HistoryFilter.HandOvers, _ => HistoryFilter.All };
        var lines = HistoryView.Of(request, filter, int.MaxValue).Lines.Where(line => before is null || line.Number < before).Take(PageSize + 1).ToList();
        var shown = lines.Take(PageSize).ToList();
        var next = lines.Count > PageSize ? Paging.At(http, nameof(before), shown[^1].Number.ToString(CultureInfo.InvariantCulture)) : null;
        Paging.Link(http, next, previous: null);
        return Respond.Ok(new HistoryPageJson([.. shown.Select(line => HappeningJson.Of(line, request))], next));
    }

    public static Task<IResult> RelayAsync(int number, HttpContext http, RequestStore store, TimeProvider time) =>
        OfAsync(number, http, store, request => RelayJson.Of(RelayLedger.Of(request, time.GetUtcNow().UtcDateTime)));

    public static Task<IResult> ExplanationAsync(int number, HttpContext http, RequestStore store) =>
        OfAsync(number, http, store, RequestExplanationJson.Of);

    /// <remarks>A reading is recorded, and withdrawn, by an act on the request.</remarks>
    public static Task<IResult> ReadingsAsync(int number, HttpContext http, RequestStore store, TimeProvider time) =>
        OfAsync(number, http, store, request => ReadingsJson.Of(request, time.GetUtcNow().UtcDateTime));

    private static async Task<IResult> OfAsync<T>(int number, HttpContext http, RequestStore store, Func<Request, T> read) =>
        await store.FindAsync(number, await http.SightAsync(), http.RequestAborted) is { } request ? Respond.Ok(read(request)) : Problems.NotFound("request");
}
