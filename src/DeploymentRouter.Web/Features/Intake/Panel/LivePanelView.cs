using System.Globalization;
using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.Features.Intake.Panel;

/// <summary>What it looks like so far: what the answers leave possible, what still matters, what they rule out.</summary>
/// <param name="Answered">For example "13 of 15 answered".</param>
/// <param name="PossibleWords">For example "2 strategies still possible"; also what a screen reader says after a change.</param>
/// <param name="OpenWords">For example "2 answers still matter".</param>
/// <param name="Carrying">Once it is settled: the answers whose change alone would let another outcome in.</param>
public sealed record LivePanelView(
    string Answered,
    string PossibleWords,
    string OpenWords,
    IReadOnlyList<PossibleLine> Possible,
    IReadOnlyList<OpenLine> Open,
    IReadOnlyList<CarryingLine> Carrying,
    IReadOnlyList<RuledOutLine> RuledOut,
    string DecidedBy)
{
    /// <summary>Heads the answers that matter: the open ones while it is open, those that carry it once it is settled.</summary>
    public string MattersTitle => (Possible.Count, Carrying.Count) switch
    {
        (not 1, _) => OpenWords,
        (_, 0) => "No single answer would change it",
        (_, 1) => "1 answer carries it",
        var (_, count) => $"{Number(count)} answers carry it",
    };

    public static LivePanelView Of(IntakeReading reading)
    {
        var (playbook, decision) = (reading.Playbook, reading.Decision);
        var hinges = new Hinges(playbook, reading.Answers, decision);
        var yours = playbook.Questions
            .Where(question => question.AnsweredBy == playbook.FilingTeamId && reading.Asking[question.Id] is not Asking.NotAsked)
            .ToList();
        return new LivePanelView(
            $"{Number(yours.Count(question => reading.Answers[question.Id] is not null))} of {Number(yours.Count)} answered",
            decision.Outcome is { } decided
                ? $"{StrategyWords.Name(playbook, decided, decision.PossibleRules)} is the outcome"
                : $"{Number(decision.Possible.Count)} strategies still possible",
            decision.Open.Count switch
            {
                0 => "No open answer matters any more",
                1 => "1 answer still matters",
                var count => $"{Number(count)} answers still matter",
            },
            [
                .. playbook.Strategies.Where(strategy => decision.Possible.Contains(strategy.Id, StringComparer.Ordinal))
                    .Select(strategy => new PossibleLine(
                        StrategyWords.Name(playbook, strategy.Id, decision.PossibleRules),
                        decision.Outcome is null ? hinges.Of(strategy.Id) : StrategyWords.Because(playbook, decision))),
            ],
            [
                .. playbook.Questions.Where(question => decision.Open.Any(open => open.Id == question.Id))
                    .Select(question => new OpenLine(
                        question, playbook.Team(question.AnsweredBy), question.AnsweredBy == playbook.FilingTeamId)),
            ],
            decision.Outcome is null ? [] : CarryingLine.All(playbook, reading.Answers),
            RuledOutLine.All(reading),
            string.Create(CultureInfo.InvariantCulture, $"Decided by the {playbook.Name} {playbook.Version}. Changes as you answer."));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A strategy that is still possible.</summary>
/// <param name="Says">What it hinges on, or why it is the outcome; null: nothing short can be said.</param>
public sealed record PossibleLine(string Name, string? Says);

/// <summary>An open question on which the outcome hinges.</summary>
public sealed record OpenLine(PlaybookQuestion Question, Team Team, bool IsYours);
