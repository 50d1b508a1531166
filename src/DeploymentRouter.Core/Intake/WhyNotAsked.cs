using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Intake;

/// <summary>Says why a question is not asked, in the playbook's own sentences.</summary>
public sealed class WhyNotAsked(Playbook playbook, AnswerSet answers)
{
    /// <summary>For example "production is not wanted quickly"; empty: the question is asked, or may be.</summary>
    public IReadOnlyList<SentencePart> Of(string questionId) =>
        playbook.Question(questionId).AskedWhen is { } formula && playbook.Rules.AskingOf(questionId, answers) is Asking.NotAsked
            ? Wording.JoinClauses([.. Fails(formula).DistinctBy(Wording.Plain, StringComparer.Ordinal)])
            : [];

    private List<IReadOnlyList<SentencePart>> Fails(Formula formula) => formula switch
    {
        AnswerTest test => Answered(test.QuestionId),
        NamedCondition { ConditionId: var id } => Say(Condition(id).Fails) ?? Fails(Condition(id).When),
        AllOf all => (Alone(all.Parts, decides: false) ?? all.Parts).SelectMany(Fails).ToList(),
        AnyOf any => [.. any.Parts.SelectMany(Fails)],
        Negation not => Holds(not.Inner),
        _ => throw new ArgumentOutOfRangeException(nameof(formula), formula, null),
    };

    private List<IReadOnlyList<SentencePart>> Holds(Formula formula) => formula switch
    {
        AnswerTest test => Answered(test.QuestionId),
        NamedCondition { ConditionId: var id } => Say(Condition(id).Holds) ?? Holds(Condition(id).When),
        AllOf all => [.. all.Parts.SelectMany(Holds)],
        AnyOf any => (Alone(any.Parts, decides: true) ?? any.Parts).SelectMany(Holds).ToList(),
        Negation not => Fails(not.Inner),
        _ => throw new ArgumentOutOfRangeException(nameof(formula), formula, null),
    };

    // One part settles it; where none does alone, they settle it together.
    private IReadOnlyList<Formula>? Alone(IReadOnlyList<Formula> parts, bool decides) =>
        parts.Where(part => playbook.Rules.Holds(part, answers) == decides).Take(1).ToList() is [var one] ? [one] : null;

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
}
