using CsCheck;

namespace DeploymentRouter.Decisions.Tests.Properties;

/// <summary>The next best question, checked against the entropy over all combinations.</summary>
public sealed class NextQuestionsAgainstBruteForceTests
{
    [Fact]
    public void The_best_next_question_can_be_asked_and_leaves_the_least_doubt() => RandomRules.Source.Sample(
        bytes =>
        {
            var choices = new Choices(bytes);
            var definition = RandomRules.Make(choices);
            var (rules, truth) = (Rules.Compiled(definition), new BruteForce(definition));
            for (var i = 0; i < 3; i++)
            {
                var answers = RandomRules.SomeAnswers(definition, choices);
                var next = rules.NextQuestions(answers);
                var askable = truth.Open(answers).Where(id => truth.AskingOf(id, answers) == Asking.Asked);
                Assert.Equal(askable.Order(), next.Select(one => one.Question.Id).Order());
                Assert.Equal(truth.Possible(answers).Length == 1, next.Count == 0);
                foreach (var one in next)
                    Assert.Equal(BitsLeft(one.Question, definition, truth, answers), one.BitsLeft!.Value, precision: 9);
                Assert.Equal(next.OrderBy(one => Math.Round(one.BitsLeft!.Value, 7)).Select(one => one.Question.Id), next.Select(one => one.Question.Id));
            }
        },
        iter: 3_000);

    private static double BitsLeft(Question question, RuleSetDefinition definition, BruteForce truth, AnswerSet given)
    {
        var kinds = definition.Questions.Select(one => KindsOf(one, definition)).ToList();
        var asked = definition.Questions.ToList().IndexOf(question);
        var doubt = 0.0;
        foreach (var kind in kinds[asked].Values.Distinct())
        {
            var weights = new Dictionary<string, double>();
            foreach (var one in truth.Completions(given).Where(one => kinds[asked][truth.AnswerOf(one, asked)] == kind))
            {
                var weight = 1.0;
                foreach (var (q, open) in definition.Questions.Index().Where(pair => given[pair.Item.Id] is null && pair.Index != asked))
                    weight /= kinds[q].Values.Distinct().Count() * (double)kinds[q].Values.Count(other => other == kinds[q][truth.AnswerOf(one, q)]);
                weights[truth.OutcomeOf(one)!] = weights.GetValueOrDefault(truth.OutcomeOf(one)!) + weight;
            }
            var sum = weights.Values.Sum();
            doubt -= weights.Values.Sum(weight => weight / sum * Math.Log2(weight / sum)) / kinds[asked].Values.Distinct().Count();
        }
        return doubt;
    }

    // Answers are of one kind when every test anywhere in the rules says the same of them; numbers, when they also lie side by side.
    private static Dictionary<Answer, string> KindsOf(Question question, RuleSetDefinition definition)
    {
        var tests = Formulas(definition).SelectMany(TestsIn).Where(test => test.QuestionId == question.Id).ToList();
        var kinds = new Dictionary<Answer, string>();
        var (runs, last) = (0, "");
        foreach (var answer in Raw.AnswersOf(question.Domain))
        {
            var kind = string.Concat(tests.Select(test => Raw.Passes(test.Test, answer) ? '1' : '0'));
            runs += kind == last ? 0 : 1;
            last = kind;
            kinds.Add(answer, question.Domain is WholeNumberDomain ? $"{runs}" : kind);
        }
        return kinds;
    }

    private static IEnumerable<Formula> Formulas(RuleSetDefinition definition) =>
    [
        .. definition.Questions.Select(question => question.AskedWhen).OfType<Formula>(),
        .. definition.Conditions.Select(condition => condition.When),
        .. definition.Rules.Select(rule => rule.When),
        .. definition.Flags.Select(flag => flag.When),
    ];

    private static IEnumerable<AnswerTest> TestsIn(Formula formula) => formula switch
    {
        AnswerTest test => [test],
        AllOf all => all.Parts.SelectMany(TestsIn),
        AnyOf any => any.Parts.SelectMany(TestsIn),
        Negation negation => TestsIn(negation.Inner),
        _ => [],
    };
}
