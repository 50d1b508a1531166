using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Web.Features.Queues;

namespace DeploymentRouter.Web.Api.Queues;

/// <summary>What waits for each team.</summary>
internal static class QueuesApi
{
    public static void MapQueues(this RouteGroupBuilder api)
    {
        var queues = api.MapGroup("/queues").WithTags("Queues");
        queues.MapGet("", OverviewAsync).Needs(TokenScope.Read).Says("ListQueues", "Count what waits for each team").Gives<QueuesJson>().Tagged();
        queues.MapGet("/{team}", ListAsync).Needs(TokenScope.Read).Says("ReadQueue", "Read a team's queue").Gives<QueuePageJson>().Tagged().Refuses(404);
        queues.MapGet("/{team}/bandwidth", BandwidthAsync).Needs(TokenScope.Read).Says("ReadBandwidth", "Read how many requests a team can take").Gives<BandwidthsJson>().Tagged().Refuses(404);
        queues.MapPut("/{team}/bandwidth", SetBandwidthAsync).Needs(TokenScope.Act).Says("SetBandwidth", "Say how many requests a team can take").Gives<BandwidthsJson>().Refuses(403, 404, 422);
    }

    private static async Task<IResult> OverviewAsync(HttpContext http, QueueOverview overview, PlaybookInForce playbook) =>
        Respond.Ok(new QueuesJson([.. (await overview.OfAsync(playbook.Current.Teams.Select(team => team.Id), await http.SightAsync(), http.RequestAborted)).Select(QueueJson.Of)]));

    /// <remarks>First to act on first. A page has at most 200 lines; follow next until it is null.</remarks>
    /// <param name="stage">Only this stage.</param>
    /// <param name="assignee">me, nobody, or a person's identifier.</param>
    /// <param name="hold">shown (the default), hidden, or only.</param>
    /// <param name="after">From next: the place after which the page begins.</param>
    private static async Task<IResult> ListAsync(
        string team, HttpContext http, QueueOfTeam queue, QueuePlaces places, PlaybookInForce playbook, string? stage = null, string? assignee = null, string? hold = null, string? after = null)
    {
        if (!Has(playbook, team)) return Problems.NotFound("team");
        var unknown = Paging.Unknown(nameof(stage), stage, TeamStages.Of(playbook.Current, team).Select(one => one.Id))
            ?? Paging.Unknown(nameof(hold), hold, ["shown", "hidden", "only"]);
        if (unknown is not null) return unknown;
        if (!places.TryRead(after, out var from)) return Paging.NoPlace(nameof(after));
        var sight = await http.SightAsync();
        var page = await queue.ListAsync(team, new QueueAddress(team, stage, assignee, hold).FilterFor(http.Caller()), sight, from, http.RequestAborted);
        var next = page is { HasMore: true, Lines: [.., var last] } ? Paging.At(http, nameof(after), places.Write(last)) : null;
        Paging.Link(http, next, previous: null);
        var maxima = sight.SeesCommercial && team == PriorityScore.TeamId ? Scoring.Score(playbook.Current.Priority, NoFacts).Parts : null;
        return Respond.Ok(new QueuePageJson([.. page.Lines.Select(line => QueueLineJson.Of(line, page.Cut?.IsBelow(line) ?? false, maxima))], next, page.Cut?.Bandwidth.Requests));
    }

    private static async Task<IResult> BandwidthAsync(string team, TeamBandwidths bandwidths, PlaybookInForce playbook, CancellationToken cancel) =>
        Has(playbook, team) ? await SaidAsync(team, bandwidths, cancel) : Problems.NotFound("team");

    private static async Task<IResult> SetBandwidthAsync(string team, BandwidthBody body, HttpContext http, TeamBandwidths bandwidths, PlaybookInForce playbook) =>
        !Has(playbook, team) ? Problems.NotFound("team")
        : await bandwidths.SetAsync(team, body.Requests, http.Caller(), http.RequestAborted) is { } refusal ? Problems.Refused(refusal)
        : await SaidAsync(team, bandwidths, http.RequestAborted);

    private static async Task<IResult> SaidAsync(string team, TeamBandwidths bandwidths, CancellationToken cancel) =>
        Respond.Ok(new BandwidthsJson([.. (await bandwidths.OfAsync(team, cancel)).Select(one => new BandwidthJson(one.Requests, one.ByName, one.At))]));

    private static readonly PriorityFacts NoFacts = new(null, null, null, 0, null, null, [], default);

    private static bool Has(PlaybookInForce playbook, string team) => playbook.Current.Teams.Any(one => one.Id == team);
}

/// <param name="Requests">0 to 500; null: no cut.</param>
internal sealed record BandwidthBody(int? Requests);
