using System.Globalization;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Playbooks;

/// <summary>A piece of a sentence; <paramref name="QuestionId"/> names the answer it speaks of, null: plain text.</summary>
public sealed record SentencePart(string Text, string? QuestionId);

/// <summary>Puts answers and explanations into the playbook's own words.</summary>
public static class Wording
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

    /// <summary>An answer in as few words as a list has room for: "Azure", "26,000 users", "Company rule that products run on clusters".</summary>
    public static string Brief(PlaybookQuestion question, Answer answer) => answer switch
    {
        NumberAnswer => $"{Label(question, answer)} {question.Unit}",
        YesNoAnswer { Value: true } => question.Label,
        YesNoAnswer => $"{question.Label}: {Label(question, answer)}",
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

    /// <summary>Fills <c>{question_id}</c> with the label of its answer, or with the question's label while it is open.</summary>
    public static IReadOnlyList<SentencePart> Fill(Playbook playbook, string sentence, AnswerSet answers)
    {
        var parts = new List<SentencePart>();
        var rest = sentence.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0 && rest[open..].IndexOf('}') is var length and > 0)
        {
            if (open > 0) parts.Add(new SentencePart(rest[..open].ToString(), null));
            var id = rest.Slice(open + 1, length - 1).ToString();
            var question = playbook.Question(id);
            parts.Add(new SentencePart(answers[id] is { } answer ? Label(question, answer) : question.Label, id));
            rest = rest[(open + length + 1)..];
        }

        if (rest.Length > 0) parts.Add(new SentencePart(rest.ToString(), null));
        return parts;
    }

    /// <summary>One reason of the rules, in words.</summary>
    public static IReadOnlyList<SentencePart> Say(Playbook playbook, Reason reason, AnswerSet answers)
    {
        if (reason.Sentence is not null) return Fill(playbook, reason.Sentence, answers);
        var question = playbook.Question(reason.Id);
        return [new SentencePart(answers[reason.Id] is { } answer ? Clause(question, answer) : question.Label, reason.Id)];
    }

    /// <summary>Reasons joined to one sentence: "a and b", "a, b and c"; without a full stop.</summary>
    public static IReadOnlyList<SentencePart> SayAll(Playbook playbook, IReadOnlyList<Reason> reasons, AnswerSet answers)
    {
        var parts = new List<SentencePart>();
        for (var i = 0; i < reasons.Count; i++)
        {
            if (i > 0) parts.Add(new SentencePart(i == reasons.Count - 1 ? " and " : ", ", null));
            parts.AddRange(Say(playbook, reasons[i], answers));
        }

        return parts;
    }

    /// <summary>The parts as plain text.</summary>
    public static string Plain(IEnumerable<SentencePart> parts) => string.Concat(parts.Select(part => part.Text));

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
            shared.Count == 0 ? own : own.Prepend(WithValue(question, Joined(shared.Select(value => value.Label), " and "))),
            ", and ");
    }

    private static string WithValue(PlaybookQuestion question, string label) =>
        (question.Says ?? $"{question.Label}: {{value}}").Replace("{value}", label, StringComparison.Ordinal);

    private static string Joined(IEnumerable<string> texts, string last)
    {
        var all = texts.ToList();
        return all.Count == 1 ? all[0] : $"{string.Join(", ", all[..^1])}{last}{all[^1]}";
    }
}
