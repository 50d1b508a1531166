namespace DeploymentRouter.Core.Intake;

/// <summary>The names of a draft's fields; a validation failure names its field the same way.</summary>
public static class DraftKeys
{
    public const string CustomerName = "customer.name";
    public const string OpportunityLink = "customer.opportunity";
    public const string Engagement = "customer.engagement";
    public const string Arr = "customer.arr";
    public const string AddressableMarket = "customer.addressable_market";
    public const string NeededBy = "customer.needed_by";
    public const string ContractClose = "customer.contract_close";
    public const string Notes = "customer.notes";

    /// <summary>Numbers of the look-alike requests that this one was said to be different from.</summary>
    public const string DifferentFrom = "check.different_from";

    /// <summary>The fields of the customer page, in page order.</summary>
    public static IReadOnlyList<string> Customer { get; } =
        [CustomerName, OpportunityLink, Engagement, Arr, AddressableMarket, NeededBy, ContractClose, Notes];

    public static string Answer(string questionId) => "answer." + questionId;

    public static string Note(string questionId) => "note." + questionId;
}
