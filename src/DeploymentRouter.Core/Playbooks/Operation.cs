namespace DeploymentRouter.Core.Playbooks;

/// <summary>What an operation does to a running instance.</summary>
public enum OperationEffect
{
    /// <summary>A trial ends later.</summary>
    Extends,

    /// <summary>A trial becomes a paid instance.</summary>
    Converts,

    /// <summary>The instance stops; its data are kept.</summary>
    Suspends,

    /// <summary>A suspended instance runs again.</summary>
    Resumes,

    /// <summary>The instance and its data are gone for good.</summary>
    Ends,

    /// <summary>Not known: what an operation did that no playbook knows any more. Nothing in a playbook has it.</summary>
    None,
}

/// <summary>Something that can be asked for once an instance runs.</summary>
/// <param name="Name">The act that asks for it, for example "Extend the trial".</param>
/// <param name="Help">What comes of it, one or two sentences.</param>
/// <param name="AskedByTeamIds">Whose people may ask for it.</param>
/// <param name="CarriedOutByTeamId">The team that takes it or declines it, and does it.</param>
/// <param name="Fields">What must be known to carry it out.</param>
/// <param name="ConfirmFieldId">The field of a stage's form whose value has to be typed to ask for it; null: none.</param>
/// <param name="AtMostDays">How far one extension may reach, in days; null for other effects.</param>
/// <param name="AtMostTimes">How often it can be done; null: no limit.</param>
/// <param name="Answer">How soon it is taken or declined; null: nothing is promised.</param>
/// <param name="Targets">How soon it is done, counted from the asking; the first whose condition on the form holds counts.</param>
public sealed record Operation(
    string Id,
    string Name,
    string Help,
    OperationEffect Effect,
    IReadOnlyList<string> AskedByTeamIds,
    string CarriedOutByTeamId,
    IReadOnlyList<FormField> Fields,
    string? ConfirmFieldId,
    int? AtMostDays,
    int? AtMostTimes,
    StageTarget? Answer,
    IReadOnlyList<StageTarget> Targets);

/// <summary>A time for which a customer tries an instance out.</summary>
/// <param name="WhenFieldId">An instance is a trial if this field of a stage's form …</param>
/// <param name="WhenFieldIs">… has this value.</param>
/// <param name="Days">How long it runs, in calendar days.</param>
/// <param name="Decide">How soon after its end somebody decides what becomes of it; null: nothing is promised.</param>
public sealed record Trial(string WhenFieldId, string WhenFieldIs, int Days, StageTarget? Decide);
