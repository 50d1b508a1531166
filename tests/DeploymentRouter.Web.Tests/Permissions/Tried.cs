using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Web.Api;

namespace DeploymentRouter.Web.Tests.Permissions;

/// <summary>What came of a try, and what each word of the matrix would have let come of it.</summary>
/// <param name="Holds">Whether a word of the matrix allows it here.</param>
/// <param name="Refusal">The name of the refusal; null: it was done.</param>
/// <param name="IsAboutTheCaller">Whether it was refused because of who asked.</param>
internal sealed record Tried(string Code, string Role, string Where, Func<string, bool> Holds, string? Refusal, bool IsAboutTheCaller)
{
    public bool IsDone => Refusal is null;

    public static Tried Act(RequestAct act, string role, Request before, Refusal? refusal) => new(
        act.ToString(), role, $"{before.Current.Stage.Name} with {before.OwnerTeamId ?? "nobody"}", word => word.Split(", ").Any(one => Allows(one, act, before, Cast.Of(role))), refusal?.Name, refusal is not null && IsAbout(refusal));

    /// <param name="isOwn">Whether what it was tried on is theirs.</param>
    public static Tried Other(string code, string role, Refusal? refusal, bool isOwn = true) => new(
        code, role, isOwn ? "" : "not their own", word => word is "yes" || (word is "own" && isOwn), refusal?.Name, refusal is not null && IsAbout(refusal));

    // Nothing to undo: the last act is somebody else's. Not there: somebody else's, which is not told.
    private static bool IsAbout(Refusal refusal) =>
        refusal.Name is nameof(Refusals.NothingToUndo) or "NotFound" or "NoSuchToken" || Problems.Refused(refusal).StatusCode == (int)System.Net.HttpStatusCode.Forbidden;

    private static bool Allows(string word, RequestAct act, Request request, Person person) => word switch
    {
        "yes" => true,
        "no" => false,
        "ball" => request.OwnerTeamId == person.TeamId,
        "works" => request.OwnerTeamId == person.TeamId || request.Current.Stage.AlsoByTeamIds.Contains(person.TeamId, StringComparer.Ordinal),
        "offer" => (request.Current.AwaitsAcceptance ? request.Current.TeamId : request.Current.OfferedAt is null ? null : request.Current.Stage.ReceiverTeamId) == person.TeamId,
        "pinned" => request.Pin?.TeamId == person.TeamId,
        "own" when act is RequestAct.Detach => request.Links[^1].By.PersonId == person.Id,
        "own" => request.History.Last(entry => !entry.What.IsBeside()).By.PersonId == person.Id,
        _ => throw new Xunit.Sdk.XunitException($"docs/permissions.md says “{word}”, which it does not explain."),
    };

    /// <summary>Everything in which the matrix and what came of the tries disagree.</summary>
    public static IReadOnlyList<string> Disagreements(Matrix matrix, IReadOnlyList<Tried> tries)
    {
        var wrong = new List<string>();
        foreach (var of in tries.GroupBy(one => (one.Code, one.Role)))
        {
            var word = matrix.Row(of.Key.Code).Word(of.Key.Role);
            wrong.AddRange(of.Where(one => one.Holds(word) != one.IsDone || (!one.IsDone && !one.IsAboutTheCaller))
                .Select(one => $"{one.Code} by {one.Role}, {one.Where}: the matrix says {word}, and it was {(one.IsDone ? "done" : $"refused as {one.Refusal}")}"));
            if (word is not "no" && !of.Any(one => one.IsDone)) wrong.Add($"{of.Key.Code} by {of.Key.Role}: the matrix says {word}, and it was never done");
        }

        return wrong;
    }
}
