using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Playbooks;

/// <summary>A named condition of the routing table.</summary>
/// <param name="Name">As people read it, for example "one machine will do".</param>
/// <param name="Holds">The sentence when it holds; <c>{question_id}</c> stands for the answer given.</param>
/// <param name="Fails">The sentence when it does not hold.</param>
public sealed record PlaybookCondition(string Id, string Name, Formula When, string? Holds, string? Fails);

/// <summary>A row of the routing table; the first that holds decides.</summary>
/// <param name="Mark">What distinguishes it from other rows of its strategy, for example "waiting on Cloud"; null: nothing.</param>
/// <param name="Because">The sentence people read when it decides.</param>
public sealed record RoutingRow(string Id, Formula When, string StrategyId, string? Mark, string Because);

/// <summary>Information beside the outcome; it never changes the strategy.</summary>
/// <param name="StrategyIds">Raised only while one of these is the outcome; empty: with any.</param>
public sealed record Flag(string Id, string Name, string Sentence, IReadOnlyList<string> StrategyIds, Formula When);
