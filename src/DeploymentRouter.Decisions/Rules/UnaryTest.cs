namespace DeploymentRouter.Decisions;

/// <summary>
/// A test of a single answer (OMG DMN 1.5, "unary test"). Values are written as in the rule text.
/// No test holds while its question is not asked; that goes for the negative ones too.
/// </summary>
public abstract record UnaryTest;

/// <summary>The answer is one of these: a choice by its id, <c>yes</c> or <c>no</c>, or a whole number in digits.</summary>
public sealed record IsOneOf(IReadOnlyList<string> Values) : UnaryTest
{
    public bool Equals(IsOneOf? other) => other is not null && ListEquality.Same(Values, other.Values);

    public override int GetHashCode() => ListEquality.Hash(Values);
}

/// <summary>The question is asked and its answer is none of these; values as for <see cref="IsOneOf"/>.</summary>
public sealed record IsNoneOf(IReadOnlyList<string> Values) : UnaryTest
{
    public bool Equals(IsNoneOf? other) => other is not null && ListEquality.Same(Values, other.Values);

    public override int GetHashCode() => ListEquality.Hash(Values);
}

/// <summary>The number lies from <paramref name="Minimum"/> to <paramref name="Maximum"/>, both included; null leaves that side open.</summary>
public sealed record IsInRange(long? Minimum, long? Maximum) : UnaryTest;

/// <summary>At least one of these is among the chosen values.</summary>
public sealed record ContainsAnyOf(IReadOnlyList<string> Values) : UnaryTest
{
    public bool Equals(ContainsAnyOf? other) => other is not null && ListEquality.Same(Values, other.Values);

    public override int GetHashCode() => ListEquality.Hash(Values);
}

/// <summary>Every one of these is among the chosen values.</summary>
public sealed record ContainsAllOf(IReadOnlyList<string> Values) : UnaryTest
{
    public bool Equals(ContainsAllOf? other) => other is not null && ListEquality.Same(Values, other.Values);

    public override int GetHashCode() => ListEquality.Hash(Values);
}

/// <summary>The question is asked and none of these is among the chosen values; an empty choice passes.</summary>
public sealed record ContainsNoneOf(IReadOnlyList<string> Values) : UnaryTest
{
    public bool Equals(ContainsNoneOf? other) => other is not null && ListEquality.Same(Values, other.Values);

    public override int GetHashCode() => ListEquality.Hash(Values);
}

/// <summary>No value outside these is chosen; an empty choice passes. Without values: nothing is chosen.</summary>
public sealed record ContainsOnly(IReadOnlyList<string> Values) : UnaryTest
{
    public bool Equals(ContainsOnly? other) => other is not null && ListEquality.Same(Values, other.Values);

    public override int GetHashCode() => ListEquality.Hash(Values);
}
