using System.Text.RegularExpressions;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Api.OpenApi;
using DeploymentRouter.Web.Features.Requests.Detail;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>Marks the endpoint of an act, so that it can be found by it.</summary>
public sealed record ActOfEndpoint(RequestAct Act);

/// <summary>One act on a request, as the caller saw it: <c>If-Match</c> names the version; without it, the act is done to the request as it is.</summary>
internal static partial class ActEndpoint
{
    public static void MapAct(this RouteGroupBuilder acts, RequestAct act, string summary, Func<Request, Person, DateTime, Outcome> use) =>
        acts.MapPost(Address(act), (int number, HttpContext http, RequestStore store, RequestDesk desk) => DoAsync(number, http, store, desk, use)).Describe(act, summary);

    public static void MapAct<TBody>(this RouteGroupBuilder acts, RequestAct act, string summary, Func<Request, TBody, Person, DateTime, Outcome> use) =>
        acts.MapPost(Address(act), (int number, TBody body, HttpContext http, RequestStore store, RequestDesk desk) =>
            DoAsync(number, http, store, desk, (request, by, now) => use(request, body, by, now))).Describe(act, summary);

    /// <summary>An act that has to look something up before.</summary>
    public static void MapAct<TBody>(
        this RouteGroupBuilder acts, RequestAct act, string summary,
        Func<TBody, IServiceProvider, CancellationToken, Task<Func<Request, Person, DateTime, Outcome>>> prepare) =>
        acts.MapPost(Address(act), async (int number, TBody body, HttpContext http, RequestStore store, RequestDesk desk) =>
            await DoAsync(number, http, store, desk, await prepare(body, http.RequestServices, http.RequestAborted))).Describe(act, summary);

    /// <summary>For example "send-back".</summary>
    public static string Address(RequestAct act) => "/" + Capital().Replace(act.ToString(), "-$0").ToLowerInvariant();

    private static void Describe(this RouteHandlerBuilder endpoint, RequestAct act, string summary) => endpoint
        .Needs(TokenScope.Act)
        .WithMetadata(new ActOfEndpoint(act), TakesHeader.IfMatch)
        .Says(act.ToString(), summary)
        .Gives<RequestJson>()
        .Refuses(403, 404, 412, 422);

    private static async Task<IResult> DoAsync(
        int number, HttpContext http, RequestStore store, RequestDesk desk, Func<Request, Person, DateTime, Outcome> act)
    {
        if (!RequestTag.TryRead(http.Request.Headers.IfMatch, out var seen)) return Problems.IfMatchInvalid();
        var (by, sight) = (http.Caller(), await http.SightAsync());
        if (await store.FindAsync(number, sight, http.RequestAborted) is not { } request) return Problems.NotFound("request");
        return await desk.ActAsync(request.Id, sight, seen, (found, now) => act(found, by, now), http.RequestAborted) switch
        {
            ActResult.Done done => RequestTag.Tagged(http, done.Request),
            ActResult.Refused refused => Problems.Refused(refused.Refusal),
            ActResult.Overtaken overtaken => Problems.Of(
                StatusCodes.Status412PreconditionFailed, new("Overtaken", $"{Overtaking.Title(overtaken.Since, overtaken.Request)} {Overtaking.Text}")),
            _ => Problems.NotFound("request"),
        };
    }

    [GeneratedRegex("(?<=[a-z])[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Capital();
}
