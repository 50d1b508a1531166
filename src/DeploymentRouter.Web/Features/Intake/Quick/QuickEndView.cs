using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Features.Intake.Panel;

namespace DeploymentRouter.Web.Features.Intake.Quick;

/// <summary>Where a quick check ends: the outcome is settled, or what is left is for others or was put off.</summary>
/// <param name="Title">For example "The outcome is Cloud".</param>
/// <param name="Says">Why, or why it goes no further here.</param>
/// <param name="Took">For example "It took 4 questions. The full request asks up to 15."</param>
/// <param name="PutOff">What was put off and still matters.</param>
/// <param name="Later">What may be asked once other teams have answered, and can be answered ahead.</param>
/// <param name="TheirsSays">What other teams’ answers are worth now.</param>
/// <param name="Theirs">What other teams have to say.</param>
public sealed record QuickEndView(
    string Title, string Says, string Took, IReadOnlyList<PlaybookQuestion> PutOff, IReadOnlyList<PlaybookQuestion> Later, string TheirsSays, IReadOnlyList<OpenLine> Theirs, string? BackHref)
{
    public static QuickEndView Of(IntakeState state)
    {
        var (playbook, decision) = (state.Playbook, state.Reading.Decision);
        var open = state.Panel.Open;
        var path = QuickView.Path(state);
        List<PlaybookQuestion> putOff = [.. open.Where(line => line.IsYours && state.Reading.Unsure.Contains(line.Question.Id)).Select(line => line.Question)];
        var asked = playbook.Questions.Where(question => state.Reading.Asking[question.Id] is not Asking.NotAsked).ToList();
        var (mine, theirs) = (asked.Where(question => question.AnsweredBy == playbook.FilingTeamId), asked.Where(question => IsTheirs(question, state)));
        return new QuickEndView(
            decision.Outcome is { } outcome
                ? $"The outcome is {StrategyWords.Name(playbook, outcome, decision.PossibleRules)}"
                : state.Panel.PossibleWords,
            decision.Outcome is not null ? StrategyWords.Because(playbook, decision) ?? "Whatever the open answers are, it comes to that." : StillOpen(putOff.Count > 0, open),
            $"It took {Questions(path.Count)}. The full request asks up to {Number(mine.Count())}.",
            putOff,
            [.. open.Where(line => line.IsYours && !putOff.Contains(line.Question)).Select(line => line.Question)],
            TheirWorth(decision, theirs.Any()),
            [.. theirs.Select(question => new OpenLine(question, playbook.Team(question.AnsweredBy), IsYours: false))],
            path.Count > 0 ? state.Links.Quick(path[^1]) : null);
    }

    // While the outcome hangs on others, those that decide it; once it is settled, those that are asked all the same.
    private static bool IsTheirs(PlaybookQuestion question, IntakeState state) =>
        question.AnsweredBy != state.Playbook.FilingTeamId
        && (state.Reading.Decision.Outcome is null
            ? state.Reading.Decision.Open.Any(open => open.Id == question.Id)
            : state.Reading.Asking[question.Id] is Asking.Asked);

    private static string StillOpen(bool putOff, IReadOnlyList<OpenLine> open) => (putOff, open.Any(line => !line.IsYours)) switch
    {
        (true, true) => "What you put off and what other teams say decides between them.",
        (true, false) => "What you put off decides between them.",
        _ => "You have nothing more to answer now. What other teams say comes next.",
    };

    private static string TheirWorth(Decision decision, bool asked) => (decision.Outcome is null, asked) switch
    {
        (true, true) => "They are asked when you send.",
        (true, false) => "Nothing, as far as it can be seen now.",
        (false, true) => "They are asked when you send. The outcome stays the same whatever they say.",
        _ => "Nothing. The outcome does not depend on another team.",
    };

    private static string Questions(int count) => count == 1 ? "1 question" : $"{Number(count)} questions";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
