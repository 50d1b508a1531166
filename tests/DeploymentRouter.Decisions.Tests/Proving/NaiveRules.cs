using DeploymentRouter.Decisions.Tests.Properties;

namespace DeploymentRouter.Decisions.Tests.Proving;

/// <summary>A definition read literally, without any diagram: what examples are held against.</summary>
internal sealed class NaiveRules(RuleSetDefinition definition)
{
    public bool Holds(Formula formula, AnswerSet answers) => formula switch
    {
        AnswerTest test => IsAsked(test.QuestionId, answers) && answers[test.QuestionId] is { } answer && Raw.Passes(test.Test, answer),
        NamedCondition named => Holds(definition.Conditions.Single(condition => condition.Id == named.ConditionId).When, answers),
        AllOf all => all.Parts.All(part => Holds(part, answers)),
        AnyOf any => any.Parts.Any(part => Holds(part, answers)),
        Negation negation => !Holds(negation.Inner, answers),
        _ => throw new ArgumentOutOfRangeException(nameof(formula)),
    };

    public bool IsAsked(string questionId, AnswerSet answers) =>
        definition.Questions.Single(question => question.Id == questionId).AskedWhen is not { } when || Holds(when, answers);

    public Rule? RowOf(AnswerSet answers) => definition.Rules.FirstOrDefault(rule => Holds(rule.When, answers));

    public string? OutcomeOf(AnswerSet answers) => RowOf(answers)?.Outcome;
}
