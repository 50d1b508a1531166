using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Core.Requests.Operations;

namespace DeploymentRouter.Web.Api.Requests;

/// <param name="TrialEndsOn">The last day of the trial; null: it is paid for.</param>
internal sealed record InstanceJson(InstanceState State, DateTime Since, DateOnly? TrialEndsOn)
{
    public static InstanceJson? Of(Instance? instance) => instance is null ? null : new(instance.State, instance.Since, instance.TrialEndsOn);
}

/// <summary>An operation that was asked for.</summary>
/// <param name="Entry">The number of the history entry that asked for it.</param>
/// <param name="Team">The team that carries it out.</param>
/// <param name="Holder">Who has it; null: nobody.</param>
/// <param name="Until">The new last day, for one that extends.</param>
/// <param name="Fields">What was said of it, by field.</param>
/// <param name="Answer">Why it was declined, or what was said when it was done; null: nothing.</param>
internal sealed record OperationRunJson(
    int Entry,
    string Operation,
    string Name,
    OperationState State,
    string Team,
    PersonJson AskedBy,
    DateTime AskedAt,
    PersonJson? Holder,
    string Reason,
    DateOnly? Until,
    IReadOnlyDictionary<string, string> Fields,
    DateTime? EndedAt,
    string? Answer)
{
    public static OperationRunJson Of(OperationRun run) => new(
        run.Number,
        run.Operation.Id,
        run.Operation.Name,
        run.State,
        run.TeamId,
        PersonJson.Of(run.Entry.By),
        run.AskedAt,
        PersonJson.Of(run.Holder),
        run.Asked.Reason,
        run.Asked.Until,
        run.Asked.Values,
        run.Ended?.At,
        run.Ended?.What switch { OperationDone done => done.Note, OperationDeclined declined => declined.Reason, _ => null });
}
