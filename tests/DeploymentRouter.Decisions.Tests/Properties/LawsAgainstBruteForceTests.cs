using CsCheck;

namespace DeploymentRouter.Decisions.Tests.Properties;

/// <summary>Laws on random rule sets: proven exactly when no combination breaks them, else broken by an example that does.</summary>
public sealed class LawsAgainstBruteForceTests
{
    [Fact]
    public void Laws_about_formulas_hold_exactly_when_no_combination_breaks_them() => Sample((choices, definition, truth) =>
    {
        var when = RandomRules.Another(definition, choices);
        var outcomes = choices.Some(definition.Outcomes);
        Law[] laws = [new NeverLaw("never", when, outcomes), new AlwaysLaw("always", when, outcomes)];
        foreach (var verdict in RuleSetProof.Run(definition, laws).Laws)
        {
            var all = Enumerable.Range(0, truth.Combinations).ToList();
            var expected = all.Exists(Breaks) ? Verdict.Broken : all.Exists(one => truth.Holds(when, one)) ? Verdict.Proven : Verdict.NeverApplies;
            Assert.Equal(expected, verdict.Verdict);
            Assert.Equal(expected == Verdict.Broken, verdict.Example is not null);
            if (verdict.Example is { } example)
                Assert.All(truth.Completions(example.Answers).Concat(truth.Completions(Telling(example))), one => Assert.True(Breaks(one)));

            bool Breaks(int one) => truth.OutcomeOf(one) is { } outcome && truth.Holds(when, one) && outcomes.Contains(outcome) == verdict.Law is NeverLaw;
        }
    });

    [Fact]
    public void More_never_moves_toward_an_outcome_exactly_when_no_step_up_does() => Sample((choices, definition, truth) =>
    {
        var outcomes = choices.Some(definition.Outcomes);
        var ordered = definition.Questions.Where(question => question.Domain is not OneOfDomain).ToList();
        var verdicts = RuleSetProof.Run(definition, [.. ordered.Select(question => new MoreNeverLaw(question.Id, question.Id, outcomes))]).Laws;
        foreach (var (question, verdict) in ordered.Zip(verdicts))
        {
            var index = definition.Questions.ToList().IndexOf(question);
            var steps = Raw.StepsUp(question.Domain).ToList();
            var broken = Enumerable.Range(0, truth.Combinations).Any(one => steps.Exists(step =>
                step.Less.Equals(truth.AnswerOf(one, index)) && Inside(truth.With(one, index, step.More)) && !Inside(one)));
            Assert.Equal(broken ? Verdict.Broken : Verdict.Proven, verdict.Verdict);
            if (verdict is { Example: { } less, More: { } more })
            {
                Assert.Contains((less.Answers[question.Id]!, more.Answers[question.Id]!), steps);
                Assert.Equal(less.Answers.With(question.Id, null), more.Answers.With(question.Id, null));
                Assert.All(truth.Completions(less.Answers), one => Assert.False(Inside(one)));
                Assert.All(truth.Completions(more.Answers), one => Assert.True(Inside(one)));
            }
        }

        bool Inside(int one) => truth.OutcomeOf(one) is { } outcome && outcomes.Contains(outcome);
    });

    private static void Sample(Action<Choices, RuleSetDefinition, BruteForce> check) => RandomRules.Source.Sample(
        bytes =>
        {
            var choices = new Choices(bytes);
            var definition = RandomRules.Make(choices, covered: bytes.Length % 2 == 0);
            check(choices, definition, new BruteForce(definition));
        },
        iter: 3_000);

    private static AnswerSet Telling(ExampleCase example) =>
        example.Telling.Aggregate(AnswerSet.Empty, (answers, id) => answers.With(id, example.Answers[id]));
}
