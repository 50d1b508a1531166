using System.Globalization;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Detail.Dialogs;

public sealed partial class CustomerFactsForm
{
    private string _name = "";
    private string _engagement = "";
    private string _link = "";
    private string _arr = "";
    private string _market = "";
    private DateOnly? _neededBy;
    private DateOnly? _close;
    private string _notes = "";

    private CustomerForm Typed => new(_name, _link, _engagement, _arr, _market, Day(_neededBy), Day(_close), _notes);

    protected override void OnInitialized()
    {
        var facts = Open.Request.Customer;
        (_name, _link, _notes) = (facts.Name, facts.OpportunityLink, facts.Notes);
        _engagement = EngagementName.Id(facts.Engagement);
        (_arr, _market) = (Usd(facts.ArrUsd), Usd(facts.AddressableMarketUsd));
        (_neededBy, _close) = (facts.NeededBy, facts.ContractClose);
    }

    protected override IEnumerable<FieldError> Problems() =>
        new CustomerFormValidator().Validate(Typed).Errors.Select(failure => new FieldError(failure.PropertyName, failure.ErrorMessage));

    protected override Outcome Do(Request request, DateTime now) =>
        request.ChangeCustomer(Open.Sight.SeesCommercial ? Typed.ToFacts() : Typed.ToFacts().WithCommercialOf(request.Customer), Open.Person, now);

    private static string Usd(decimal? amount) => amount?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
