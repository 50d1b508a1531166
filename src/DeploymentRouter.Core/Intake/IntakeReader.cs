using System.Collections.Immutable;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using FluentValidation;

namespace DeploymentRouter.Core.Intake;

/// <summary>Reads drafts by the playbook in force. Building what checks them costs more than reading: it is kept as long as the playbook.</summary>
public sealed class IntakeReader(PlaybookInForce inForce)
{
    private Reading? _reading;

    /// <summary>Reads by one playbook only.</summary>
    public IntakeReader(Playbook playbook)
        : this(new PlaybookInForce(playbook))
    {
    }

    /// <summary>What the draft says.</summary>
    /// <param name="today">UTC.</param>
    public IntakeReading Read(Draft draft, DateOnly today)
    {
        var (playbook, validator) = Current();
        var texts = Given(playbook, draft, DraftKeys.Answer);
        var answers = AnswerSet.Empty;
        foreach (var (id, text) in texts)
            answers = TypedAnswer.Read(playbook.Question(id), text).Answer is { } answer ? answers.With(id, answer) : answers;

        var notes = Given(playbook, draft, DraftKeys.Note);
        var asking = playbook.Questions.ToImmutableDictionary(
            question => question.Id, question => playbook.Rules.AskingOf(question.Id, answers), StringComparer.Ordinal);
        var customer = CustomerForm.Of(draft);
        var failures = validator.Validate(new IntakeForm(customer, new AnswersForm(texts, notes, asking), today)).Errors;
        return new IntakeReading(
            playbook,
            customer,
            answers,
            notes,
            texts.Where(field => field.Value == TypedAnswer.Unsure).Select(field => field.Key).ToImmutableHashSet(StringComparer.Ordinal),
            asking,
            playbook.Rules.Decide(answers),
            Of(failures, Severity.Error),
            Of(failures, Severity.Warning));

        static List<FieldProblem> Of(IEnumerable<FluentValidation.Results.ValidationFailure> failures, Severity severity) =>
            [.. failures.Where(failure => failure.Severity == severity).Select(failure => new FieldProblem(failure.PropertyName, failure.ErrorMessage))];
    }

    private Reading Current()
    {
        var playbook = inForce.Current;
        // Two who come at once may both build one; either will do.
        return _reading is { } kept && ReferenceEquals(kept.Playbook, playbook) ? kept : _reading = new Reading(playbook, new IntakeValidator(playbook));
    }

    // What a draft says of questions that are gone from the playbook is kept in it and read by nobody.
    // A team's own questions are answered in its queue: nobody else's draft may speak for it.
    private static ImmutableSortedDictionary<string, string> Given(Playbook playbook, Draft draft, Func<string, string> key) => playbook.Questions
        .Where(question => question.AnsweredBy == playbook.FilingTeamId)
        .Select(question => (question.Id, Text: draft[key(question.Id)]))
        .Where(field => !string.IsNullOrWhiteSpace(field.Text))
        .ToImmutableSortedDictionary(field => field.Id, field => field.Text!, StringComparer.Ordinal);

    private sealed record Reading(Playbook Playbook, IntakeValidator Validator);
}
