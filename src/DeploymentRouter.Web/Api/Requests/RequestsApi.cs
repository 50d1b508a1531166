using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Requests;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>Requests, one by one.</summary>
internal static class RequestsApi
{
    public static void MapRequests(this RouteGroupBuilder api)
    {
        var request = api.MapGroup("/requests/{number:int}").WithTags("Requests");
        request.MapGet("", ReadAsync).Needs(TokenScope.Read).WithName("ReadRequest").WithSummary("Read a request")
            .Produces<RequestJson>().ProducesProblem(StatusCodes.Status404NotFound);
        request.MapActs();
    }

    private static async Task<IResult> ReadAsync(int number, HttpContext http, RequestStore store) =>
        await store.FindAsync(number, await http.SightAsync(), http.RequestAborted) is { } request ? RequestTag.Tagged(http, request) : Problems.NotFound("request");
}
