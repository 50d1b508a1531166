using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Intake;

/// <summary>The customer page as it was typed; an empty text is a field left empty.</summary>
public sealed record CustomerForm(
    string Name,
    string OpportunityLink,
    string Engagement,
    string ArrUsd,
    string AddressableMarketUsd,
    string NeededBy,
    string ContractClose,
    string Notes)
{
    /// <summary>Nothing typed yet.</summary>
    public static CustomerForm Empty { get; } = new("", "", "", "", "", "", "", "");

    /// <summary>Whether something is missing without which nobody can file.</summary>
    public bool IsMissingEssentials => string.IsNullOrWhiteSpace(Name) || EngagementName.Read(Engagement) is null;

    public static CustomerForm Of(Draft draft) => new(
        draft[DraftKeys.CustomerName] ?? "",
        draft[DraftKeys.OpportunityLink] ?? "",
        draft[DraftKeys.Engagement] ?? "",
        draft[DraftKeys.Arr] ?? "",
        draft[DraftKeys.AddressableMarket] ?? "",
        draft[DraftKeys.NeededBy] ?? "",
        draft[DraftKeys.ContractClose] ?? "",
        draft[DraftKeys.Notes] ?? "");

    /// <summary>What can be read of it. Filing needs a form without problems: only then is nothing left out or assumed.</summary>
    public CustomerFacts ToFacts() => new(
        Name.Trim(),
        OpportunityLink.Trim(),
        EngagementName.Read(Engagement) ?? Requests.Engagement.NewProduction,
        TypedText.Usd(ArrUsd),
        TypedText.Usd(AddressableMarketUsd),
        TypedText.Day(NeededBy),
        TypedText.Day(ContractClose),
        Notes.Trim());
}
