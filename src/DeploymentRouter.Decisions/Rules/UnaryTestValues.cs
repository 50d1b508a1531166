namespace DeploymentRouter.Decisions;

internal static class UnaryTestValues
{
    /// <summary>The values that a test lists; none for a range.</summary>
    public static IReadOnlyList<string> ListedValues(this UnaryTest test) => test switch
    {
        IsOneOf one => one.Values,
        IsNoneOf none => none.Values,
        ContainsAnyOf any => any.Values,
        ContainsAllOf all => all.Values,
        ContainsNoneOf none => none.Values,
        ContainsOnly only => only.Values,
        _ => [],
    };
}
