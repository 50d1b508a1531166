using System.Collections.Immutable;

namespace DeploymentRouter.Decisions;

/// <summary>Answers by question id; immutable. A question that is not in it is open.</summary>
public sealed class AnswerSet : IEquatable<AnswerSet>
{
    // Two arrays side by side, ordinal by id: rule sets read answers a million times, and this is what they read fastest.
    private readonly string[] ids;
    private readonly Answer[] answers;
    private ImmutableSortedDictionary<string, Answer>? byQuestion;

    /// <param name="byQuestion">Sorted by <see cref="StringComparer.Ordinal"/>.</param>
    public AnswerSet(ImmutableSortedDictionary<string, Answer> byQuestion)
    {
        ArgumentNullException.ThrowIfNull(byQuestion);
        this.byQuestion = byQuestion.WithComparers(StringComparer.Ordinal);
        (ids, answers) = ([.. this.byQuestion.Keys], [.. this.byQuestion.Values]);
    }

    private AnswerSet(string[] ids, Answer[] answers) => (this.ids, this.answers) = (ids, answers);

    /// <summary>No question answered.</summary>
    public static AnswerSet Empty { get; } = new([], []);

    /// <summary>These answers; the last of several for one question counts.</summary>
    public static AnswerSet Of(IEnumerable<KeyValuePair<string, Answer>> answers)
    {
        var byId = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var (questionId, answer) in answers)
            byId[questionId] = answer;
        string[] keys = [.. byId.Keys];
        Answer[] values = [.. byId.Values];
        Array.Sort(keys, values, StringComparer.Ordinal);
        return new(keys, values);
    }

    /// <summary>The answers in ordinal order of their question ids.</summary>
    public ImmutableSortedDictionary<string, Answer> ByQuestion => byQuestion ??= ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal, ids.Zip(answers, KeyValuePair.Create));

    /// <summary>How many questions are answered.</summary>
    public int Count => ids.Length;

    /// <summary>The answer to <paramref name="questionId"/>, or null while it is open.</summary>
    public Answer? this[string questionId] => Find(questionId) is >= 0 and var at ? answers[at] : null;

    internal ReadOnlySpan<string> Ids => ids;

    internal ReadOnlySpan<Answer> Answers => answers;

    /// <summary>These answers with one given, changed, or (null) opened again.</summary>
    public AnswerSet With(string questionId, Answer? answer)
    {
        var at = Find(questionId);
        if (answer is null)
            return at < 0 ? this : new([.. ids[..at], .. ids[(at + 1)..]], [.. answers[..at], .. answers[(at + 1)..]]);
        if (at >= 0)
            return new(ids, [.. answers[..at], answer, .. answers[(at + 1)..]]);
        return new([.. ids[..~at], questionId, .. ids[~at..]], [.. answers[..~at], answer, .. answers[~at..]]);
    }

    public bool Equals(AnswerSet? other) =>
        other is not null && ids.AsSpan().SequenceEqual(other.ids) && answers.AsSpan().SequenceEqual(other.answers);

    public override bool Equals(object? obj) => Equals(obj as AnswerSet);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        for (var i = 0; i < ids.Length; i++)
        {
            hash.Add(ids[i], StringComparer.Ordinal);
            hash.Add(answers[i]);
        }
        return hash.ToHashCode();
    }

    private int Find(string questionId) => Array.BinarySearch(ids, questionId, StringComparer.Ordinal);
}
