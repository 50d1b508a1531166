using CsCheck;

namespace DeploymentRouter.Decisions.Tests.Properties;

/// <summary>What rules an outcome out, checked claim by claim against trying every combination.</summary>
public sealed class WhyNotAgainstBruteForceTests
{
    [Fact]
    public void Answers_and_sentences_that_rule_an_outcome_out_are_true_and_needed() => RandomRules.Source.Sample(
        bytes =>
        {
            var choices = new Choices(bytes);
            var definition = RandomRules.Make(choices);
            Assert.True(RuleSet.TryCompile(definition, out var rules, out _));
            var truth = new BruteForce(definition);
            for (var i = 0; i < 3; i++)
            {
                var answers = RandomRules.SomeAnswers(definition, choices);
                var ruledOut = rules.WhyNot(answers);
                Assert.Equal(definition.Outcomes.Except(truth.Possible(answers)), ruledOut.Select(one => one.Outcome));
                Assert.All(ruledOut, one => CheckAnswers(one, answers, truth));
                Assert.All(ruledOut, one => CheckReasons(one, answers, definition, truth));
            }
        },
        iter: 3_000);

    private static void CheckAnswers(RuledOut ruledOut, AnswerSet given, BruteForce truth)
    {
        var alone = Only(given, ruledOut.Answers);
        Assert.DoesNotContain(ruledOut.Outcome, truth.Possible(alone));
        Assert.Equal(ruledOut.Answers.Order(StringComparer.Ordinal), ruledOut.Answers);
        foreach (var questionId in ruledOut.Answers)
        {
            Assert.Contains(ruledOut.Outcome, truth.Possible(alone.With(questionId, null)));
            Assert.NotEqual(Asking.NotAsked, truth.AskingOf(questionId, given));
        }
    }

    private static void CheckReasons(RuledOut ruledOut, AnswerSet given, RuleSetDefinition definition, BruteForce truth)
    {
        Assert.NotEmpty(ruledOut.Reasons);
        Assert.Equal(ruledOut.Reasons.Distinct(), ruledOut.Reasons);
        foreach (var reason in ruledOut.Reasons)
        {
            var condition = definition.Conditions.FirstOrDefault(c => c.Id == reason.Id);
            var expected = reason.Kind switch
            {
                ReasonKind.ConditionHolds when truth.Holds(new NamedCondition(reason.Id), given) == true => condition!.Holds,
                ReasonKind.ConditionFails when truth.Holds(new NamedCondition(reason.Id), given) == false => condition!.Fails,
                ReasonKind.RuleDecides => Assert.Single(truth.PossibleRules(given), rule => rule.Id == reason.Id && rule.Outcome != ruledOut.Outcome).Because,
                ReasonKind.Answer when given[reason.Id] is not null && truth.AskingOf(reason.Id, given) != Asking.NotAsked => null,
                _ => "a claim that is not true",
            };
            Assert.Equal(expected, reason.Sentence);
        }
    }

    private static AnswerSet Only(AnswerSet given, IEnumerable<string> questionIds) =>
        questionIds.Aggregate(AnswerSet.Empty, (sofar, id) => sofar.With(id, given[id]));
}
