using System.Collections.Immutable;
using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Intake;

/// <summary>An answer as a draft's field holds it: a value's id, ids joined by commas, or a number as it was typed.</summary>
public static class TypedAnswer
{
    /// <summary>"We don't know yet": looked at, and left open.</summary>
    public const string Unsure = "?";

    /// <summary>None of the values of an any-of question.</summary>
    public const string None = "-";

    /// <summary>The answer a text gives, or what to do about the text; both null: open.</summary>
    public static (Answer? Answer, string? Problem) Read(PlaybookQuestion question, string? text)
    {
        if (IsOpen(text)) return (null, null);
        var answer = Parse(question.Domain, text!);
        return answer is null ? (null, Problem(question)) : (answer, null);
    }

    /// <summary>Whether a field leaves its question open.</summary>
    public static bool IsOpen(string? text) => string.IsNullOrWhiteSpace(text) || text == Unsure;

    /// <summary>The field that holds <paramref name="answer"/>.</summary>
    public static string Write(Answer answer) => answer switch
    {
        YesNoAnswer yesNo => yesNo.Value ? "yes" : "no",
        ChoiceAnswer choice => choice.Value,
        ChoicesAnswer { Values.Count: 0 } => None,
        ChoicesAnswer choices => string.Join(',', choices.Values),
        NumberAnswer number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };

    /// <summary>The ids of the values that a field of an any-of question holds.</summary>
    public static ImmutableSortedSet<string> Chosen(string? text) =>
        IsOpen(text) || text == None
            ? ImmutableSortedSet.Create<string>(StringComparer.Ordinal)
            : text!.Split(',', StringSplitOptions.RemoveEmptyEntries).ToImmutableSortedSet(StringComparer.Ordinal);

    /// <summary>Whether an answer is or contains the value with this id.</summary>
    public static bool Chooses(Answer? answer, string value) => answer switch
    {
        null => false,
        ChoicesAnswer choices => choices.Values.Contains(value),
        _ => Write(answer) == value,
    };

    private static Answer? Parse(Domain domain, string text) => domain switch
    {
        YesNoDomain => text is "yes" or "no" ? new YesNoAnswer(text is "yes") : null,
        OneOfDomain oneOf => oneOf.Values.Contains(text, StringComparer.Ordinal) ? new ChoiceAnswer(text) : null,
        AnyOfDomain anyOf => Chosen(text) is var chosen
            && chosen.Count >= anyOf.Minimum && chosen.All(value => anyOf.Values.Contains(value, StringComparer.Ordinal))
            ? new ChoicesAnswer(chosen)
            : null,
        WholeNumberDomain range => TypedText.Whole(text) is { } number && number >= range.Minimum && number <= range.Maximum
            ? new NumberAnswer(number)
            : null,
        _ => throw new ArgumentOutOfRangeException(nameof(domain), domain, null),
    };

    private static string Problem(PlaybookQuestion question) => question.Domain is WholeNumberDomain range
        ? string.Create(CultureInfo.InvariantCulture, $"{question.Label}: enter a whole number from {range.Minimum:N0} to {range.Maximum:N0}")
        : $"{question.Label}: choose again, the playbook no longer has this answer";
}
