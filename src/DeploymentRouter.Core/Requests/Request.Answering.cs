using System.Globalization;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Requests;

/// <content>Answering: who may, what must fit, and what follows from it.</content>
public sealed partial class Request
{
    /// <summary>
    /// Gives, changes or opens (null) answers and decides anew. A request that needs information starts its strategy as soon as
    /// one is left, or once it is resumed; one that is under way stays where it is until it is re-routed.
    /// </summary>
    /// <param name="changes">Answers by question id; each person changes only what their team answers.</param>
    /// <param name="notes">Notes by question id; a question that is not in it loses its note if its answer changes.</param>
    public Outcome ChangeAnswers(
        IReadOnlyDictionary<string, Answer?> changes, IReadOnlyDictionary<string, string> notes, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Answer, by) is { } refusal) return refusal;
        if (WhyNotAnswer(changes.Keys, by) is { } theirs) return theirs;
        var after = changes.Aggregate(Answers, (answers, change) => answers.With(change.Key, change.Value));
        var recorded = changes.Keys.Select(id => new RecordedAnswer(id, Answers[id], after[id], notes.GetValueOrDefault(id)))
            .Where(change => !Equals(change.Before, change.After) || (change.Note ?? "") != _answerNotes.GetValueOrDefault(change.QuestionId, ""))
            .ToList();
        if (recorded.Count == 0) return Refusals.NothingChanged();
        if (Playbook.Rules.Check(after) is [var fault, ..]) return Refusals.AnswerInvalid($"{fault.Where}: {fault.Message}");
        if (recorded.Select(NoteProblem).OfType<Refusal>().FirstOrDefault() is { } note) return note;
        if (Playbook.Questions.Where(question => changes.ContainsKey(question.Id) || (question.NotAbove is { } ceiling && changes.ContainsKey(ceiling)))
            .Select(question => CeilingProblem(question, after)).OfType<Refusal>().FirstOrDefault() is { } above) return above;

        var act = NextAct;
        Record(by, now, new AnswersChanged(recorded, Deciding.Decide(Playbook, after, now)), act);
        if (Hold is null) FollowAnswers(by, now, act);
        return Outcome.Done;
    }

    // Nobody speaks for another team, not even before there is a request.
    private Refusal? WhyNotAnswer(IEnumerable<string> questionIds, Person by)
    {
        foreach (var id in questionIds)
        {
            if (Playbook.Questions.FirstOrDefault(q => q.Id == id) is not { } question) return Refusals.UnknownQuestion(id);
            if (question.AnsweredBy != by.TeamId) return Refusals.NotYourQuestion(question.Wording, TeamName(question.AnsweredBy));
        }

        return null;
    }

    private Refusal? NoteProblem(RecordedAnswer change)
    {
        var question = Playbook.Question(change.QuestionId);
        return TextCheck.Problem(change.Note ?? "", MaxText) is { } problem ? problem
            : string.IsNullOrWhiteSpace(change.Note) && question.NoteNeededFor.Any(value => TypedAnswer.Chooses(change.After, value))
                ? Refusals.TextNeeded($"a note to “{question.Label}”")
                : null;
    }

    // An answer that is not asked is kept and never wrong.
    private Refusal? CeilingProblem(PlaybookQuestion question, AnswerSet after) =>
        question.NotAbove is { } ceiling
        && after[question.Id] is NumberAnswer { Value: var value } && after[ceiling] is NumberAnswer { Value: var most }
        && value > most && Playbook.Rules.AskingOf(question.Id, after) is not Asking.NotAsked
            ? Refusals.AnswerInvalid(string.Create(
                CultureInfo.InvariantCulture, $"{question.Label}: {value:N0} is more than {most:N0} at “{Playbook.Question(ceiling).Label}”."))
            : null;

    // Only while the answers are the stage: a request under way is moved by people.
    private void FollowAnswers(Person by, DateTime now, int act)
    {
        if (Current.Stage.Id == Playbook.CommonStages.Answers.Id
            && (Decision.Outcome is not null || Current.TeamId != AnswersTeam(Decision)))
            StartRoute(by, now, Decision, StageEnd.Completed, act);
    }

    // The filing team keeps the ball while it still has a question to answer itself.
    private string AnswersTeam(StoredDecision decision)
    {
        var teams = decision.OpenQuestions.Select(id => Playbook.Question(id).AnsweredBy).ToHashSet(StringComparer.Ordinal);
        return teams.Contains(FilingTeamId) ? FilingTeamId : Playbook.Teams.First(team => teams.Contains(team.Id)).Id;
    }
}
