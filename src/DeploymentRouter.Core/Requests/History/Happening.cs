using System.Text.Json.Serialization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Requests.History;

/// <summary>What a history entry records. A request is exactly what its entries make of it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(CustomerChanged), "customer-changed")]
[JsonDerivedType(typeof(AnswersChanged), "answers-changed")]
[JsonDerivedType(typeof(Overridden), "overridden")]
[JsonDerivedType(typeof(StageStarted), "stage-started")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(AskAssigned), "ask-assigned")]
[JsonDerivedType(typeof(CriterionTicked), "criterion-ticked")]
[JsonDerivedType(typeof(FormSaved), "form-saved")]
[JsonDerivedType(typeof(Offered), "offered")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(SentBack), "sent-back")]
[JsonDerivedType(typeof(Replied), "replied")]
[JsonDerivedType(typeof(Declined), "declined")]
[JsonDerivedType(typeof(Appealed), "appealed")]
[JsonDerivedType(typeof(Pinned), "pinned")]
[JsonDerivedType(typeof(Unpinned), "unpinned")]
[JsonDerivedType(typeof(Held), "held")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(Commented), "commented")]
[JsonDerivedType(typeof(Undone), "undone")]
[JsonDerivedType(typeof(ReadingRecorded), "reading-recorded")]
[JsonDerivedType(typeof(ReadingWithdrawn), "reading-withdrawn")]
[JsonDerivedType(typeof(OverCleared), "over-cleared")]
[JsonDerivedType(typeof(AnswersConfirmed), "answers-confirmed")]
[JsonDerivedType(typeof(OperationAsked), "operation-asked")]
[JsonDerivedType(typeof(OperationTaken), "operation-taken")]
[JsonDerivedType(typeof(OperationDone), "operation-done")]
[JsonDerivedType(typeof(OperationDeclined), "operation-declined")]
[JsonDerivedType(typeof(OperationWithdrawn), "operation-withdrawn")]
[JsonDerivedType(typeof(FileAttached), "file-attached")]
[JsonDerivedType(typeof(FileRemoved), "file-removed")]
[JsonDerivedType(typeof(LinkAdded), "link-added")]
[JsonDerivedType(typeof(LinkRemoved), "link-removed")]
[JsonDerivedType(typeof(StatusShared), "status-shared")]
[JsonDerivedType(typeof(StatusUnshared), "status-unshared")]
public abstract record Happening;

/// <summary>The request was filed.</summary>
public sealed record Opened(
    CustomerFacts Customer, AnswerSet Answers, IReadOnlyDictionary<string, string> AnswerNotes, StoredDecision Decision) : Happening;

public sealed record CustomerChanged(CustomerFacts Customer) : Happening;

/// <summary>Answers were given, changed or opened again (null), and the rules decided anew.</summary>
public sealed record AnswersChanged(IReadOnlyList<RecordedAnswer> Changes, StoredDecision Decision) : Happening;

/// <summary>One answer before and after; null: open.</summary>
public sealed record RecordedAnswer(string QuestionId, Answer? Before, Answer? After, string? Note);

/// <summary>A person chose another strategy than the rules did; the computed outcome stays visible.</summary>
public sealed record Overridden(string StrategyId, string ReasonCode, string Text) : Happening;

/// <summary>A stage began and, if one was under way, the stage before it ended as <paramref name="Before"/> says.</summary>
public sealed record StageStarted(string StageId, string? StrategyId, string TeamId, bool AwaitsAcceptance, StageEnd? Before) : Happening;

/// <summary>Assigned to a person of the owning team, or (null) to nobody.</summary>
/// <param name="Why">Why the rule chose this person in turn, or nobody; null: a person chose.</param>
public sealed record Assigned(Assignee? To, string? Why = null) : Happening;

/// <summary>What is asked of a team that has not the ball was given to one of its people in turn, or (null) to nobody.</summary>
/// <param name="Why">Why the rule chose this person, or nobody.</param>
/// <param name="Operation">The number of the entry that asked for the operation; null: answers, or the acceptance of a hand-over.</param>
public sealed record AskAssigned(string TeamId, Assignee? To, string Why, int? Operation = null) : Happening;

public sealed record CriterionTicked(string CriterionId, string Text, bool IsTicked) : Happening;

/// <summary>Form values by field id, as typed and checked; an empty text clears the field.</summary>
public sealed record FormSaved(IReadOnlyDictionary<string, string> Values) : Happening;

/// <summary>A hand-over was offered to another team.</summary>
public sealed record Offered(string ToTeamId) : Happening;

public sealed record Accepted(string FromTeamId) : Happening;

