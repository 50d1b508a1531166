using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Web.Features.Intake.Drafts;
using DeploymentRouter.Web.Features.Intake.Panel;
using DeploymentRouter.Web.Features.Intake.Tasks;

namespace DeploymentRouter.Web.Features.Intake;

/// <summary>Everything a page of the intake shows, as of one moment.</summary>
public sealed record IntakeState(
    DraftSession Session, IntakeReading Reading, IntakeLinks Links, IReadOnlyList<TopicTask> Tasks, LivePanelView Panel)
{
    public static IntakeState Of(DraftSession session, IntakeReader reader, DateOnly today)
    {
        var reading = reader.Read(session.Shown, today);
        var links = new IntakeLinks(session.Draft.Id);
        return new IntakeState(session, reading, links, TopicTasks.Of(reading, links), LivePanelView.Of(reading));
    }

    public Playbook Playbook => Reading.Playbook;

    public string CustomerName => Reading.Customer.Name.Trim() is { Length: > 0 } name ? name : "New request";

    /// <summary>What is wrong with a field, a conflict between tabs included.</summary>
    public string? ProblemOf(string key) => Session.Conflict(key) is not null ? StepErrors.Undecided : Reading.ProblemOf(key);

    /// <summary>The page after this one that somebody has to go to; null: the check page.</summary>
    public TopicTask? After(string? topicId) => Tasks.SkipWhile(task => task.Id != topicId).Skip(1).FirstOrDefault(task => task.IsNeeded);

    /// <summary>"Topic 3 of 6", over the pages that are needed.</summary>
    public string PlaceOf(string? topicId)
    {
        var needed = Tasks.Where(task => task.IsNeeded || task.Id == topicId).ToList();
        return $"Topic {needed.FindIndex(task => task.Id == topicId) + 1} of {needed.Count}";
    }
}
