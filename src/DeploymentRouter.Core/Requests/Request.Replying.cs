using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Requests;

/// <content>Answering what a reviewer sent back: all of it at once.</content>
public sealed partial class Request
{
    private int? _actUnderWay;

    /// <summary>
    /// Answers what a review asked when it sent the request back, and returns it there, in one act. Where the answers now lead to
    /// another strategy they are kept and the request stays: somebody has to re-route it.
    /// </summary>
    /// <param name="changes">Answers by question id, only of those asked for; those that still hold need not be among them.</param>
    /// <param name="fields">Form values by field id, only of those asked for.</param>
    /// <param name="text">What was found; needed only where nothing else changes.</param>
    public Outcome Reply(
        IReadOnlyDictionary<string, Answer?> changes,
        IReadOnlyDictionary<string, string> notes,
        IReadOnlyDictionary<string, string> fields,
        string text,
        Person by,
        DateTime now)
    {
        if (WhyNot(RequestAct.Reply, by) is { } refusal) return refusal;
        if (WhyNotAsked((SentBack)ToAnswer!.What, changes.Keys, fields.Keys) is { } other) return other;
        if (TextCheck.Problem(text, MaxText) is { } problem) return problem;
        return Together(() =>
        {
            var start = Version + 1;
            Record(by, now, new Replied(text.Trim()));
            if (changes.Count > 0 && Failed(ChangeAnswers(changes, notes, by, now)) is { } answers) return answers;
            if (fields.Count > 0 && Failed(SaveForm(fields, by, now)) is { } form) return form;
            if (Version == start && TextProblem(text, "what you found") is { } nothing) return nothing;
            return AnswersLeadElsewhere ? Outcome.Done : Complete(by, now);
        });
    }

    private Refusal? WhyNotAsked(SentBack asked, IEnumerable<string> questionIds, IEnumerable<string> fieldIds)
    {
        if (questionIds.FirstOrDefault(id => !asked.QuestionIds.Contains(id, StringComparer.Ordinal)) is { } question)
            return Refusals.NotAsked(Playbook.Questions.FirstOrDefault(q => q.Id == question)?.Label ?? question);
        return fieldIds.FirstOrDefault(id => !asked.FieldIds.Contains(id, StringComparer.Ordinal)) is { } field
            ? Refusals.NotAsked(Current.Stage.Fields.FirstOrDefault(f => f.Id == field)?.Label ?? field)
            : null;
    }

    // What still holds is no change, and no reason to refuse the rest.
    private static Refusal? Failed(Outcome outcome) => outcome.Refusal is { Name: not nameof(Refusals.NothingChanged) } refusal ? refusal : null;

    // Several acts as one: all of them, or none.
    private Outcome Together(Func<Outcome> acts)
    {
        var before = _history.Count;
        _actUnderWay = before + 1;
        try
        {
            var outcome = acts();
            if (outcome.Succeeded) return outcome;
            _history.RemoveRange(before, _history.Count - before);
            Refold();
            return outcome;
        }
        finally
        {
            _actUnderWay = null;
        }
    }
}
