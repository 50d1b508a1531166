using System.Collections.Immutable;

namespace DeploymentRouter.Decisions;

/// <summary>Answers by question id; immutable. A question that is not in it is open.</summary>
public sealed class AnswerSet(ImmutableSortedDictionary<string, Answer> byQuestion) : IEquatable<AnswerSet>
{
    /// <summary>No question answered.</summary>
    public static AnswerSet Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, Answer>(StringComparer.Ordinal));

    /// <summary>The answers in ordinal order of their question ids.</summary>
    public ImmutableSortedDictionary<string, Answer> ByQuestion { get; } = byQuestion;

    /// <summary>The answer to <paramref name="questionId"/>, or null while it is open.</summary>
    public Answer? this[string questionId] => ByQuestion.GetValueOrDefault(questionId);

    /// <summary>These answers with one given, changed, or (null) opened again.</summary>
    public AnswerSet With(string questionId, Answer? answer) =>
        new(answer is null ? ByQuestion.Remove(questionId) : ByQuestion.SetItem(questionId, answer));

    public bool Equals(AnswerSet? other) =>
        other is not null && ByQuestion.Count == other.ByQuestion.Count
        && ByQuestion.All(pair => Equals(other[pair.Key], pair.Value));

    public override bool Equals(object? obj) => Equals(obj as AnswerSet);

    public override int GetHashCode() =>
        ByQuestion.Aggregate(17, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));
}
