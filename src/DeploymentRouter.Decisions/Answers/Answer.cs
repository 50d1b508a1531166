using System.Collections.Immutable;

namespace DeploymentRouter.Decisions;

/// <summary>One given answer. A question without one is open, and open is a legal answer.</summary>
public abstract record Answer;

/// <summary>The answer to a <see cref="YesNoDomain"/> question.</summary>
public sealed record YesNoAnswer(bool Value) : Answer;

/// <summary>The answer to a <see cref="OneOfDomain"/> question.</summary>
public sealed record ChoiceAnswer(string Value) : Answer;

/// <summary>The answer to an <see cref="AnyOfDomain"/> question; sorted, so that equal choices are equal answers.</summary>
public sealed record ChoicesAnswer(ImmutableSortedSet<string> Values) : Answer
{
    public bool Equals(ChoicesAnswer? other) => other is not null && Values.SetEquals(other.Values);

    public override int GetHashCode() => Values.Aggregate(17, (hash, value) => HashCode.Combine(hash, value));
}

/// <summary>The answer to a <see cref="WholeNumberDomain"/> question.</summary>
public sealed record NumberAnswer(long Value) : Answer;
