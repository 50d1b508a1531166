using System.Collections.Immutable;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Intake;

/// <summary>A draft as the business understands it.</summary>
/// <param name="Answers">Every answer that can be read, used or not; only those the filing team gives.</param>
/// <param name="Notes">Notes to answers, by question id.</param>
/// <param name="Unsure">Questions that were looked at and left open.</param>
/// <param name="Asking">Whether each question is asked, by id.</param>
/// <param name="Decision">What the rules say of the answers.</param>
/// <param name="Problems">What keeps it from being sent; empty: nothing.</param>
/// <param name="Warnings">What is worth a second look and keeps nobody from sending.</param>
public sealed record IntakeReading(
    Playbook Playbook,
    CustomerForm Customer,
    AnswerSet Answers,
    ImmutableSortedDictionary<string, string> Notes,
    ImmutableHashSet<string> Unsure,
    ImmutableDictionary<string, Asking> Asking,
    Decision Decision,
    IReadOnlyList<FieldProblem> Problems,
    IReadOnlyList<FieldProblem> Warnings)
{
    /// <summary>The customer's facts as far as they can be read; whole once there are no <see cref="Problems"/>.</summary>
    public CustomerFacts Facts => Customer.ToFacts();

    /// <summary>What is wrong with a field; null: nothing.</summary>
    public string? ProblemOf(string key) => Problems.FirstOrDefault(problem => problem.Key == key)?.Message;
}

/// <summary>What is wrong with a field of a draft, as a sentence that says what to do about it.</summary>
public sealed record FieldProblem(string Key, string Message);
