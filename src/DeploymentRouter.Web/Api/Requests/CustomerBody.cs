using System.Globalization;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>All that is said of a customer; what is left out is not known.</summary>
/// <param name="OpportunityLink">A whole web address.</param>
/// <param name="ArrUsd">Annual recurring revenue in US dollars.</param>
/// <param name="AddressableMarketUsd">In US dollars.</param>
internal sealed record CustomerBody(
    string Name,
    Engagement Engagement,
    string? OpportunityLink = null,
    decimal? ArrUsd = null,
    decimal? AddressableMarketUsd = null,
    DateOnly? NeededBy = null,
    DateOnly? ContractClose = null,
    string? Notes = null)
{
    /// <summary>The same as the fields of a draft.</summary>
    internal IEnumerable<(string Key, string? Text)> Fields =>
        DraftKeys.Customer.Zip([Form.Name, Form.OpportunityLink, Form.Engagement, Form.ArrUsd, Form.AddressableMarketUsd, Form.NeededBy, Form.ContractClose, Form.Notes], (key, text) => (key, (string?)text));

    private CustomerForm Form => new(
        Name, OpportunityLink ?? "", EngagementName.Id(Engagement), Text(ArrUsd), Text(AddressableMarketUsd), Text(NeededBy), Text(ContractClose), Notes ?? "");

    /// <summary>Why it cannot be taken, in the words of the customer page; null: it can, as <paramref name="facts"/>.</summary>
    public Refusal? Read(out CustomerFacts? facts)
    {
        var form = Form;
        var problems = new CustomerFormValidator().Validate(form).Errors;
        facts = problems.Count == 0 ? form.ToFacts() : null;
        return problems.Count == 0 ? null : new Refusal("CustomerInvalid", string.Join(". ", problems.Select(problem => problem.ErrorMessage)) + ".");
    }

    private static string Text(IFormattable? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.ToString(null, CultureInfo.InvariantCulture),
    };
}
