namespace DeploymentRouter.Decisions.Text;

internal static class LeafWriter
{
    public static bool CanWrite(Formula formula) => formula switch
    {
        Negation negation => CanWrite(negation.Inner),
        NamedCondition => true,
        AnswerTest test => TestText(test.Test) is not null,
        _ => false,
    };

    public static string Write(Formula formula) => formula switch
    {
        Negation negation => $"not {Write(negation.Inner)}",
        NamedCondition named => named.ConditionId,
        AnswerTest test when TestText(test.Test) is { } text => $"{test.QuestionId} {text}",
        _ => throw new ArgumentException($"No single line stands for this {formula.GetType().Name}.", nameof(formula)),
    };

    private static string? TestText(UnaryTest test) => test switch
    {
        IsOneOf { Values: [var only] } when !IsKeyword(only) => $"is {only}",
        IsOneOf { Values.Count: > 0 } one => $"is one of {List(one.Values)}",
        IsNoneOf { Values: [var only] } when !IsKeyword(only) => $"is not {only}",
        IsNoneOf { Values.Count: > 0 } none => $"is not one of {List(none.Values)}",
        IsInRange range => RangeText(range.Minimum, range.Maximum),
        ContainsAnyOf { Values: [var only] } => $"contains {only}",
        ContainsAnyOf { Values.Count: > 0 } any => $"contains any of {List(any.Values)}",
        ContainsAllOf { Values.Count: > 0 } all => $"contains all of {List(all.Values)}",
        ContainsNoneOf { Values.Count: > 0 } none => $"contains none of {List(none.Values)}",
        ContainsOnly { Values.Count: 0 } => "is empty",
        ContainsOnly only => $"contains only {List(only.Values)}",
        _ => null,
    };

    // These are words of the language after "is"; inside a list they are plain values.
    private static bool IsKeyword(string value) => value is "not" or "empty" or "between";

    private static string? RangeText(long? minimum, long? maximum) => (minimum, maximum) switch
    {
        (null, null) => null,
        ({ } low, { } high) => $"is between {NumberText.Write(low)} and {NumberText.Write(high)}",
        ({ } low, null) => IsAbove(low) ? $"> {NumberText.Write(low - 1)}" : $">= {NumberText.Write(low)}",
        (null, { } high) => IsBelow(high) ? $"< {NumberText.Write(high + 1)}" : $"<= {NumberText.Write(high)}",
    };

    /// <summary>Whether a range that begins here was written as "above the number before": "> 20000" and ">= 20001" are the same test, and people wrote the rounder number.</summary>
    public static bool IsAbove(long low) => low > long.MinValue && Zeros(low - 1) > Zeros(low);

    /// <summary>The same for a range that ends here.</summary>
    public static bool IsBelow(long high) => high < long.MaxValue && Zeros(high + 1) > Zeros(high);

    private static int Zeros(long number)
    {
        var zeros = 0;
        for (; number != 0 && number % 10 == 0; number /= 10)
            zeros++;
        return zeros;
    }

    private static string List(IReadOnlyList<string> values) => $"[{string.Join(", ", values)}]";
}
