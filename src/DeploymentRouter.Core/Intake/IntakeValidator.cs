using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using FluentValidation;
using FluentValidation.Results;

namespace DeploymentRouter.Core.Intake;

/// <summary>
/// Checks the whole: every field, and what fields say together. Build it once per playbook. A failure is named like its
/// draft field; one of severity <see cref="Severity.Warning"/> is said and stands in nobody's way.
/// </summary>
public sealed class IntakeValidator : AbstractValidator<IntakeForm>
{
    /// <summary>Dates further away than this, in years, are a slip of the finger.</summary>
    public const int MaxYears = 10;

    public IntakeValidator(Playbook playbook)
    {
        RuleFor(form => form.Customer).SetValidator(new CustomerFormValidator()).OverridePropertyName("");
        RuleFor(form => form.Answers).SetValidator(new AnswersValidator(playbook)).OverridePropertyName("");
        RuleForDates();
        foreach (var question in playbook.Questions)
        {
            if (question.NoteNeededFor.Count > 0) RuleForNote(question);
            if (question.NotAbove is not null) RuleForCeiling(question, playbook.Question(question.NotAbove));
        }
    }

    private void RuleForDates()
    {
        RuleFor(form => form.Customer.NeededBy)
            .Must((form, text) => TypedText.Day(text) is not { } day || (day >= form.Today && day <= form.Today.AddYears(MaxYears)))
            .WithMessage($"Needed by: choose today or a later day, at most {MaxYears} years away")
            .OverridePropertyName(DraftKeys.NeededBy);

        RuleFor(form => form.Customer.ContractClose)
            .Must((form, text) => TypedText.Day(text) is not { } day || (day >= form.Today.AddYears(-MaxYears) && day <= form.Today.AddYears(MaxYears)))
            .WithMessage($"Contract close: choose a day at most {MaxYears} years away")
            .OverridePropertyName(DraftKeys.ContractClose);

        // A trial comes before the contract by its nature; anything else is worth a second look, and may still be right.
        RuleFor(form => form.Customer)
            .Must(customer => customer.ToFacts() is not { Engagement: not Requests.Engagement.Trial, NeededBy: { } needed, ContractClose: { } close }
                || close <= needed)
            .WithMessage("The contract closes after the day it is needed by")
            .WithSeverity(Severity.Warning)
            .OverridePropertyName(DraftKeys.ContractClose);
    }

    private void RuleForNote(PlaybookQuestion question) => RuleFor(form => form.Answers).Custom((answers, context) =>
    {
        if (answers.IsInUse(question.Id)
            && TypedAnswer.Read(question, answers.Texts.GetValueOrDefault(question.Id)).Answer is { } answer
            && question.NoteNeededFor.Any(value => TypedAnswer.Chooses(answer, value))
            && string.IsNullOrWhiteSpace(answers.Notes.GetValueOrDefault(question.Id)))
            context.AddFailure(new ValidationFailure(DraftKeys.Note(question.Id), $"{question.Label}: add a short note"));
    });

    private void RuleForCeiling(PlaybookQuestion question, PlaybookQuestion ceiling) => RuleFor(form => form.Answers).Custom((answers, context) =>
    {
        if (answers.IsInUse(question.Id)
            && TypedAnswer.Read(question, answers.Texts.GetValueOrDefault(question.Id)).Answer is NumberAnswer { Value: var value }
            && TypedAnswer.Read(ceiling, answers.Texts.GetValueOrDefault(ceiling.Id)).Answer is NumberAnswer { Value: var most }
            && value > most)
            context.AddFailure(new ValidationFailure(
                DraftKeys.Answer(question.Id),
                string.Create(CultureInfo.InvariantCulture, $"{question.Label}: enter {most:N0} or fewer, as at “{ceiling.Label}”")));
    });
}
