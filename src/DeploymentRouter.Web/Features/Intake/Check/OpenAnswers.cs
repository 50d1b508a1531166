using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Web.Features.Intake.Check;

/// <summary>An open question on which the outcome hinges, and who answers it.</summary>
public sealed record OpenAnswer(PlaybookQuestion Question, Team Team, bool IsYours);

public static class OpenAnswers
{
    /// <summary>In the playbook's order.</summary>
    public static IReadOnlyList<OpenAnswer> Of(IntakeReading reading) =>
    [
        .. reading.Playbook.Questions.Where(question => reading.Decision.Open.Any(open => open.Id == question.Id))
            .Select(question => new OpenAnswer(
                question, reading.Playbook.Team(question.AnsweredBy), question.AnsweredBy == reading.Playbook.FilingTeamId)),
    ];
}
