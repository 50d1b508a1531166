using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Features.Requests.Listing;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>The list of requests, with the filters and the order of the page.</summary>
internal static class RequestsList
{
    /// <remarks>A page has at most 50. Follow next until it is null; what changes meanwhile makes no page skip or repeat a request that stays where it is.</remarks>
    /// <param name="q">Words, or beginnings of words, of the customer's name.</param>
    /// <param name="state">open (the default), all, or one state.</param>
    /// <param name="strategy">A strategy's identifier, or "undecided".</param>
    /// <param name="team">The team that has the ball.</param>
    /// <param name="stage">A stage's identifier.</param>
    /// <param name="sort">changed (the default), customer, due, or opened.</param>
    /// <param name="after">From next: the place after which the page begins.</param>
    /// <param name="before">From previous: the place before which the page ends.</param>
    public static async Task<IResult> ListAsync(
        HttpContext http, RequestList list, PlaybookInForce playbook,
        string? q = null, string? state = null, string? strategy = null, string? team = null, string? stage = null, string? sort = null, string? after = null, string? before = null)
    {
        var address = new ListAddress(q, strategy, team, stage, state, sort, after, before);
        if (Unknown(address, playbook.Current) is { } unknown) return unknown;
        var from = address.From();
        if (from is null && (after ?? before) is not null) return Paging.NoPlace(after is null ? nameof(before) : nameof(after));
        var page = await list.PageAsync(address.Filter(), from, await http.SightAsync(), http.RequestAborted);
        var next = page is { HasMore: true, Items: [.., var last] } ? Paging.At(http, nameof(after), Place(last)) : null;
        var previous = page is { HasEarlier: true, Items: [var first, ..] } ? Paging.At(http, nameof(before), Place(first)) : null;
        Paging.Link(http, next, previous);
        return Respond.Ok(new RequestPageJson([.. page.Items.Select(RequestLineJson.Of)], next, previous, page.IsCutShort));
    }

    private static string Place(RequestListItem item) => new RequestCursor(item.Key, item.Number, Backwards: false).Text;

    private static IResult? Unknown(ListAddress address, Playbook playbook) =>
        Paging.Unknown("state", address.State, ListAddress.States.Select(one => one.Id))
        ?? Paging.Unknown("strategy", address.Strategy, ListChoices.Strategies(playbook).Select(one => one.Id))
        ?? Paging.Unknown("team", address.Team, ListChoices.Teams(playbook).Select(one => one.Id))
        ?? Paging.Unknown("stage", address.Stage, ListChoices.Stages(playbook).Select(one => one.Id))
        ?? Paging.Unknown("sort", address.Sort, ListAddress.Sorts.Select(one => one.Id));
}
