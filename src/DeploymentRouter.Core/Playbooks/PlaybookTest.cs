using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Playbooks;

/// <summary>A worked case that lives in the playbook.</summary>
/// <param name="Title">The case in a few words.</param>
/// <param name="Answers">What is known in it; the rest is open.</param>
/// <param name="Possible">The strategies that must be left, exactly these; one: decided. In the playbook's order, never empty.</param>
/// <param name="RowId">The row that must decide; null: any.</param>
public sealed record PlaybookTest(string Id, string Title, AnswerSet Answers, IReadOnlyList<string> Possible, string? RowId);
