using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>The words for somebody whom others overtook.</summary>
public static class Overtaking
{
    public const string Text = "Nothing of yours was done, and what you typed is still here. The page shows how it stands now.";

    public static string Title(IReadOnlyList<HistoryEntry> since, Request request)
    {
        var acts = since.GroupBy(entry => entry.Act)
            .Select(act => FormattableString.Invariant($"{act.First().By.Name} {Piece.Plain(HistoryLine.SentenceOf([.. act], request))} at {act.First().At:HH:mm} UTC"));
        return $"While you looked, {Wording.AndList([.. acts])}.";
    }
}
