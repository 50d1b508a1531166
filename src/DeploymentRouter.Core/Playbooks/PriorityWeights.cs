using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Playbooks;

/// <summary>The points by which IE ranks its requests; together at most 100.</summary>
/// <param name="Revenue">By the value of the form field <c>revenue</c>.</param>
/// <param name="Intangibles">By the id of the form field that is answered with yes.</param>
/// <param name="KindOfWork">By what the customer brings.</param>
public sealed record PriorityWeights(
    IReadOnlyDictionary<string, int> Revenue,
    SizeWeights Size,
    ValueWeights Value,
    IReadOnlyDictionary<string, int> Intangibles,
    IReadOnlyDictionary<Engagement, int> KindOfWork);

/// <summary>Points for size and complexity.</summary>
/// <param name="Users">Steps over users at full roll-out.</param>
/// <param name="Repositories">Steps over repositories at full roll-out.</param>
/// <param name="EachComplexityFlag">Points for each of the form field <c>complexity_flags</c> …</param>
/// <param name="ComplexityFlagsAtMost">… and the most they can give together.</param>
public sealed record SizeWeights(
    IReadOnlyList<PointStep> Users, IReadOnlyList<PointStep> Repositories, int EachComplexityFlag, int ComplexityFlagsAtMost);

/// <summary>Points for what the account is worth, in USD.</summary>
public sealed record ValueWeights(IReadOnlyList<PointStep> Arr, IReadOnlyList<PointStep> AddressableMarket);

/// <summary>One step of a scale; of all steps that are reached only the highest counts.</summary>
/// <param name="From">Reached by this number and everything above it.</param>
public sealed record PointStep(long From, int Points);
