using DeploymentRouter.Core.Intake;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Features.Intake.Panel;

namespace DeploymentRouter.Web.Features.Intake.Check;

/// <summary>One way it can go.</summary>
/// <param name="Names">What has to be said or what it will be, in bold and joined by "or".</param>
/// <param name="Then">What follows, after a colon or a comma.</param>
public sealed record Way(IReadOnlyList<string> Names, string Then);

/// <summary>The ways it can still go.</summary>
public static class Ways
{
    /// <summary>With one open question the outcome of each answer, with a few what each outcome hinges on; otherwise none.</summary>
    public static IReadOnlyList<Way> Of(IntakeReading reading, IReadOnlyList<OpenAnswer> open) => open.Count switch
    {
        0 => [],
        1 => ByAnswer(reading, open[0]),
        _ => ByOutcome(reading),
    };

    private static List<Way> ByAnswer(IntakeReading reading, OpenAnswer open) =>
    [
        .. AnswerKinds.Of(reading.Playbook, open.Question)
            .Select(kind => (kind.Label, Decision: reading.Playbook.Rules.Decide(reading.Answers.With(open.Question.Id, kind.Example))))
            .Where(way => way.Decision.Outcome is not null)
            .GroupBy(way => StrategyWords.Name(reading.Playbook, way.Decision.Outcome!, way.Decision.PossibleRules), StringComparer.Ordinal)
            .Select(group => new Way([.. group.Select(way => way.Label)], $": {group.Key}.")),
    ];

    private static List<Way> ByOutcome(IntakeReading reading)
    {
        var hinges = new Hinges(reading.Playbook, reading.Answers, reading.Decision);
        return
        [
            .. reading.Playbook.Strategies.Where(strategy => reading.Decision.Possible.Contains(strategy.Id, StringComparer.Ordinal))
                .Select(strategy => (Name: StrategyWords.Name(reading.Playbook, strategy.Id, reading.Decision.PossibleRules), Says: hinges.Of(strategy.Id)))
                .Where(way => way.Says is not null)
                .Select(way => new Way([way.Name], $", {way.Says}.")),
        ];
    }
}
