using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Api.Requests;

/// <param name="OpportunityLink">Empty: none.</param>
/// <param name="ArrUsd">Annual recurring revenue in US dollars. Null: not known, or not shown to the caller.</param>
/// <param name="AddressableMarketUsd">In US dollars. Null: not known, or not shown to the caller.</param>
internal sealed record CustomerJson(
    string Name, string OpportunityLink, Engagement Engagement, decimal? ArrUsd, decimal? AddressableMarketUsd, DateOnly? NeededBy, DateOnly? ContractClose, string Notes)
{
    public static CustomerJson Of(CustomerFacts facts) => new(
        facts.Name, facts.OpportunityLink, facts.Engagement, facts.ArrUsd, facts.AddressableMarketUsd,
        facts.NeededBy, facts.ContractClose, facts.Notes);
}
