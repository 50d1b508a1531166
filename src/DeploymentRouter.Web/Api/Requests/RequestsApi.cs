using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Api.Repeating;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>Requests: filed, found, read and followed.</summary>
internal static class RequestsApi
{
    public static void MapRequests(this RouteGroupBuilder api)
    {
        var requests = api.MapGroup("/requests").WithTags("Requests");
        requests.MapGet("", RequestsList.ListAsync).Needs(TokenScope.Read).Says("ListRequests", "Find requests").Gives<RequestPageJson>().Tagged();
        requests.MapPost("", FileAsync).Needs(TokenScope.Act).Says("FileRequest", "File a request").Gives<RequestJson>(StatusCodes.Status201Created).Gives<RequestJson>().Refuses(403, 422).RepeatsSafely();
        var request = requests.MapGroup("/{number:int}");
        request.MapGet("", ReadAsync).Needs(TokenScope.Read).Says("ReadRequest", "Read a request").Gives<RequestJson>().Tagged().Refuses(404);
        request.MapGet("/history", RequestReading.HistoryAsync).Needs(TokenScope.Read).Says("ReadHistory", "Read what happened").Gives<HistoryPageJson>().Tagged().Refuses(404);
        request.MapGet("/relay", RequestReading.RelayAsync).Needs(TokenScope.Read).Says("ReadRelay", "Read who had it for how long").Gives<RelayJson>().Tagged().Refuses(404);
        request.MapGet("/explanation", RequestReading.ExplanationAsync).Needs(TokenScope.Read).Says("ExplainRequest", "Read why this strategy and not another").Gives<RequestExplanationJson>().Tagged().Refuses(404);
        request.MapGet("/readings", RequestReading.ReadingsAsync).Needs(TokenScope.Read).Says("ListReadings", "Read its growth readings").Gives<ReadingsJson>().Tagged().Refuses(404);
        request.MapPut("/following", FollowAsync).Needs(TokenScope.Act).Says("FollowRequest", "Follow a request").Gives<FollowingJson>().Refuses(404);
        request.MapDelete("/following", UnfollowAsync).Needs(TokenScope.Act).Says("UnfollowRequest", "Follow it no more").Gives<FollowingJson>().Refuses(404);
        request.MapFiles();
        request.MapActs();
    }

    private static async Task<IResult> ReadAsync(int number, HttpContext http, RequestStore store) =>
        await store.FindAsync(number, await http.SightAsync(), http.RequestAborted) is { } request ? RequestTag.Tagged(http, request) : Problems.NotFound("request");

    /// <remarks>The checks are those of the intake's last page. With an Idempotency-Key, a retried call gives the same one request.</remarks>
    private static async Task<IResult> FileAsync(NewRequestBody body, HttpContext http, Filing filing, PlaybookInForce playbook, TimeProvider time)
    {
        var by = http.Caller();
        if (filing.WhyNot(by) is { } notYours) return notYours;
        if (body.Read(playbook.Current, SubmissionKey.Of(http, by), by, time.GetUtcNow().UtcDateTime, out var draft) is { } bad) return Problems.Of(StatusCodes.Status422UnprocessableEntity, bad);
        var result = await filing.SendAsync(draft, by, await http.SightAsync(), http.RequestAborted);
        return result.Request is not { } request ? result.Problem! : result.IsNew ? RequestTag.Created(http, request) : RequestTag.Tagged(http, request);
    }

    private static Task<IResult> FollowAsync(int number, HttpContext http, RequestStore store, Following following) => SetAsync(number, follows: true, http, store, following);

    private static Task<IResult> UnfollowAsync(int number, HttpContext http, RequestStore store, Following following) => SetAsync(number, follows: false, http, store, following);

    private static async Task<IResult> SetAsync(int number, bool follows, HttpContext http, RequestStore store, Following following)
    {
        if (await store.FindAsync(number, await http.SightAsync(), http.RequestAborted) is not { } request) return Problems.NotFound("request");
        await following.SetAsync(http.Caller().Id, request.Id, follows, http.RequestAborted);
        return Respond.Ok(new FollowingJson(follows));
    }
}

/// <param name="Follows">Whether the caller follows the request: it is then on their page.</param>
internal sealed record FollowingJson(bool Follows);
