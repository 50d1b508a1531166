using System.Globalization;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Playbooks;

/// <summary>Puts answers and explanations into the playbook's own words.</summary>
public static partial class Wording
{
    /// <summary>An answer as its label: "14,500", "AWS", "SOC 2, ISO 27001", "None", "Yes".</summary>
    public static string Label(PlaybookQuestion question, Answer answer) => answer switch
    {
        YesNoAnswer yesNo => Value(question, yesNo.Value ? "yes" : "no").Label,
        ChoiceAnswer choice => Value(question, choice.Value).Label,
        ChoicesAnswer { Values.Count: 0 } => None(question).Label,
        ChoicesAnswer choices => string.Join(", ", InDisplayOrder(question, choices).Select(value => value.Label)),
        NumberAnswer number => number.Value.ToString("N0", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };

    /// <summary>An answer in as few words as a list has room for, understood without its question: "Azure", "26,000 users".</summary>
    public static string Brief(PlaybookQuestion question, Answer answer) => answer switch
    {
        NumberAnswer => $"{Label(question, answer)} {question.Unit}",
        YesNoAnswer yesNo => Value(question, yesNo.Value ? "yes" : "no").Brief ?? $"{question.Label}: {Label(question, answer)}",
        ChoiceAnswer choice => Value(question, choice.Value).Brief ?? Label(question, answer),
        _ => Label(question, answer),
    };

    /// <summary>An answer as a clause that can follow "because": "it would run on AWS", "there will be 14,500 users".</summary>
    public static string Clause(PlaybookQuestion question, Answer answer) => answer switch
    {
        YesNoAnswer yesNo => Value(question, yesNo.Value ? "yes" : "no").Says,
        ChoiceAnswer choice => Value(question, choice.Value).Says,
        ChoicesAnswer { Values.Count: 0 } => None(question).Says,
        ChoicesAnswer choices => ChoicesClause(question, [.. InDisplayOrder(question, choices)]),
        NumberAnswer => WithValue(question, Label(question, answer)),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };

    // A stored answer may outlive its value in a later playbook; then its id has to do.
    private static AnswerValue Value(PlaybookQuestion question, string id) =>
        question.Values.FirstOrDefault(value => string.Equals(value.Id, id, StringComparison.Ordinal))
        ?? new AnswerValue(id, id, $"{question.Label}: {id}", null);

    private static AnswerValue None(PlaybookQuestion question) =>
        question.None ?? new AnswerValue("none", "None", $"{question.Label}: none", null);

    private static IEnumerable<AnswerValue> InDisplayOrder(PlaybookQuestion question, ChoicesAnswer choices)
    {
        var inOrder = question.Values.Select(value => value.Id).Where(choices.Values.Contains);
        return inOrder.Union(choices.Values, StringComparer.Ordinal).Select(id => Value(question, id));
    }

    // "the code is on GitHub and GitLab, and some code is on another Git host": values without a clause of their own share one.
    private static string ChoicesClause(PlaybookQuestion question, IReadOnlyList<AnswerValue> values)
    {
        if (values.Count == 1)
            return values[0].Says;
        var shared = values.Where(value => string.Equals(value.Says, WithValue(question, value.Label), StringComparison.Ordinal)).ToList();
        var own = values.Except(shared).Select(value => value.Says);
        return Joined(
            shared.Count == 0 ? own : own.Prepend(WithValue(question, AndList(shared.Select(value => value.Label)))),
            ", and ");
    }

    private static string WithValue(PlaybookQuestion question, string label) =>
        (question.Says ?? $"{question.Label}: {{value}}").Replace("{value}", label, StringComparison.Ordinal);

    /// <summary>"a", "a and b", "a, b and c"; empty for nothing.</summary>
    public static string AndList(IEnumerable<string> texts) => Joined(texts, " and ");

    /// <summary>What somebody or something wrote, repeated in a sentence: its beginning, with a mark where it goes on.</summary>
    /// <param name="longest">In characters, the mark not counted.</param>
    public static string Beginning(string text, int longest) => text.Length <= longest ? text : $"{text.AsSpan(0, longest)}…";

    /// <summary>The words as a sentence begins.</summary>
    public static string Capital(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>The words as they stand inside a sentence.</summary>
    public static string Small(string words) => words.Length == 0 ? "" : char.ToLowerInvariant(words[0]) + words[1..];

    /// <summary>
    /// A sentence of the playbook as it goes on after a colon: with a small letter, unless it begins with the name of a strategy or
    /// a team, or with an abbreviation.
    /// </summary>
    public static string AfterColon(Playbook playbook, string sentence)
    {
        var word = sentence.Split(' ', 2)[0];
        var names = playbook.Strategies.SelectMany(strategy => new[] { strategy.Name, strategy.ShortName }).Concat(playbook.Teams.Select(team => team.Name));
        return word.Skip(1).Any(char.IsUpper) || names.Any(name => string.Equals(name.Split(' ', 2)[0], word.TrimEnd(',', ';'), StringComparison.Ordinal))
            ? sentence
            : Small(sentence);
    }

    internal static string Joined(IEnumerable<string> texts, string last)
    {
        var all = texts.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])}{last}{all[^1]}";
    }
}
