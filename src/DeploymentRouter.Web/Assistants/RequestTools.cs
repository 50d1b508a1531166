using System.ComponentModel;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Api;
using DeploymentRouter.Web.Api.Queues;
using DeploymentRouter.Web.Api.Requests;
using DeploymentRouter.Web.Features.Requests.Listing;
using ModelContextProtocol.Server;

namespace DeploymentRouter.Web.Assistants;

/// <summary>Requests and queues, as the token's person sees them.</summary>
[McpServerToolType]
internal sealed class RequestTools(RequestList list, QueueOfTeam queues, PlaybookInForce playbook, IHttpContextAccessor http)
{
    [McpServerTool(Name = "find_requests", Title = "Find requests", ReadOnly = true, OpenWorld = false)]
    [Description("Finds requests by words of the customer's name and by state, strategy, team and stage; at most 50, the last changed first. Says who has each, since when and until when.")]
    public async Task<IReadOnlyList<RequestLineJson>> FindAsync(
        CancellationToken cancel,
        [Description("Words, or beginnings of words, of the customer's name.")] string? words = null,
        [Description("open (when left out), all, needs-information, in-progress, on-hold, declined, withdrawn, or delivered.")] string? state = null,
        [Description("A strategy's id, or undecided.")] string? strategy = null,
        [Description("The id of the team that has it.")] string? team = null,
        [Description("A stage's id.")] string? stage = null)
    {
        var address = new ListAddress(words, strategy, team, stage, state);
        var page = await list.PageAsync(address.Filter(), from: null, await http.HttpContext!.SightAsync(), cancel);
        return [.. page.Items.Select(RequestLineJson.Of)];
    }

    [McpServerTool(Name = "queue", Title = "Read a team's queue", ReadOnly = true, OpenWorld = false)]
    [Description("Reads what waits for a team, the first to act on first.")]
    public async Task<IReadOnlyList<QueueLineJson>> QueueAsync([Description("The team's id, for example ie.")] string team, CancellationToken cancel)
    {
        if (playbook.Current.Teams.All(one => one.Id != team)) throw Said.NotFound("team");
        var page = await queues.ListAsync(team, new QueueFilter(), await http.HttpContext!.SightAsync(), after: null, cancel);
        return [.. page.Lines.Select(line => QueueLineJson.Of(line, page.Cut?.IsBelow(line) ?? false, parts: null))];
    }
}
