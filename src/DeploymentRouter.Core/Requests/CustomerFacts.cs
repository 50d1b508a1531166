namespace DeploymentRouter.Core.Requests;

/// <summary>What kind of work the customer brings.</summary>
public enum Engagement
{
    Trial,
    NewProduction,
    Migration,
    Expansion,
}

/// <summary>The customer and the deal behind a request.</summary>
/// <param name="Name">1 to <see cref="MaxName"/> characters.</param>
/// <param name="OpportunityLink">Absolute http or https address of the opportunity, at most <see cref="MaxLink"/> characters; empty: none.</param>
/// <param name="Engagement">What kind of work it is.</param>
/// <param name="ArrUsd">Annual recurring revenue in US dollars, 0 to <see cref="MaxUsd"/>; null: not known.</param>
/// <param name="AddressableMarketUsd">Total addressable market of the account in US dollars, same range.</param>
/// <param name="NeededBy">When the customer needs it.</param>
/// <param name="ContractClose">When the contract is expected to close or was closed.</param>
/// <param name="Notes">At most <see cref="MaxNotes"/> characters.</param>
public sealed record CustomerFacts(
    string Name,
    string OpportunityLink,
    Engagement Engagement,
    decimal? ArrUsd,
    decimal? AddressableMarketUsd,
    DateOnly? NeededBy,
    DateOnly? ContractClose,
    string Notes)
{
    public const int MaxName = 120;
    public const int MaxLink = 500;
    public const int MaxNotes = 4_000;
    public const decimal MaxUsd = 10_000_000_000m;

    /// <summary>The same without revenue and market figures.</summary>
    public CustomerFacts WithoutCommercial() => this with { ArrUsd = null, AddressableMarketUsd = null };

    /// <summary>The same with the revenue and market figures of <paramref name="other"/>: whoever does not see them does not change them.</summary>
    public CustomerFacts WithCommercialOf(CustomerFacts other) => this with { ArrUsd = other.ArrUsd, AddressableMarketUsd = other.AddressableMarketUsd };
}
