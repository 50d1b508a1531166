using System.Globalization;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Features.Intake.Panel;
using DeploymentRouter.Web.Features.Intake.Questions;

namespace DeploymentRouter.Web.Features.Intake.Check;

/// <summary>The sentences around sending.</summary>
public static class SendWords
{
    /// <summary>The button: it names the act.</summary>
    public static string Act(Request request, IReadOnlyList<OpenAnswer> open)
    {
        if (request.StrategyId is not null) return $"Start: {request.Current.Stage.Name}";
        var playbook = request.Playbook;
        if (request.OwnerTeamId == playbook.FilingTeamId) return $"Send: {Count(open.Count, "answer stays", "answers stay")} open";
        return $"Send to {playbook.Team(request.OwnerTeamId!).Name} for {Wanted(open)}";
    }

    /// <summary>"Cloud, waiting on Cloud" or "Cloud or One-Click".</summary>
    public static string Outcome(Request request)
    {
        var (playbook, decision) = (request.Playbook, request.Decision);
        return decision.Outcome is { } outcome
            ? playbook.Strategy(outcome).ShortName + (decision.Mark is null ? "" : $", {decision.Mark}")
            : StrategyWords.Either([.. playbook.Strategies.Where(strategy => decision.Possible.Contains(strategy.Id, StringComparer.Ordinal)).Select(strategy => strategy.ShortName)]);
    }

    /// <summary>Why, or what decides and who gives it.</summary>
    public static string? Says(Request request, IReadOnlyList<OpenAnswer> open) => open switch
    {
        [] => request.Decision.Because,
        [{ IsYours: true } one] => $"One answer decides, and it is yours: {Wording.Small(one.Question.Wording)}",
        [var one] => $"One answer decides, and it belongs to {one.Team.Name}: {Wording.Small(one.Question.Wording)}",
        _ => $"{Count(open.Count, "answer decides", "answers decide")}: {Shares(open)}.",
    };

    /// <summary>"1 answer open, 2 kept and not used, 17 used."</summary>
    public static string Counts(IntakeReading reading)
    {
        var kept = KeptAnswer.Of(reading).Count;
        var asked = reading.Playbook.Questions.Where(question => reading.Asking[question.Id] is not Asking.NotAsked).ToList();
        var given = asked.Count(question => reading.Answers[question.Id] is not null);
        var left = asked.Count(question => reading.Answers[question.Id] is null && question.AnsweredBy == reading.Playbook.FilingTeamId);
        return $"{Count(left, "answer", "answers")} open, {(kept > 0 ? $"{Number(kept)} kept and not used, " : "")}{Number(given)} used.";
    }

    private static string Wanted(IReadOnlyList<OpenAnswer> open) =>
        open.Count > 1 ? Count(open.Count, "answer", "answers")
        : open[0].Question.Label.Contains("verdict", StringComparison.OrdinalIgnoreCase) ? "a verdict"
        : "an answer";

    private static string Shares(IReadOnlyList<OpenAnswer> open) => string.Join(
        ", ",
        open.GroupBy(answer => answer.Team).OrderByDescending(group => group.First().IsYours)
            .Select(group => group.First().IsYours
                ? $"{Number(group.Count())} {(group.Count() == 1 ? "is" : "are")} yours"
                : $"{Number(group.Count())} {(group.Count() == 1 ? "belongs" : "belong")} to {group.Key.Name}"));


    private static string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
