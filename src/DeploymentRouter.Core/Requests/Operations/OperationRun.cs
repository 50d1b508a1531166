using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Requests.Operations;

/// <summary>How far an operation is.</summary>
public enum OperationState
{
    Asked,
    Taken,
    Done,
    Declined,
    Withdrawn,
}

/// <summary>One operation that was asked for: its own owner, its own times.</summary>
/// <param name="Operation">As the playbook has it.</param>
/// <param name="Entry">The entry of the history that asked for it.</param>
/// <param name="Asked">What was asked.</param>
public sealed record OperationRun(Operation Operation, HistoryEntry Entry, OperationAsked Asked)
{
    /// <summary>The number of the entry that asked for it names it for good.</summary>
    public int Number => Entry.Number;

    /// <summary>The team that has it, until it has ended.</summary>
    public string TeamId => Operation.CarriedOutByTeamId;

    public DateTime AskedAt => Entry.At;

    /// <summary>To whom it was assigned in turn, or why to nobody; null: it was not.</summary>
    public Assignment? Assigned { get; init; }

    /// <summary>The person who has it: who took it, else to whom it was assigned; null: nobody.</summary>
    public Assignee? Holder => Taken is { By: var by } ? new Assignee(by.PersonId, by.Name) : Assigned?.To;

    /// <summary>Who took it, and when; null: nobody.</summary>
    public HistoryEntry? Taken { get; init; }

    /// <summary>What ended it; null: it is open.</summary>
    public HistoryEntry? Ended { get; init; }

    public bool IsOpen => Ended is null;

    public OperationState State => Ended?.What switch
    {
        OperationDone => OperationState.Done,
        OperationDeclined => OperationState.Declined,
        OperationWithdrawn => OperationState.Withdrawn,
        _ => Taken is null ? OperationState.Asked : OperationState.Taken,
    };
}
