using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Web.Features.Requests.Detail;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>What happened, newest first; each act as the page tells it.</summary>
/// <param name="Next">The address of what happened before; null: that is all.</param>
internal sealed record HistoryPageJson(IReadOnlyList<HappeningJson> Items, string? Next);

/// <summary>An act.</summary>
/// <param name="Entry">The number of its first entry.</param>
/// <param name="Team">The team of whoever did it; empty: an administrator.</param>
/// <param name="Kinds">What its entries record, in order.</param>
/// <param name="Sentence">What the page says.</param>
/// <param name="Said">What they wrote with it; null: nothing.</param>
/// <param name="IsTakenBack">Undone later: it stays to be read and counts for nothing.</param>
internal sealed record HappeningJson(int Entry, DateTime At, PersonJson By, string Team, IReadOnlyList<string> Kinds, string Sentence, string? Said, bool IsTakenBack)
{
    public static HappeningJson Of(HistoryLine line, Request request) => new(
        line.Number,
        line.At,
        PersonJson.Of(line.By),
        line.By.TeamId,
        [.. request.History.Where(entry => entry.Act == line.Number).Select(entry => KindOf(entry.What))],
        $"{line.By.Name} {Piece.Plain(line.Sentence)}.",
        line.Said,
        line.IsTakenBack);

    private static string KindOf(Happening what) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(what.GetType().Name);
}
