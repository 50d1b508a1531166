using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Playbooks;

/// <summary>A piece of a sentence; <paramref name="QuestionId"/> names the answer it speaks of, null: plain text.</summary>
public sealed record SentencePart(string Text, string? QuestionId);

public static partial class Wording
{
    /// <summary>Fills <c>{question_id}</c> with the label of its answer, or with the question's label while it is open.</summary>
    public static IReadOnlyList<SentencePart> Fill(Playbook playbook, string sentence, AnswerSet answers)
    {
        var parts = new List<SentencePart>();
        var rest = sentence.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0 && rest[open..].IndexOf('}') is var length and > 0)
        {
            if (open > 0)
                parts.Add(new SentencePart(rest[..open].ToString(), null));
            var id = rest.Slice(open + 1, length - 1).ToString();
            var question = playbook.Question(id);
            parts.Add(new SentencePart(answers[id] is { } answer ? Label(question, answer) : question.Label, id));
            rest = rest[(open + length + 1)..];
        }

        if (rest.Length > 0)
            parts.Add(new SentencePart(rest.ToString(), null));
        return parts;
    }

    /// <summary>Reasons joined to a clause that can follow "because": "a", "a and b", "a, b, and c"; without a full stop.</summary>
    public static IReadOnlyList<SentencePart> SayAll(Playbook playbook, IReadOnlyList<Reason> reasons, AnswerSet answers)
    {
        var clauses = reasons.Where(reason => reason.Kind is not ReasonKind.RuleDecides)
            .Select(reason => Say(playbook, reason, answers))
            .ToList();
        // That an earlier row decides is worth saying only when nothing says why it does.
        return clauses.Count > 0 ? JoinClauses(clauses) : [new SentencePart(ComeFirst(playbook, reasons), null)];
    }

    /// <summary>The parts as plain text.</summary>
    public static string Plain(IEnumerable<SentencePart> parts) => string.Concat(parts.Select(part => part.Text));

    private static IReadOnlyList<SentencePart> Say(Playbook playbook, Reason reason, AnswerSet answers)
    {
        if (reason.Sentence is not null)
            return Fill(playbook, reason.Sentence, answers);
        var question = playbook.Question(reason.Id);
        return [new SentencePart(answers[reason.Id] is { } answer ? Clause(question, answer) : question.Label, reason.Id)];
    }

    private static string ComeFirst(Playbook playbook, IReadOnlyList<Reason> rules)
    {
        var names = rules.Select(rule => playbook.Strategy(playbook.Row(rule.Id).StrategyId).ShortName).Distinct(StringComparer.Ordinal);
        return $"{Joined(names, " or ")} comes first";
    }

    /// <summary>Clauses joined to one: "a", "a and b", "a, b, and c".</summary>
    public static IReadOnlyList<SentencePart> JoinClauses(IReadOnlyList<IReadOnlyList<SentencePart>> clauses)
    {
        // A comma keeps "it runs on AWS and one machine will do" together.
        var needsComma = clauses.Count > 2 || clauses.Any(clause => Plain(clause).Contains(" and ", StringComparison.Ordinal));
        var parts = new List<SentencePart>();
        for (var i = 0; i < clauses.Count; i++)
        {
            if (i > 0)
                parts.Add(new SentencePart(i < clauses.Count - 1 ? ", " : needsComma ? ", and " : " and ", null));
            parts.AddRange(clauses[i]);
        }

        return parts;
    }
}