public sealed record Returned(string ToTeamId, string Reason) : Happening;

/// <summary>A review was sent back; <paramref name="QuestionIds"/> and <paramref name="FieldIds"/> say what to look at again.</summary>
/// <param name="Next">The stage that began with it; null in histories from before it was one entry: the next one says it.</param>
public sealed record SentBack(string Reason, IReadOnlyList<string> QuestionIds, IReadOnlyList<string> FieldIds, StageStarted? Next = null) : Happening;

/// <summary>What was sent back is answered; the entries of the same act say with what.</summary>
public sealed record Replied(string Text) : Happening;

public sealed record Declined(string ReasonCode, string Text) : Happening;

/// <summary>A decline is appealed; a different person decides.</summary>
/// <param name="Decider">The lead who decides; null: anybody of the team who did not decline it.</param>
public sealed record Appealed(string Text, Assignee? Decider = null) : Happening;

/// <summary>Put first in a team's queue, whatever its priority or due time says.</summary>
public sealed record Pinned(string TeamId, string Reason) : Happening;

public sealed record Unpinned(string TeamId) : Happening;

/// <summary>On hold until a date, or until something happens that <paramref name="Reason"/> names.</summary>
/// <param name="ReasonCode">One of the playbook's hold reasons; null: words alone say it.</param>
public sealed record Held(string Reason, DateOnly? Until, string? ReasonCode = null) : Happening;

public sealed record Resumed : Happening;

public sealed record Withdrawn(string Reason) : Happening;

public sealed record Reopened(string Reason) : Happening;

/// <summary>The last stage of the plan is done, or has no end of its own.</summary>
public sealed record Delivered : Happening;

public sealed record Commented(string Text) : Happening;

/// <summary>The entries from <paramref name="FirstEntry"/> on, comments apart, were taken back; they stay in the history and count for nothing.</summary>
public sealed record Undone(int FirstEntry) : Happening;

/// <summary>A growth reading of a day was recorded; whoever did it is its reader.</summary>
public sealed record ReadingRecorded(DateOnly On, long Users, long Repositories, string Source) : Happening;

/// <summary>The reading that <paramref name="Entry"/> recorded counts no longer; it stays to be read.</summary>
public sealed record ReadingWithdrawn(int Entry, string Reason) : Happening;

/// <summary>Readings above a limit up to and including <paramref name="UpTo"/> no longer keep it "over".</summary>
public sealed record OverCleared(DateOnly UpTo, string Reason) : Happening;

/// <summary>Answers that had aged were found to hold still.</summary>
public sealed record AnswersConfirmed(IReadOnlyList<string> QuestionIds) : Happening;

/// <summary>An operation on the instance was asked for. The entry's number names it.</summary>
/// <param name="Until">For one that extends: the new last day; else null.</param>
/// <param name="Values">Values of its fields, by id.</param>
/// <param name="Effect">What it does to the instance, as it was asked; null in histories from before it was kept: as the playbook has it.</param>
/// <param name="CarriedOutByTeamId">Likewise, the team that has it.</param>
/// <param name="AskedByTeamIds">Likewise, whose people may withdraw it.</param>
public sealed record OperationAsked(
    string OperationId,
    string Reason,
    DateOnly? Until,
    IReadOnlyDictionary<string, string> Values,
    OperationEffect? Effect = null,
    string? CarriedOutByTeamId = null,
    IReadOnlyList<string>? AskedByTeamIds = null) : Happening;

/// <summary>The team that carries it out has answered that it will; <paramref name="Asked"/> is the number of the entry that asked.</summary>
public sealed record OperationTaken(int Asked) : Happening;

public sealed record OperationDone(int Asked, string Note) : Happening;

public sealed record OperationDeclined(int Asked, string Reason) : Happening;

public sealed record OperationWithdrawn(int Asked) : Happening;

/// <summary>A file was attached; the entry's number names it. Its bytes are stored under their hash.</summary>
public sealed record FileAttached(string Name, long Size, string Sha256, string ContentType) : Happening;

/// <summary>The file that entry <paramref name="Attached"/> attached was taken away.</summary>
public sealed record FileRemoved(int Attached) : Happening;

/// <summary>A link was attached; the entry's number names it.</summary>
public sealed record LinkAdded(string Title, string Url) : Happening;

public sealed record LinkRemoved(int Attached) : Happening;

/// <summary>A link to its status was made for somebody without an account; <paramref name="Until"/> is its last moment, UTC.</summary>
public sealed record StatusShared(Guid Link, DateTime Until) : Happening;

/// <summary>That link leads nowhere any more.</summary>
public sealed record StatusUnshared(Guid Link) : Happening;
