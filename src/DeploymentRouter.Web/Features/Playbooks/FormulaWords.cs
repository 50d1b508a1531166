using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.Features.Playbooks;

/// <summary>A piece of a formula as people read it.</summary>
/// <param name="Text">What it says; for a test, the question's label.</param>
/// <param name="Verb">For a test: "is", "is not", "more than"; else null.</param>
/// <param name="Value">For a test: the values it compares with; else null.</param>
/// <param name="ConditionId">For a named condition: its id; else null.</param>
/// <param name="Joiner">"and" or "or" after it; null after the last.</param>
/// <param name="Opens">Brackets before it.</param>
/// <param name="Closes">Brackets behind it.</param>
public sealed record FormulaPiece(
    string Text, string? Verb, string? Value, string? ConditionId, string? Joiner, int Opens, int Closes);

/// <summary>Says a formula in the playbook's own words, piece by piece; "otherwise" and "always" have no pieces.</summary>
public static class FormulaWords
{
    public static IReadOnlyList<FormulaPiece> Of(Playbook playbook, Formula formula)
    {
        var pieces = new List<FormulaPiece>();
        Add(playbook, formula, isNegated: false, isTop: true, pieces);
        return pieces;
    }

    private static void Add(Playbook playbook, Formula formula, bool isNegated, bool isTop, List<FormulaPiece> pieces)
    {
        switch (formula)
        {
            case Negation negation:
                Add(playbook, negation.Inner, !isNegated, isTop, pieces);
                break;
            case NamedCondition named:
                var name = playbook.Conditions.First(condition => condition.Id == named.ConditionId).Name;
                pieces.Add(new FormulaPiece(isNegated ? $"not {name}" : name, null, null, named.ConditionId, null, 0, 0));
                break;
            case AnswerTest test:
                pieces.Add(Test(playbook.Question(test.QuestionId), test.Test, isNegated));
                break;
            // Not (a and b) reads as (not a or not b).
            case AllOf all:
                AddParts(playbook, all.Parts, isNegated ? "or" : "and", isNegated, isTop, pieces);
                break;
            case AnyOf any:
                AddParts(playbook, any.Parts, isNegated ? "and" : "or", isNegated, isTop, pieces);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(formula), formula, null);
        }
    }

    private static void AddParts(
        Playbook playbook, IReadOnlyList<Formula> parts, string joiner, bool isNegated, bool isTop, List<FormulaPiece> pieces)
    {
        var first = pieces.Count;
        for (var i = 0; i < parts.Count; i++)
        {
            Add(playbook, parts[i], isNegated, isTop: false, pieces);
            if (i < parts.Count - 1) pieces[^1] = pieces[^1] with { Joiner = joiner };
        }

        if (isTop || pieces.Count - first < 2) return;
        pieces[first] = pieces[first] with { Opens = pieces[first].Opens + 1 };
        pieces[^1] = pieces[^1] with { Closes = pieces[^1].Closes + 1 };
    }

    private static FormulaPiece Test(PlaybookQuestion question, UnaryTest test, bool isNegated)
    {
        var (verb, negated, value) = test switch
        {
            IsOneOf { Values: [var one] } => ("is", "is not", Label(question, one)),
            IsNoneOf { Values: [var one] } => ("is not", "is", Label(question, one)),
            IsNoneOf none => ("is none of", "is one of", Labels(question, none.Values)),
            IsOneOf many => ("is one of", "is none of", Labels(question, many.Values)),
            // The text "> 20,000" and the range from 20,001 are one; the rounder number is what was meant.
            IsInRange { Minimum: { } low, Maximum: null } when low % 10 == 1 => ("more than", "at most", Number(low - 1)),
            IsInRange { Minimum: { } low, Maximum: null } => ("at least", "less than", Number(low)),
            IsInRange { Minimum: null, Maximum: { } high } when high % 10 == 9 => ("less than", "at least", Number(high + 1)),
            IsInRange { Minimum: null, Maximum: { } high } => ("at most", "more than", Number(high)),
            IsInRange range => ("from", "outside", $"{Number(range.Minimum!.Value)} to {Number(range.Maximum!.Value)}"),
            ContainsAnyOf { Values: [var one] } => ("contains", "does not contain", Label(question, one)),
            ContainsAnyOf any => ("contains any of", "contains none of", Labels(question, any.Values)),
            ContainsNoneOf { Values: [var one] } => ("does not contain", "contains", Label(question, one)),
            ContainsNoneOf none => ("contains none of", "contains any of", Labels(question, none.Values)),
            ContainsAllOf all => ("contains all of", "lacks one of", Labels(question, all.Values)),
            ContainsOnly only => ("contains only", "contains more than", Labels(question, only.Values)),
            _ => throw new ArgumentOutOfRangeException(nameof(test), test, null),
        };
        return new FormulaPiece(question.Label, isNegated ? negated : verb, value, null, null, 0, 0);
    }

    private static string Labels(PlaybookQuestion question, IReadOnlyList<string> ids) =>
        string.Join(", ", ids.Select(id => Label(question, id)));

    private static string Label(PlaybookQuestion question, string id) =>
        question.Values.FirstOrDefault(value => value.Id == id)?.Label
        ?? (long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Number(number) : id);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
