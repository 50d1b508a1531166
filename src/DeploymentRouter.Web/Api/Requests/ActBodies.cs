using System.Text.Json;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>A text that the others on the request read.</summary>
internal sealed record TextBody(string Text);

/// <summary>Why, for the others on the request.</summary>
internal sealed record ReasonBody(string Reason);

/// <param name="Note">For everybody on the request; may be left out.</param>
internal sealed record NoteBody(string? Note = null);

/// <param name="Answers">By question: true, a value, a list of values, a whole number, or null to leave it open.</param>
/// <param name="Notes">By question; may be left out.</param>
internal sealed record AnswersBody(IReadOnlyDictionary<string, JsonElement> Answers, IReadOnlyDictionary<string, string>? Notes = null);

/// <param name="Reason">One of the playbook's reasons for an override.</param>
internal sealed record OverrideBody(string Strategy, string Reason, string Text);

/// <param name="Person">A person's identifier; null: nobody.</param>
internal sealed record AssignBody(string? Person);

internal sealed record TickBody(string Criterion, bool Done);

/// <param name="Fields">By field; an empty text clears the field.</param>
internal sealed record FormBody(IReadOnlyDictionary<string, string> Fields);

/// <param name="Questions">The questions to answer again.</param>
/// <param name="Fields">The form fields to fill in again.</param>
internal sealed record SendBackBody(string Reason, IReadOnlyList<string>? Questions = null, IReadOnlyList<string>? Fields = null);

internal sealed record ReplyBody(
    string? Text = null,
    IReadOnlyDictionary<string, JsonElement>? Answers = null,
    IReadOnlyDictionary<string, string>? Notes = null,
    IReadOnlyDictionary<string, string>? Fields = null);

/// <param name="Reason">One of the playbook's reasons for a decline.</param>
internal sealed record DeclineBody(string Reason, string Text);

/// <param name="Until">The last day of the hold; null: until somebody resumes it.</param>
/// <param name="ReasonCode">One of the playbook's reasons for a hold; may be left out.</param>
internal sealed record HoldBody(string Reason, DateOnly? Until = null, string? ReasonCode = null);

/// <param name="Source">Where the figures come from.</param>
internal sealed record ReadingBody(DateOnly On, long Users, long Repositories, string Source);

/// <param name="Entry">The number of the history entry that recorded it.</param>
internal sealed record WithdrawReadingBody(int Entry, string Reason);

/// <param name="Fields">The form of the request to the implementation team.</param>
/// <param name="Confirmed">Questions whose answers still hold.</param>
/// <param name="Answers">Answers that changed.</param>
internal sealed record EngageBody(
    IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string>? Confirmed = null, IReadOnlyDictionary<string, JsonElement>? Answers = null)
{
    public EngagementForm Form(IReadOnlyDictionary<string, Decisions.Answer?> changed) => new(
        Fields, Confirmed ?? [], changed.Where(change => change.Value is not null).ToDictionary(change => change.Key, change => change.Value!, StringComparer.Ordinal));
}

internal sealed record LinkBody(string Title, string Url);

/// <param name="Entry">The number of the history entry that attached it.</param>
internal sealed record EntryBody(int Entry);

/// <param name="Until">The last day, for operations that extend.</param>
/// <param name="Confirmation">The text to type, for operations that ask for it.</param>
internal sealed record OperationBody(
    string Operation, string Reason, DateOnly? Until = null, IReadOnlyDictionary<string, string>? Fields = null, string? Confirmation = null);
