namespace DeploymentRouter.Core.Playbooks;

/// <summary>A way to deploy, with the stages that carry it out, in order.</summary>
/// <param name="Name">For example "Jointly Managed Deployment".</param>
/// <param name="ShortName">In lists, for example "Jointly Managed".</param>
/// <param name="OwnerTeamIds">The owners as the founding document names them.</param>
public sealed record Strategy(
    string Id, string Name, string ShortName, string Description, IReadOnlyList<string> OwnerTeamIds, IReadOnlyList<Stage> Stages)
{
    /// <summary>Id of the stage after which an instance runs that operations can be asked for; null: there is none.</summary>
    public string? RunsAfterStageId { get; init; }

    /// <summary>For how long an instance is tried out; null: never.</summary>
    public Trial? Trial { get; init; }

    /// <summary>What can be asked for once an instance runs.</summary>
    public IReadOnlyList<Operation> Operations { get; init; } = [];
}

/// <summary>The stages that every request can pass, whatever its strategy.</summary>
/// <param name="Answers">While the outcome hangs on open answers.</param>
/// <param name="AfterDecline">After a review declined: its owner appeals, re-routes, overrides or closes.</param>
public sealed record CommonStages(Stage Answers, Stage AfterDecline);

/// <summary>What kind of work a stage is; decides which acts it offers.</summary>
public enum StageKind
{
    /// <summary>The owner works through the exit criteria and completes it.</summary>
    Work,

    /// <summary>The owner accepts, sends back or declines.</summary>
    Review,

    /// <summary>The owner offers the request to another team, which accepts or returns it.</summary>
    HandOver,

    /// <summary>Has no end of its own: the request counts as delivered once it gets here.</summary>
    OpenEnded,
}

/// <summary>One stage of a strategy; exactly one team owns it.</summary>
/// <param name="Id">Unique within its strategy; equal ids in two strategies mean the same kind of work.</param>
/// <param name="OwnerTeamId">The team that has the ball.</param>
/// <param name="AlsoByTeamIds">Other teams that may do its acts.</param>
/// <param name="ReceiverTeamId">For <see cref="StageKind.HandOver"/>: the team it is offered to.</param>
/// <param name="CompleteLabel">The act that ends it well, for example "Qualify" or "Engage implementation team".</param>
/// <param name="ExitCriteria">All must be ticked before it can be completed.</param>
/// <param name="Fields">Its form; required ones must be filled before it can be completed.</param>
/// <param name="Targets">Service targets; the first whose condition on the form holds counts. Empty: no target.</param>
public sealed record Stage(
    string Id,
    string Name,
    StageKind Kind,
    string OwnerTeamId,
    IReadOnlyList<string> AlsoByTeamIds,
    string? ReceiverTeamId,
    string CompleteLabel,
    IReadOnlyList<ExitCriterion> ExitCriteria,
    IReadOnlyList<FormField> Fields,
    IReadOnlyList<StageTarget> Targets)
{
    /// <summary>Whether growth readings are taken while a request is here; leaving it well takes at least one.</summary>
    public bool WatchesGrowth { get; init; }

    /// <summary>What the customer reads of it, for example "We set up your instance"; null: words for its kind.</summary>
    public string? ForCustomer { get; init; }
}

/// <summary>One thing that must be true before a stage is done.</summary>
public sealed record ExitCriterion(string Id, string Text);

/// <summary>What a form field takes.</summary>
public enum FieldKind
{
    Text,
    LongText,
    Number,
    Date,
    Email,
    Link,
    YesNo,
    Choice,
}

/// <summary>One field of a stage's form.</summary>
/// <param name="Maximum">Largest number, or longest text in characters; null: the kind's own limit.</param>
/// <param name="Choices">For <see cref="FieldKind.Choice"/>, in display order.</param>
public sealed record FormField(
    string Id, string Label, string? Help, FieldKind Kind, bool Required, long? Minimum, long? Maximum, IReadOnlyList<ReasonCode> Choices)
{
    /// <summary>What is proposed for it when an implementation team is engaged; null: nothing.</summary>
    public Prefill? Prefill { get; init; }
}

/// <summary>What a form field can be filled from.</summary>
public enum PrefillSource
{
    /// <summary>The link to the customer's opportunity.</summary>
    Opportunity,

    /// <summary>The growth outlook, in sentences; for a choice, the figure nearest to its limit.</summary>
    Growth,

    /// <summary>The answer to a question.</summary>
    Answer,
}

/// <summary>Where the proposal for a field comes from; <paramref name="QuestionId"/> for <see cref="PrefillSource.Answer"/>.</summary>
public sealed record Prefill(PrefillSource Source, string? QuestionId = null);
