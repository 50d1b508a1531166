using System.Globalization;
using DeploymentRouter.Core.Requests;
using FluentValidation;

namespace DeploymentRouter.Core.Intake;

/// <summary>Checks each field of the customer page by itself. The name and the kind of work are needed, the rest may stay empty.</summary>
public sealed class CustomerFormValidator : AbstractValidator<CustomerForm>
{
    public CustomerFormValidator()
    {
        RuleFor(form => form.Name)
            .Must(name => !string.IsNullOrWhiteSpace(name)).WithMessage("Enter the customer’s name")
            .MaximumLength(CustomerFacts.MaxName).WithMessage($"Shorten the customer’s name to {CustomerFacts.MaxName} characters")
            .Must(TextCheck.IsReadable).WithMessage("Customer: " + Unreadable)
            .OverridePropertyName(DraftKeys.CustomerName);

        RuleFor(form => form.OpportunityLink)
            .MaximumLength(CustomerFacts.MaxLink).WithMessage($"Shorten the opportunity link to {CustomerFacts.MaxLink} characters")
            .Must(link => string.IsNullOrWhiteSpace(link) || FieldCheck.LinkProblem("", link.Trim()) is null)
            .WithMessage("Opportunity link: enter the whole address, beginning with https://")
            .Must(TextCheck.IsReadable).WithMessage("Opportunity link: " + Unreadable)
            .OverridePropertyName(DraftKeys.OpportunityLink);

        RuleFor(form => form.Engagement)
            .Must(id => EngagementName.Read(id) is not null).WithMessage("Choose what kind of work it is")
            .OverridePropertyName(DraftKeys.Engagement);

        RuleFor(form => form.ArrUsd)
            .Must(IsUsdOrEmpty).WithMessage(UsdMessage("Annual recurring revenue"))
            .OverridePropertyName(DraftKeys.Arr);

        RuleFor(form => form.AddressableMarketUsd)
            .Must(IsUsdOrEmpty).WithMessage(UsdMessage("Addressable market"))
            .OverridePropertyName(DraftKeys.AddressableMarket);

        RuleFor(form => form.NeededBy)
            .Must(IsDayOrEmpty).WithMessage("Needed by: choose a date, or write it as 1 Feb 2027")
            .OverridePropertyName(DraftKeys.NeededBy);

        RuleFor(form => form.ContractClose)
            .Must(IsDayOrEmpty).WithMessage("Contract close: choose a date, or write it as 1 Feb 2027")
            .OverridePropertyName(DraftKeys.ContractClose);

        RuleFor(form => form.Notes)
            .MaximumLength(CustomerFacts.MaxNotes)
            .WithMessage(string.Create(CultureInfo.InvariantCulture, $"Shorten the notes to {CustomerFacts.MaxNotes:N0} characters"))
            .Must(TextCheck.IsReadable).WithMessage("Notes: " + Unreadable)
            .OverridePropertyName(DraftKeys.Notes);
    }

    private const string Unreadable = "there is a character that cannot be shown. Type it again";

    private static bool IsUsdOrEmpty(string text) =>
        string.IsNullOrWhiteSpace(text) || TypedText.Usd(text) is >= 0 and <= CustomerFacts.MaxUsd;

    private static bool IsDayOrEmpty(string text) => string.IsNullOrWhiteSpace(text) || TypedText.Day(text) is not null;

    private static string UsdMessage(string label) =>
        string.Create(CultureInfo.InvariantCulture, $"{label}: enter an amount in US dollars from 0 to {CustomerFacts.MaxUsd:N0}");
}
