namespace DeploymentRouter.Decisions.Comparing;

internal static class JointDomain
{
    private static readonly ContainsOnly Nothing = new([]);

    /// <summary>A domain that holds both; null when they are of different kinds.</summary>
    public static Domain? Of(Domain before, Domain after) => (before, after) switch
    {
        (YesNoDomain, YesNoDomain) => after,
        (WholeNumberDomain old, WholeNumberDomain now) => new WholeNumberDomain(Math.Min(old.Minimum, now.Minimum), Math.Max(old.Maximum, now.Maximum)),
        (OneOfDomain old, OneOfDomain now) => new OneOfDomain(Union(now.Values, old.Values)),
        (AnyOfDomain old, AnyOfDomain now) => new AnyOfDomain(Union(now.Values, old.Values), Math.Min(old.Minimum, now.Minimum)),
        _ => null,
    };

    /// <summary>Whether the domain that holds both would be past <see cref="RuleSetLimits.MaxValues"/>.</summary>
    public static bool HasTooManyValues(Domain before, Domain after) => Of(before, after) switch
    {
        OneOfDomain oneOf => oneOf.Values.Count > RuleSetLimits.MaxValues,
        AnyOfDomain anyOf => anyOf.Values.Count > RuleSetLimits.MaxValues,
        _ => false,
    };

    /// <summary>Tests that tell answers of a domain from others of its kind.</summary>
    public static IReadOnlyList<UnaryTest> Limits(Domain domain) => domain switch
    {
        WholeNumberDomain number => [new IsInRange(number.Minimum, number.Maximum)],
        OneOfDomain oneOf => [new IsOneOf(oneOf.Values)],
        AnyOfDomain { Minimum: > 0 } anyOf => [new ContainsOnly(anyOf.Values), Nothing],
        AnyOfDomain anyOf => [new ContainsOnly(anyOf.Values)],
        _ => [],
    };

    /// <summary>Whether passing the limit keeps an answer out rather than letting it in.</summary>
    public static bool IsForbidding(Domain domain, UnaryTest limit) => domain is AnyOfDomain { Minimum: > 0 } && limit.Equals(Nothing);

    private static string[] Union(IReadOnlyList<string> first, IReadOnlyList<string> second) =>
        [.. first.Union(second, StringComparer.Ordinal)];
}
