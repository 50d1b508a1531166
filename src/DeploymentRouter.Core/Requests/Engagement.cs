using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Requests;

/// <summary>All that is needed to engage the implementation team, from one form.</summary>
/// <param name="Form">Values of the form of the stage it is in and of the engagement's own, by field id.</param>
/// <param name="Confirmed">Ids of aged questions whose answers still hold.</param>
/// <param name="Changed">New answers to aged questions.</param>
public sealed record EngagementForm(
    IReadOnlyDictionary<string, string> Form, IReadOnlyCollection<string> Confirmed, IReadOnlyDictionary<string, Answer> Changed);

/// <summary>An answer that has to be confirmed or changed before the implementation team is engaged.</summary>
/// <param name="AnsweredAt">UTC.</param>
/// <param name="Read">The latest reading where it is above the answer; null: it is not.</param>
/// <param name="IsAskedBack">A reviewer sent it back to be looked at.</param>
public sealed record AgedAnswer(string QuestionId, Answer Answer, DateTime AnsweredAt, long? Read, bool IsAskedBack);
