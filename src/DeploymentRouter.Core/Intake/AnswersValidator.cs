using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using FluentValidation;
using FluentValidation.Results;

namespace DeploymentRouter.Core.Intake;

/// <summary>Checks each answer and each note by itself, against the playbook's questions. An open answer is never wrong.</summary>
public sealed class AnswersValidator : AbstractValidator<AnswersForm>
{
    public AnswersValidator(Playbook playbook)
    {
        foreach (var question in playbook.Questions)
        {
            RuleFor(form => form.Texts).Custom((texts, context) =>
            {
                if (context.InstanceToValidate.IsInUse(question.Id)
                    && TypedAnswer.Read(question, texts.GetValueOrDefault(question.Id)).Problem is { } problem)
                    context.AddFailure(new ValidationFailure(DraftKeys.Answer(question.Id), problem));
            });
            RuleFor(form => form.Notes).Custom((notes, context) =>
            {
                var note = notes.GetValueOrDefault(question.Id, "");
                if (note.Length > CustomerFacts.MaxNotes)
                    context.AddFailure(new ValidationFailure(DraftKeys.Note(question.Id), TooLong(question)));
                else if (!TextCheck.IsReadable(note))
                    context.AddFailure(new ValidationFailure(DraftKeys.Note(question.Id), $"{question.Label}: there is a character in the note that cannot be shown. Type it again"));
            });
        }
    }

    private static string TooLong(PlaybookQuestion question) =>
        string.Create(CultureInfo.InvariantCulture, $"{question.Label}: shorten the note to {CustomerFacts.MaxNotes:N0} characters");
}
