using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Intake;

/// <summary>Says why a question is not asked, in the playbook's own sentences.</summary>
public sealed class WhyNotAsked(Playbook playbook, AnswerSet answers)
{
    /// <summary>For example "production is not wanted quickly"; empty: the question is asked, or may be.</summary>
    public IReadOnlyList<SentencePart> Of(string questionId) =>
        playbook.Question(questionId).AskedWhen is { } formula && playbook.Rules.AskingOf(questionId, answers) is Asking.NotAsked
            ? Join(Fails(formula))
            : [];

    private List<IReadOnlyList<SentencePart>> Fails(Formula formula) => formula switch
    {
        AnswerTest test => Answered(test.QuestionId),
        NamedCondition { ConditionId: var id } => Say(Condition(id).Fails) ?? Fails(Condition(id).When),
        AllOf all => Fails(all.Parts.First(part => playbook.Rules.Holds(part, answers) is false)),
        AnyOf any => [.. any.Parts.SelectMany(Fails)],
        Negation not => Holds(not.Inner),
        _ => throw new ArgumentOutOfRangeException(nameof(formula), formula, null),
    };

    private List<IReadOnlyList<SentencePart>> Holds(Formula formula) => formula switch
    {
        AnswerTest test => Answered(test.QuestionId),
        NamedCondition { ConditionId: var id } => Say(Condition(id).Holds) ?? Holds(Condition(id).When),
        AllOf all => [.. all.Parts.SelectMany(Holds)],
        AnyOf any => Holds(any.Parts.First(part => playbook.Rules.Holds(part, answers) is true)),
        Negation not => Fails(not.Inner),
        _ => throw new ArgumentOutOfRangeException(nameof(formula), formula, null),
    };

    // A test on a question that is not asked fails because of whatever keeps that one from being asked.
    private List<IReadOnlyList<SentencePart>> Answered(string id)
    {
        var question = playbook.Question(id);
        if (question.AskedWhen is { } formula && playbook.Rules.AskingOf(id, answers) is Asking.NotAsked) return Fails(formula);
        return [[new SentencePart(answers[id] is { } answer ? Wording.Clause(question, answer) : question.Label, id)]];
    }

    private List<IReadOnlyList<SentencePart>>? Say(string? sentence) =>
        sentence is null ? null : [Wording.Fill(playbook, sentence, answers)];

    private PlaybookCondition Condition(string id) => playbook.Conditions.First(condition => condition.Id == id);

    private static List<SentencePart> Join(List<IReadOnlyList<SentencePart>> reasons)
    {
        var distinct = reasons.DistinctBy(Wording.Plain, StringComparer.Ordinal).ToList();
        var parts = new List<SentencePart>();
        for (var i = 0; i < distinct.Count; i++)
        {
            if (i > 0) parts.Add(new SentencePart(i == distinct.Count - 1 ? " and " : ", ", null));
            parts.AddRange(distinct[i]);
        }

        return parts;
    }
}
