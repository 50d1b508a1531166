using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Queues;

/// <summary>What a priority is made of. What is not known gives no points.</summary>
/// <param name="Revenue">How much of the contract counts in the coming fiscal year: <c>none</c>, <c>partial</c>, <c>full</c>.</param>
/// <param name="Users">At full roll-out.</param>
/// <param name="Repositories">At full roll-out.</param>
/// <param name="Intangibles">Ids of those that hold.</param>
public sealed record PriorityFacts(
    string? Revenue,
    long? Users,
    long? Repositories,
    int ComplexityFlags,
    decimal? ArrUsd,
    decimal? AddressableMarketUsd,
    IReadOnlyList<string> Intangibles,
    Engagement Engagement)
{
    private const string RevenueField = "revenue";
    private const string ComplexityFlagsField = "complexity_flags";

    /// <summary>Whether a form field is asked for the priority alone.</summary>
    public static bool IsFrom(string fieldId, PriorityWeights weights) =>
        fieldId is RevenueField or ComplexityFlagsField || weights.Intangibles.ContainsKey(fieldId);

    /// <summary>From the customer's facts, the answers and the form of the IE request.</summary>
    public static PriorityFacts Of(Request request) => new(
        request.Form.GetValueOrDefault(RevenueField),
        Number(request.Answers["users_full"]),
        Number(request.Answers["repos_full"]),
        int.TryParse(request.Form.GetValueOrDefault(ComplexityFlagsField), NumberStyles.None, CultureInfo.InvariantCulture, out var flags) ? flags : 0,
        request.Customer.ArrUsd,
        request.Customer.AddressableMarketUsd,
        [.. request.Playbook.Priority.Intangibles.Keys.Where(id => request.Form.GetValueOrDefault(id) == "yes")],
        request.Customer.Engagement);

    private static long? Number(Answer? answer) => (answer as NumberAnswer)?.Value;
}
