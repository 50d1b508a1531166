using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.Features.Intake.Questions;

/// <summary>An answer to a question that is not asked any more: kept, and used for nothing.</summary>
/// <param name="WhyNotAsked">A clause, for example "14,500 users and 62,000 repositories fit in One-Click".</param>
public sealed record KeptAnswer(PlaybookQuestion Question, string Value, string WhyNotAsked)
{
    /// <summary>All of them, in the playbook's order; with a topic only those of that topic.</summary>
    public static IReadOnlyList<KeptAnswer> Of(IntakeReading reading, string? topicId = null)
    {
        var why = new WhyNotAsked(reading.Playbook, reading.Answers);
        return
        [
            .. reading.Playbook.Questions
                .Where(question => (topicId is null || question.TopicId == topicId) && reading.Asking[question.Id] is Asking.NotAsked)
                .Where(question => reading.Answers[question.Id] is not null)
                .Select(question => new KeptAnswer(
                    question, Wording.Label(question, reading.Answers[question.Id]!), Wording.Plain(why.Of(question.Id)))),
        ];
    }
}
