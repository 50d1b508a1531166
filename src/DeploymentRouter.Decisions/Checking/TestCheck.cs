using DeploymentRouter.Decisions.Text;

namespace DeploymentRouter.Decisions.Checking;

internal static class TestCheck
{
    public static IEnumerable<string> FaultsOf(AnswerTest test, Domain domain) => (domain, test.Test) switch
    {
        (YesNoDomain, IsOneOf or IsNoneOf) => Values(test, ["yes", "no"]),
        (OneOfDomain oneOf, IsOneOf or IsNoneOf) => Values(test, oneOf.Values),
        (AnyOfDomain anyOf, ContainsAnyOf or ContainsAllOf or ContainsNoneOf or ContainsOnly) => Values(test, anyOf.Values),
        (WholeNumberDomain number, IsOneOf or IsNoneOf) => Numbers(test, number),
        (WholeNumberDomain number, IsInRange range) => Range(test, range, number),
        _ => [$"{Quoted(test)} does not fit {test.QuestionId}, which takes {AnswerText.Describe(domain)}."],
    };

    private static IEnumerable<string> Values(AnswerTest test, IReadOnlyList<string> known)
    {
        var values = test.Test.ListedValues();
        if (values.Count == 0 && test.Test is not ContainsOnly)
            yield return EmptyList(test);
        foreach (var value in values.Except(known, StringComparer.Ordinal))
            yield return $"{Quoted(test)}: {test.QuestionId} has no value '{value}'; it has {string.Join(", ", known)}.";
        foreach (var twice in Repeated.In(values))
            yield return $"{Quoted(test)}: the value '{twice}' is there more than once.";
    }

    private static IEnumerable<string> Numbers(AnswerTest test, WholeNumberDomain domain)
    {
        var values = test.Test.ListedValues();
        if (values.Count == 0)
            yield return EmptyList(test);
        var seen = new HashSet<long>();
        foreach (var value in values)
        {
            if (!NumberText.TryRead(value, out var number))
                yield return $"{Quoted(test)}: '{value}' is not a whole number.";
            else if (IsOutside(number, domain))
                yield return OutOfRange(test, number, domain);
            else if (!seen.Add(number))
                yield return $"{Quoted(test)}: the value '{value}' is there more than once.";
        }
    }

    private static IEnumerable<string> Range(AnswerTest test, IsInRange range, WholeNumberDomain domain)
    {
        if (range is { Minimum: null, Maximum: null })
            yield return $"The range on {test.QuestionId} has neither a lower nor an upper end.";
        if (range.Minimum > range.Maximum)
            yield return $"{Quoted(test)}: the lower end is above the upper end.";
        if (range.Minimum is { } low && IsOutside(low, domain))
            yield return range.Maximum is null && LeafWriter.IsAbove(low) ? OutOfRange(test, low - 1, domain, "above") : OutOfRange(test, low, domain);
        if (range.Maximum is { } high && IsOutside(high, domain))
            yield return range.Minimum is null && LeafWriter.IsBelow(high) ? OutOfRange(test, high + 1, domain, "below") : OutOfRange(test, high, domain);
    }

    private static bool IsOutside(long number, WholeNumberDomain domain) => number < domain.Minimum || number > domain.Maximum;

    private static string EmptyList(AnswerTest test) => $"The list of values for {test.QuestionId} is empty.";

    private static string OutOfRange(AnswerTest test, long number, WholeNumberDomain domain, string side = "") => IsOutside(number, domain)
        ? $"{Quoted(test)}: {NumberText.Grouped(number)} is outside of {test.QuestionId}, which takes {AnswerText.Describe(domain)}."
        : $"{Quoted(test)}: no answer lies {side} {NumberText.Grouped(number)}; {test.QuestionId} takes {AnswerText.Describe(domain)}.";

    private static string Quoted(AnswerTest test) =>
        FormulaText.IsOneLine(test) ? $"'{FormulaText.Write(test)}'" : $"This test of {test.QuestionId}";
}
