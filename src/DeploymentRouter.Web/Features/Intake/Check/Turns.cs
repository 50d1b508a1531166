using System.Globalization;
using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Intake.Check;

/// <summary>A team's turn, now or later.</summary>
/// <param name="HasBall">Whether it begins at once.</param>
/// <param name="Does">What the team does, after its chip.</param>
public sealed record Turn(Team Team, bool HasBall, string Does);

/// <summary>Who has the ball when it is sent, and who gets it after.</summary>
public static class Turns
{
    private const int MostAfter = 2;

    /// <param name="now">UTC.</param>
    public static IReadOnlyList<Turn> Of(Request request, IReadOnlyList<OpenAnswer> open, DateTime now) =>
        request.StrategyId is null ? WhileOpen(request, open, now) : Decided(request, now);

    private static List<Turn> WhileOpen(Request request, IReadOnlyList<OpenAnswer> open, DateTime now)
    {
        var playbook = request.Playbook;
        var turns = open.GroupBy(answer => answer.Team)
            .OrderByDescending(group => group.Key.Id == request.OwnerTeamId)
            .Select(group => new Turn(
                group.Key,
                group.Key.Id == request.OwnerTeamId,
                (group.First().IsYours ? "you answer " : "answers ") + What(group) + (group.Key.Id == request.OwnerTeamId ? By(request, now) : " meanwhile")))
            .ToList();
        if (open.Any(answer => !answer.IsYours)) turns.Add(new Turn(playbook.Team(playbook.FilingTeamId), HasBall: false, "you continue with the outcome"));
        return turns;
    }

    private static List<Turn> Decided(Request request, DateTime now)
    {
        var playbook = request.Playbook;
        var first = request.Current;
        var who = first.TeamId == playbook.FilingTeamId ? "you: " : "";
        return
        [
            new Turn(playbook.Team(first.TeamId), HasBall: true, who + first.Stage.Name + By(request, now)),
            .. request.Plan.Skip(1).Take(MostAfter)
                .Select(stage => new Turn(playbook.Team(stage.OwnerTeamId), HasBall: false, stage.Name + TargetWords.Of(stage))),
        ];
    }

    private static string What(IEnumerable<OpenAnswer> answers) =>
        answers.ToList() is [var only] ? $"“{only.Question.Label}”" : $"{answers.Count()} questions";

    private static string By(Request request, DateTime now) =>
        StageClock.Of(request.Current, request.Form, request.Playbook, now) is { Due: { IsEstimate: false } due }
            ? $", by {due.At.ToString("ddd d MMM, HH:mm 'UTC'", CultureInfo.InvariantCulture)}"
            : "";
}
