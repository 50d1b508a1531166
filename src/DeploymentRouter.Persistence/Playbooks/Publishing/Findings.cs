using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Privacy;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Playbooks.Publishing;

/// <summary>Says what a rehearsal found, and who would be left without a team.</summary>
internal static class Findings
{
    public static async Task<PlaybookTrial> AddAsync(PlaybookTrial trial, Rehearsal rehearsal, RouterDb db, Playbook before, Sight sight, DateTime now, CancellationToken cancel)
    {
        var after = trial.Check.Playbook!;
        var played = rehearsal.Played.ToList();
        var seen = sight == Sight.Everything ? null : (await db.Requests.In(sight).Select(r => r.Number).ToListAsync(cancel)).ToHashSet();
        bool IsSeen(int number) => seen is null || seen.Contains(number);

        var obstacles = played.SelectMany(one => one.Gone.Select(gone => (Gone: gone, one.Number)))
            .GroupBy(one => one.Gone, one => one.Number, StringComparer.Ordinal).Select(needed => OfRequests(needed.Key, [.. needed], IsSeen)).ToList();
        foreach (var team in before.Teams.Where(team => after.Teams.All(one => one.Id != team.Id)))
            obstacles.AddRange(await OfTeamAsync(db, team, now, cancel));
        var moved = played.Where(one => one.IsRunning && one.From != one.To).ToList();
        return trial with
        {
            Obstacles = obstacles,
            Impact = new WorkImpact(
                played.Count(one => one.IsRunning),
                moved.Count,
                [.. moved.Where(one => IsSeen(one.Number)).Take(WorkImpact.MostNamed).Select(one => new MovedRequest(one.Number, one.From, one.To))],
                played.Count(one => one.IsDueOtherwise)),
        };
    }

    private static Obstacle OfRequests(string what, List<int> numbers, Func<int, bool> isSeen)
    {
        List<int> named = [.. numbers.Where(isSeen).Take(Obstacle.MostNamed)];
        List<string> parts = [.. named.Select(RequestNumber.Text)];
        if (numbers.Count > named.Count) parts.Add(named.Count == 0 ? Count(numbers.Count, "request") : FormattableString.Invariant($"{numbers.Count - named.Count} more"));
        return new Obstacle(what, $"{Wording.Capital(what)} is gone, and {Wording.AndList(parts)} {(numbers.Count == 1 ? "needs" : "need")} it.", named);
    }

    private static async Task<IEnumerable<Obstacle>> OfTeamAsync(RouterDb db, Team team, DateTime now, CancellationToken cancel)
    {
        // Whoever was erased stands in no team; the row only keeps their acts readable.
        var people = await db.People.CountAsync(person => person.TeamId == team.Id && !person.Id.StartsWith(PersonErasure.FormerPrefix), cancel);
        var tokens = await db.Tokens.CountAsync(token => token.TeamId == team.Id && token.RevokedAt == null && token.ExpiresAt > now, cancel);
        var what = $"the team {team.Name}";
        return new[] { (people, one: "person", many: "people"), (tokens, one: "token", many: "tokens") }.Where(kind => kind.Item1 > 0)
            .Select(kind => new Obstacle(what, FormattableString.Invariant($"The team {team.Name} is gone, and {kind.Item1:N0} {(kind.Item1 == 1 ? $"{kind.one} is" : $"{kind.many} are")} in it."), []));
    }

    private static string Count(int count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {one}{(count == 1 ? "" : "s")}");
}
