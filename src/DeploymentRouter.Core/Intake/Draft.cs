using System.Collections.Immutable;

namespace DeploymentRouter.Core.Intake;

/// <summary>
/// What somebody has typed into the intake so far, field by field and exactly as typed. Keys are <c>customer.name</c>,
/// <c>answer.users_full</c>, <c>note.users_full</c>; a field that is not there is open.
/// </summary>
/// <param name="Version">Counts every change, from 0.</param>
/// <param name="RequestId">The request it became; null while it is a draft.</param>
public sealed record Draft(
    Guid Id,
    string OwnerId,
    int Version,
    DateTime CreatedAt,
    DateTime ChangedAt,
    ImmutableSortedDictionary<string, DraftField> Fields,
    Guid? RequestId)
{
    /// <summary>
    /// Longest text of one field, in characters; more is refused. More than any field may hold in the end: what is too long is kept
    /// until its writer has shortened it.
    /// </summary>
    public const int MaxText = 20_000;

    /// <summary>An empty draft. The id doubles as the key that makes submitting it twice file one request.</summary>
    public static Draft Start(Guid id, string ownerId, DateTime now) =>
        new(id, ownerId, 0, now, now, ImmutableSortedDictionary.Create<string, DraftField>(StringComparer.Ordinal), null);

    /// <summary>The text of a field; null: open.</summary>
    public string? this[string key] => Fields.GetValueOrDefault(key)?.Text;

    /// <summary>Whether every field has the same text in both.</summary>
    public bool SaysTheSameAs(Draft other) =>
        Fields.Keys.Union(other.Fields.Keys, StringComparer.Ordinal).All(key => this[key] == other[key]);

    /// <summary>
    /// This draft with one field changed (null opens it), unless another tab changed that very field after version
    /// <paramref name="seenVersion"/>: then the conflict, and nothing changes.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The text is longer than <see cref="MaxText"/>.</exception>
    public (Draft Draft, DraftConflict? Conflict) With(string key, string? text, int seenVersion, DateTime now)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text?.Length ?? 0, MaxText, nameof(text));
        var current = Fields.GetValueOrDefault(key);
        if (current?.Text == text) return (this, null);
        if (current is not null && current.Version > seenVersion) return (this, new DraftConflict(key, text, current));
        var field = new DraftField(text, Version + 1, now);
        return (this with { Version = Version + 1, ChangedAt = now, Fields = Fields.SetItem(key, field) }, null);
    }
}

/// <summary>One field of a draft: its text (null: opened again), and the draft version and time at which it got it.</summary>
public sealed record DraftField(string? Text, int Version, DateTime ChangedAt);

/// <summary>Two tabs changed the same field: what this one wanted, and what is stored.</summary>
public sealed record DraftConflict(string Key, string? Wanted, DraftField Stored);
