using System.Globalization;

namespace DeploymentRouter.Decisions.Tests.Properties;

/// <summary>Domains and tests taken literally, value by value: what the engine's classes are checked against.</summary>
internal static class Raw
{
    public static IReadOnlyList<Answer> AnswersOf(Domain domain) => domain switch
    {
        YesNoDomain => [new YesNoAnswer(false), new YesNoAnswer(true)],
        OneOfDomain oneOf => [.. oneOf.Values.Select(value => new ChoiceAnswer(value))],
        AnyOfDomain anyOf => [.. Subsets(anyOf.Values).Where(set => set.Count >= anyOf.Minimum).Select(set => new ChoicesAnswer([.. set]))],
        WholeNumberDomain number => [.. Numbers(number).Select(value => new NumberAnswer(value))],
        _ => throw new ArgumentOutOfRangeException(nameof(domain)),
    };

    public static bool Passes(UnaryTest test, Answer answer) => test switch
    {
        IsOneOf one => one.Values.Contains(Written(answer)),
        IsNoneOf none => !none.Values.Contains(Written(answer)),
        IsInRange range => !(((NumberAnswer)answer).Value < range.Minimum || ((NumberAnswer)answer).Value > range.Maximum),
        ContainsAnyOf any => any.Values.Any(((ChoicesAnswer)answer).Values.Contains),
        ContainsAllOf all => all.Values.All(((ChoicesAnswer)answer).Values.Contains),
        ContainsNoneOf none => !none.Values.Any(((ChoicesAnswer)answer).Values.Contains),
        ContainsOnly only => ((ChoicesAnswer)answer).Values.All(only.Values.Contains),
        _ => throw new ArgumentOutOfRangeException(nameof(test)),
    };

    /// <summary>A formula about a single question, of an answer to it that counts.</summary>
    public static bool Holds(Formula formula, Answer answer) => formula switch
    {
        AnswerTest test => Passes(test.Test, answer),
        AllOf all => all.Parts.All(part => Holds(part, answer)),
        AnyOf any => any.Parts.Any(part => Holds(part, answer)),
        Negation negation => !Holds(negation.Inner, answer),
        _ => throw new ArgumentOutOfRangeException(nameof(formula)),
    };

    /// <summary>Every pair of answers of which the second has one more: the next number, yes after no, one more choice.</summary>
    public static IEnumerable<(Answer Less, Answer More)> StepsUp(Domain domain) =>
        from less in AnswersOf(domain)
        from more in AnswersOf(domain)
        where (less, more) switch
        {
            (YesNoAnswer l, YesNoAnswer m) => !l.Value && m.Value,
            (NumberAnswer l, NumberAnswer m) => m.Value == l.Value + 1,
            (ChoicesAnswer l, ChoicesAnswer m) => m.Values.Count == l.Values.Count + 1 && m.Values.IsSupersetOf(l.Values),
            _ => false,
        }
        select (less, more);

    public static long Distance(Answer left, Answer right) => (left, right) switch
    {
        (NumberAnswer l, NumberAnswer r) => Math.Abs(l.Value - r.Value),
        (ChoicesAnswer l, ChoicesAnswer r) => l.Values.SymmetricExcept(r.Values).Count,
        _ => left.Equals(right) ? 0 : 1,
    };

    private static string Written(Answer answer) => answer switch
    {
        YesNoAnswer yesNo => yesNo.Value ? "yes" : "no",
        ChoiceAnswer choice => choice.Value,
        NumberAnswer number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    private static IEnumerable<long> Numbers(WholeNumberDomain domain)
    {
        for (var number = domain.Minimum; number <= domain.Maximum; number++)
            yield return number;
    }

    private static List<List<string>> Subsets(IReadOnlyList<string> values) => values.Aggregate(
        new List<List<string>> { new() },
        (sets, value) => [.. sets, .. sets.Select(set => set.Append(value).ToList())]);
}
