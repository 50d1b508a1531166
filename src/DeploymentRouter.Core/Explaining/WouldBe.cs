using System.Globalization;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Explaining;

/// <summary>Says other answers than the given one, as clauses that can follow "if".</summary>
public static class WouldBe
{
    /// <summary>With more values than this, their labels are listed instead of their clauses.</summary>
    private const int MaxClauses = 3;

    /// <summary>The answers for which <paramref name="becomes"/> holds: "it runs on AWS", "there will be at most 20,000 users".</summary>
    /// <param name="becomes">Tests of this question only.</param>
    /// <param name="example">One of the answers; speaks where no short clause says them all.</param>
    public static string Clause(PlaybookQuestion question, Formula becomes, Answer example) => becomes switch
    {
        AnswerTest test => Of(question, test.Test) ?? Clause(question, example),
        AnyOf any when Parts(question, any.Parts) is { } clauses => Clauses.Or(clauses),
        AllOf all when Parts(question, all.Parts) is { } clauses => Clauses.And(clauses),
        _ => Clause(question, example),
    };

    /// <summary>One answer.</summary>
    public static string Clause(PlaybookQuestion question, Answer answer) => answer switch
    {
        YesNoAnswer yesNo => Value(question, yesNo.Value ? "yes" : "no"),
        ChoiceAnswer choice => Value(question, choice.Value),
        ChoicesAnswer { Values.Count: 0 } when question.None?.WouldBe is { } none => none,
        NumberAnswer number => WithValue(question, Number(number.Value)),
        _ => Wording.Clause(question, answer),
    };

    private static List<string>? Parts(PlaybookQuestion question, IReadOnlyList<Formula> parts)
    {
        var clauses = parts.Select(part => part is AnswerTest test ? Of(question, test.Test) : null).ToList();
        return clauses.Contains(null) || clauses.Count > MaxClauses ? null : [.. clauses.OfType<string>()];
    }

    private static string? Of(PlaybookQuestion question, UnaryTest test) => (question.Domain, test) switch
    {
        (WholeNumberDomain, IsInRange range) => WithValue(question, Range(range)),
        (WholeNumberDomain, IsOneOf { Values: var values }) => WithValue(question, Labels(question, values, " or ")),
        (YesNoDomain or OneOfDomain, IsOneOf { Values: var values }) => OneOf(question, values),
        (YesNoDomain or OneOfDomain, IsNoneOf { Values: var values }) =>
            OneOf(question, [.. question.Values.Select(value => value.Id).Except(values, StringComparer.Ordinal)]),
        (AnyOfDomain, ContainsAnyOf { Values: [var one] }) => Value(question, one),
        (AnyOfDomain, ContainsAnyOf { Values: var values }) => WithValue(question, $"any of {Labels(question, values, " or ")}"),
        (AnyOfDomain, ContainsAllOf { Values: var values }) => WithValue(question, Labels(question, values, " and ")),
        (AnyOfDomain, ContainsNoneOf { Values: [var one] }) => $"“{question.Label}” does not contain {Label(question, one)}",
        (AnyOfDomain, ContainsNoneOf { Values: var values }) => WithValue(question, $"none of {Labels(question, values, " and ")}"),
        (AnyOfDomain, ContainsOnly { Values.Count: 0 }) => question.None is { } none ? none.WouldBe ?? none.Says : null,
        (AnyOfDomain, ContainsOnly { Values: var values }) => WithValue(question, $"nothing but {Labels(question, values, " and ")}"),
        _ => null,
    };

    private static string OneOf(PlaybookQuestion question, IReadOnlyList<string> values)
    {
        var others = question.Values.Select(value => value.Id).Except(values, StringComparer.Ordinal).ToList();
        var isShort = values.Count <= MaxClauses;
        // The owner's own words go first; next best is what it is not.
        if (!(isShort && values.All(id => Find(question, id)?.WouldBe is not null)) && values.Count > 1 && others is [var only])
            return $"“{question.Label}” is not {Label(question, only)}";
        return isShort ? Clauses.Or([.. values.Select(id => Value(question, id))]) : $"“{question.Label}” is one of {Labels(question, values, " or ")}";
    }

    private static string Value(PlaybookQuestion question, string id) => Find(question, id) is { } value
        ? value.WouldBe ?? question.WouldBe?.Replace("{value}", value.Label, StringComparison.Ordinal) ?? value.Says
        : $"“{question.Label}” is {id}";

    private static AnswerValue? Find(PlaybookQuestion question, string id) =>
        question.Values.FirstOrDefault(value => string.Equals(value.Id, id, StringComparison.Ordinal));

    private static string WithValue(PlaybookQuestion question, string words) =>
        (question.WouldBe ?? question.Says ?? $"“{question.Label}” is {{value}}").Replace("{value}", words, StringComparison.Ordinal);

    private static string Range(IsInRange range) => range switch
    {
        { Minimum: { } only, Maximum: { } same } when only == same => Number(only),
        { Minimum: { } low, Maximum: { } high } => $"{Number(low)} to {Number(high)}",
        // "More than 20,000" and "at least 20,001" are the same; people think of the rounder number.
        { Minimum: { } low } => low % 10 == 1 && low > 1 ? $"more than {Number(low - 1)}" : $"at least {Number(low)}",
        { Maximum: { } high } => high % 10 == 9 ? $"less than {Number(high + 1)}" : $"at most {Number(high)}",
        _ => throw new ArgumentOutOfRangeException(nameof(range), range, "A range has an end."),
    };

    private static string Labels(PlaybookQuestion question, IReadOnlyList<string> ids, string last) =>
        Wording.Joined(ids.Select(id => Label(question, id)), last);

    private static string Label(PlaybookQuestion question, string id) => Find(question, id)?.Label ?? id;

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
