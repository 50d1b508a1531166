using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Web.Api.Queues;
using DeploymentRouter.Web.Api.Requests;
using DeploymentRouter.Web.SignIn;

namespace DeploymentRouter.Web.Api.Me;

/// <summary>Whoever calls.</summary>
internal static class MeApi
{
    public static void MapMe(this RouteGroupBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Me");
        me.MapGet("", Read).Needs(TokenScope.Read).Says("ReadMe", "Read who the token acts as and what it may").Gives<MeJson>().Tagged();
        me.MapGet("/work", WorkAsync).Needs(TokenScope.Read).Says("ReadMyWork", "Read what the caller has to do with").Gives<WorkJson>().Tagged();
    }

    private static IResult Read(HttpContext http, PlaybookInForce playbook, RightsSetup setup)
    {
        var me = http.Caller();
        return Respond.Ok(new MeJson(
            PersonJson.Of(me),
            me.TeamId.Length > 0 ? me.TeamId : null,
            me.IsAdmin,
            [.. Enum.GetValues<Right>().Where(right => me.May(right, playbook.Current, setup))],
            [.. Enum.GetValues<TokenScope>().Where(scope => TokenSignIn.Has(http.User, scope))]));
    }

    private static async Task<IResult> WorkAsync(HttpContext http, WorkOfPerson works)
    {
        var work = await works.OfAsync(http.Caller(), await http.SightAsync(), http.RequestAborted);
        return Respond.Ok(new WorkJson(Queued(work.Assigned), Queued(work.Untaken), Watched(work.Followed), Watched(work.Filed)));
    }

    private static List<QueueLineJson> Queued(IEnumerable<QueueLine> lines) => [.. lines.Select(line => QueueLineJson.Of(line, isBelowCut: false, parts: null))];

    private static List<WatchedJson> Watched(IEnumerable<RequestLine> lines) => [.. lines.Select(WatchedJson.Of)];
}
