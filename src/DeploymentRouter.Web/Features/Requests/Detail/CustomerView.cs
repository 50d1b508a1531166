using System.Globalization;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>What is known of the customer and the deal, as lines to read.</summary>
public static class CustomerView
{
    public static IReadOnlyList<FilledField> Of(CustomerFacts facts) => [.. Lines(facts)];

    private static IEnumerable<FilledField> Lines(CustomerFacts facts)
    {
        yield return new FilledField("Engagement", EngagementName.Of(facts.Engagement), null);
        if (facts.OpportunityLink is { Length: > 0 } link)
            yield return new FilledField("Opportunity", FilledField.LinkText(link), FieldCheck.LinkProblem("", link) is null ? link : null);
        if (facts.ArrUsd is { } arr) yield return new FilledField("ARR", Usd(arr), null);
        if (facts.AddressableMarketUsd is { } market) yield return new FilledField("Addressable market", Usd(market), null);
        if (facts.NeededBy is { } needed) yield return new FilledField("Needed by", Day(needed), null);
        if (facts.ContractClose is { } close) yield return new FilledField("Contract close", Day(close), null);
        if (facts.Notes is { Length: > 0 } notes) yield return new FilledField("Notes", notes, null);
    }

    private static string Usd(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"{amount:N0} USD");

    private static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);
}
