using System.Globalization;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Intake.Tasks;

/// <summary>How far each page of the intake is.</summary>
public static class TopicTasks
{
    /// <summary>The customer page, then the playbook's topics.</summary>
    public static IReadOnlyList<TopicTask> Of(IntakeReading reading, IntakeLinks links) =>
        [Customer(reading, links), .. reading.Playbook.Topics.Select(topic => OfTopic(topic, reading, links))];

    private static TopicTask Customer(IntakeReading reading, IntakeLinks links)
    {
        var wrong = reading.Problems.Count(problem => DraftKeys.Customer.Contains(problem.Key, StringComparer.Ordinal));
        var (state, words) = reading.Customer == CustomerForm.Empty ? (StateKind.NotStarted, "Not started")
            : wrong == 0 ? (StateKind.Done, "Complete")
            : (StateKind.InProgress, reading.Customer.IsMissingEssentials ? "In progress, name and kind of work are needed" : ToCorrect(wrong));
        return new TopicTask(null, "Customer", links.Customer, state, words, true);
    }

    private static TopicTask OfTopic(Topic topic, IntakeReading reading, IntakeLinks links)
    {
        var questions = reading.Playbook.Questions.Where(question => question.TopicId == topic.Id).ToList();
        var used = questions.Where(question => reading.Asking[question.Id] is not Asking.NotAsked).ToList();
        var (state, words) = used.Count == 0 ? NotNeeded(questions, reading) : Progress(used, reading);
        return new TopicTask(topic.Id, topic.Title, links.Topic(topic.Id), state, words, used.Count > 0);
    }

    private static (StateKind State, string Words) NotNeeded(List<PlaybookQuestion> questions, IntakeReading reading)
    {
        var why = questions.Count == 0 ? "" : Wording.Plain(new WhyNotAsked(reading.Playbook, reading.Answers).Of(questions[0].Id));
        return (StateKind.CannotStart, why.Length == 0 ? "Not needed" : $"Not needed: {why}");
    }

    private static (StateKind State, string Words) Progress(List<PlaybookQuestion> used, IntakeReading reading)
    {
        var yours = used.Where(question => question.AnsweredBy == reading.Playbook.FilingTeamId).ToList();
        if (yours.Count == 0) return (StateKind.CannotStart, $"{reading.Playbook.Team(used[0].AnsweredBy).Name} answers this after you send");

        var wrong = yours.Count(question => reading.ProblemOf(DraftKeys.Answer(question.Id)) is not null || reading.ProblemOf(DraftKeys.Note(question.Id)) is not null);
        var answered = yours.Count(question => reading.Answers[question.Id] is not null);
        var maybe = used.TrueForAll(question => reading.Asking[question.Id] is Asking.MayBeAsked) ? ", may not be needed" : "";
        var touched = answered > 0 || yours.Exists(question => reading.Unsure.Contains(question.Id));
        return wrong > 0 ? (StateKind.InProgress, ToCorrect(wrong))
            : answered == yours.Count ? (StateKind.Done, "Complete" + (maybe.Length > 0 ? maybe : Figure(yours, reading)))
            : touched ? (StateKind.InProgress, $"In progress, {answered} of {yours.Count} answered")
            : (StateKind.NotStarted, $"{Questions(yours.Count)}, {(maybe.Length > 0 ? "may not be needed" : "not started")}");
    }

    private static string Figure(List<PlaybookQuestion> yours, IntakeReading reading) =>
        yours.Where(question => question.Unit is not null)
            .Select(question => $", {Wording.Label(question, reading.Answers[question.Id]!)} {question.Unit}")
            .FirstOrDefault("");

    private static string ToCorrect(int wrong) => wrong == 1 ? "1 answer needs another look" : $"{Number(wrong)} answers need another look";

    private static string Questions(int count) => count == 1 ? "1 question" : $"{Number(count)} questions";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
