namespace DeploymentRouter.Decisions;

/// <summary>A test of a single answer (OMG DMN 1.5, "unary test"). Values are written as in the rule text.</summary>
public abstract record UnaryTest;

/// <summary>The answer is one of these: a choice by its id, <c>yes</c> or <c>no</c>, or a whole number in digits.</summary>
public sealed record IsOneOf(IReadOnlyList<string> Values) : UnaryTest;

/// <summary>The number lies from <paramref name="Minimum"/> to <paramref name="Maximum"/>, both included; null leaves that side open.</summary>
public sealed record IsInRange(long? Minimum, long? Maximum) : UnaryTest;

/// <summary>At least one of these is among the chosen values.</summary>
public sealed record ContainsAnyOf(IReadOnlyList<string> Values) : UnaryTest;

/// <summary>Every one of these is among the chosen values.</summary>
public sealed record ContainsAllOf(IReadOnlyList<string> Values) : UnaryTest;

/// <summary>No value outside these is chosen; an empty choice passes.</summary>
public sealed record ContainsOnly(IReadOnlyList<string> Values) : UnaryTest;
