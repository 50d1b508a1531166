using DeploymentRouter.Core.Intake;

namespace DeploymentRouter.Persistence.Opportunities;

/// <summary>An opportunity as a sales system knows it.</summary>
/// <param name="ExternalId">What it is called there.</param>
/// <param name="Fields">By the intake's field, as somebody would have typed it.</param>
/// <param name="Owner">Who has it there; null: not known.</param>
/// <param name="Source">The system, as people call it.</param>
/// <param name="AsOf">The day as of which all this is so.</param>
public sealed record Opportunity(string ExternalId, IReadOnlyDictionary<string, string> Fields, string? Owner, string Source, DateOnly AsOf)
{
    public const int MaxId = 200;
    public const int MaxOwner = 200;
    public const int MaxSource = 80;

    private static readonly string[] Commercial = [DraftKeys.Arr, DraftKeys.AddressableMarket];

    public string Account => Fields.GetValueOrDefault(DraftKeys.CustomerName, "");

    public string Link => Fields.GetValueOrDefault(DraftKeys.OpportunityLink, "");

    /// <summary>The same without revenue and market figures.</summary>
    public Opportunity WithoutCommercial() =>
        this with { Fields = Fields.Where(field => !Commercial.Contains(field.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal) };
}
