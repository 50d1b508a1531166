using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Intake;

/// <summary>An answer to stand for all answers that the rules treat alike.</summary>
/// <param name="Label">Which those are, in a word: "Will be built", "at most 20,000".</param>
/// <param name="Clause">The same as a clause for sentences.</param>
public sealed record AnswerKind(Answer Example, string Label, string Clause);

/// <summary>The kinds of answers to a question: each value of a choice, each band that the rules cut a number into.</summary>
public static class AnswerKinds
{
    /// <summary>The kinds in display order; empty for questions with several answers at once, which have too many.</summary>
    public static IReadOnlyList<AnswerKind> Of(Playbook playbook, PlaybookQuestion question) => question.Domain switch
    {
        YesNoDomain => [.. question.Values.Select(value => Kind(question, new YesNoAnswer(value.Id is "yes")))],
        OneOfDomain => [.. question.Values.Select(value => Kind(question, new ChoiceAnswer(value.Id)))],
        WholeNumberDomain range => Bands(playbook, question, range),
        _ => [],
    };

    private static AnswerKind Kind(PlaybookQuestion question, Answer answer) => new(answer, Wording.Label(question, answer), Wording.Clause(question, answer));

    private static List<AnswerKind> Bands(Playbook playbook, PlaybookQuestion question, WholeNumberDomain range)
    {
        var starts = Formulas(playbook).SelectMany(Leaves)
            .OfType<AnswerTest>()
            .Where(test => test.QuestionId == question.Id)
            .SelectMany(test => Starts(test.Test))
            .Where(start => start > range.Minimum && start <= range.Maximum)
            .Append(range.Minimum)
            .Distinct()
            .Order()
            .ToList();
        return [.. starts.Select((from, i) => Band(question, range, from, i + 1 < starts.Count ? starts[i + 1] - 1 : range.Maximum))];
    }

    private static AnswerKind Band(PlaybookQuestion question, WholeNumberDomain range, long from, long to)
    {
        var words = from == range.Minimum ? $"at most {Number(to)}"
            : to == range.Maximum ? $"more than {Number(from - 1)}"
            : $"{Number(from)} to {Number(to)}";
        var says = question.Says ?? $"{question.Label}: {{value}}";
        return new AnswerKind(new NumberAnswer(from), words, says.Replace("{value}", words, StringComparison.Ordinal));
    }

    private static IEnumerable<long> Starts(UnaryTest test) => test switch
    {
        IsInRange range => new[] { range.Minimum, range.Maximum + 1 }.OfType<long>(),
        IsOneOf { Values: var values } => values.SelectMany(Around),
        IsNoneOf { Values: var values } => values.SelectMany(Around),
        _ => [],
    };

    private static long[] Around(string value) =>
        long.TryParse(value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? [number, number + 1] : [];

    private static IEnumerable<Formula> Formulas(Playbook playbook) =>
        playbook.Rows.Select(row => row.When)
            .Concat(playbook.Conditions.Select(condition => condition.When))
            .Concat(playbook.Questions.Select(question => question.AskedWhen).OfType<Formula>());

    private static IEnumerable<Formula> Leaves(Formula formula) => formula switch
    {
        AllOf all => all.Parts.SelectMany(Leaves),
        AnyOf any => any.Parts.SelectMany(Leaves),
        Negation not => Leaves(not.Inner),
        _ => [formula],
    };

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
