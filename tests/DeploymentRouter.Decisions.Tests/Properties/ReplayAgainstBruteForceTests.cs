using CsCheck;

namespace DeploymentRouter.Decisions.Tests.Properties;

public sealed class ReplayAgainstBruteForceTests
{
    [Fact]
    public void Encoded_answers_have_the_outcome_that_every_completion_has() => RandomRules.Source.Sample(
        bytes =>
        {
            var choices = new Choices(bytes);
            var definition = RandomRules.Make(choices);
            var (rules, truth) = (Rules.Compiled(definition), new BruteForce(definition));
            var codes = new ushort[rules.CodeLength];
            for (var i = 0; i < 4; i++)
            {
                var answers = RandomRules.SomeAnswers(definition, choices);
                rules.Encode(answers, codes);
                Assert.Equal(truth.Possible(answers) is [var only] ? only : null, rules.OutcomeOf(codes));
            }
        },
        iter: 3_000);
}
