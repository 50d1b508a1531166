namespace DeploymentRouter.Decisions;

/// <summary>The finite set of values a question can be answered with.</summary>
public abstract record Domain;

/// <summary>Answered yes or no.</summary>
public sealed record YesNoDomain : Domain;

/// <summary>Answered with exactly one of <paramref name="Values"/> (1 to <see cref="RuleSetLimits.MaxValues"/>, distinct, in display order).</summary>
public sealed record OneOfDomain(IReadOnlyList<string> Values) : Domain
{
    public bool Equals(OneOfDomain? other) => other is not null && ListEquality.Same(Values, other.Values);

    public override int GetHashCode() => ListEquality.Hash(Values);
}

/// <summary>Answered with any subset of <paramref name="Values"/> that has at least <paramref name="Minimum"/> members (0 or 1).</summary>
public sealed record AnyOfDomain(IReadOnlyList<string> Values, int Minimum) : Domain
{
    public bool Equals(AnyOfDomain? other) =>
        other is not null && Minimum == other.Minimum && ListEquality.Same(Values, other.Values);

    public override int GetHashCode() => HashCode.Combine(Minimum, ListEquality.Hash(Values));
}

/// <summary>Answered with a whole number from <paramref name="Minimum"/> to <paramref name="Maximum"/>, both included.</summary>
public sealed record WholeNumberDomain(long Minimum, long Maximum) : Domain;
