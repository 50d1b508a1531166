namespace DeploymentRouter.Decisions;

/// <summary>A boolean expression over answers. It never relates two answers to each other. Equal when written equal.</summary>
public abstract record Formula
{
    /// <summary>Holds for every answer set.</summary>
    public static Formula Always { get; } = new AllOf([]);
}

/// <summary>One answer passes one unary test. A test on a question that is not asked never holds.</summary>
public sealed record AnswerTest(string QuestionId, UnaryTest Test) : Formula;

/// <summary>The named condition holds.</summary>
public sealed record NamedCondition(string ConditionId) : Formula;

/// <summary>Every part holds; no parts: holds.</summary>
public sealed record AllOf(IReadOnlyList<Formula> Parts) : Formula
{
    public bool Equals(AllOf? other) => other is not null && ListEquality.Same(Parts, other.Parts);

    public override int GetHashCode() => HashCode.Combine(1, ListEquality.Hash(Parts));
}

/// <summary>At least one part holds; no parts: does not hold.</summary>
public sealed record AnyOf(IReadOnlyList<Formula> Parts) : Formula
{
    public bool Equals(AnyOf? other) => other is not null && ListEquality.Same(Parts, other.Parts);

    public override int GetHashCode() => HashCode.Combine(2, ListEquality.Hash(Parts));
}

/// <summary>The inner formula does not hold.</summary>
public sealed record Negation(Formula Inner) : Formula;
