using CsCheck;

namespace DeploymentRouter.Decisions.Tests.Properties;

/// <summary>What would have to change, and what carries the decision, checked against trying every combination.</summary>
public sealed class CounterfactualsAgainstBruteForceTests
{
    private const int RuleSets = 3_000;

    [Fact]
    public void Every_minimal_change_is_found_and_nothing_else() => Sample((definition, rules, truth, answers) =>
    {
        var losing = definition.Outcomes.Except(truth.Possible(answers)).ToList();
        var found = rules.Counterfactuals(answers);
        Assert.Equal(losing, found.Select(one => one.Outcome));
        foreach (var outOfReach in found)
        {
            Assert.False(outOfReach.More);
            var reaching = Reaching(outOfReach.Outcome, definition, truth, answers);
            var minimal = reaching.Keys.Where(set => reaching.Keys.All(other => other == set || (other & ~set) != 0)).Order();
            Assert.Equal(minimal, outOfReach.Ways.Select(way => SetOf(way, definition)).Distinct().Order());
            foreach (var ways in outOfReach.Ways.GroupBy(way => SetOf(way, definition)))
                CheckValues([.. ways], reaching[ways.Key], definition, truth);
            Assert.All(outOfReach.Ways, way => CheckWay(way, outOfReach.Outcome, truth, answers));
            Assert.Equal(outOfReach.Ways.Select(way => way.Cost).Order(), outOfReach.Ways.Select(way => way.Cost));
        }
    });

    [Fact]
    public void The_answers_that_carry_a_decision_are_those_whose_change_alone_lets_another_outcome_in() => Sample((definition, rules, truth, answers) =>
    {
        var possible = truth.Possible(answers);
        var expected = new List<(string, string, string)>();
        foreach (var question in definition.Questions.Where(question => answers[question.Id] is not null))
        {
            foreach (var outcome in definition.Outcomes.Except(possible))
            {
                var values = Raw.AnswersOf(question.Domain).Where(value => truth.Possible(answers.With(question.Id, value)).Contains(outcome)).ToList();
                if (values.Count > 0)
                    expected.Add((question.Id, outcome, string.Join(";", values)));
            }
        }
        var carrying = rules.Carrying(answers);
        Assert.Equal(expected, carrying.SelectMany(one => one.Flips.Select(flip => (one.Question.Id, flip.Outcome, Values(one.Question, flip.Becomes)))));
        foreach (var (one, flip) in carrying.SelectMany(one => one.Flips.Select(flip => (one, flip))))
        {
            Assert.Equal(answers[one.Question.Id], one.Given);
            Assert.Equal(Raw.AnswersOf(one.Question.Domain).Where(value => Raw.Holds(flip.Becomes, value)).Min(value => Raw.Distance(value, one.Given)), Raw.Distance(flip.Example, one.Given));
            Assert.Equal(flip.Certain, truth.Possible(answers.With(one.Question.Id, flip.Example)) is [var only] && only == flip.Outcome);
        }
    });

    private static void Sample(Action<RuleSetDefinition, RuleSet, BruteForce, AnswerSet> check) => RandomRules.Source.Sample(
        bytes =>
        {
            var choices = new Choices(bytes);
            var definition = RandomRules.Make(choices);
            var (rules, truth) = (Rules.Compiled(definition), new BruteForce(definition));
            for (var i = 0; i < 3; i++)
                check(definition, rules, truth, RandomRules.SomeAnswers(definition, choices));
        },
        iter: RuleSets);

    // Every combination that differs from the given answers in changeable questions only, by the set of those questions.
    private static Dictionary<int, HashSet<string>> Reaching(string outcome, RuleSetDefinition definition, BruteForce truth, AnswerSet given)
    {
        var reaching = new Dictionary<int, HashSet<string>>();
        foreach (var one in Enumerable.Range(0, truth.Combinations).Where(one => truth.OutcomeOf(one) == outcome))
        {
            var differing = definition.Questions.Index().Where(pair => given[pair.Item.Id] is { } answer && !answer.Equals(truth.AnswerOf(one, pair.Index))).ToList();
            if (differing.Exists(pair => pair.Item.Changeability == Changeability.Fact))
                continue;
            var set = differing.Sum(pair => 1 << pair.Index);
            reaching.TryAdd(set, []);
            reaching[set].Add(string.Join(";", differing.Select(pair => truth.AnswerOf(one, pair.Index))));
        }
        return reaching;
    }

    private static void CheckValues(List<Counterfactual> ways, HashSet<string> expected, RuleSetDefinition definition, BruteForce truth)
    {
        var changing = ways[0].Changes.Select(change => definition.Questions.ToList().IndexOf(change.Question)).ToList();
        var all = Enumerable.Range(0, truth.Combinations).Select(one => changing.ConvertAll(question => truth.AnswerOf(one, question)));
        var told = all.Where(values => ways.Exists(way => way.Changes.Zip(values).All(pair => Raw.Holds(pair.First.Becomes, pair.Second))));
        Assert.Equal(expected.Order(), told.Select(values => string.Join(";", values)).Distinct().Order());
    }

    private static void CheckWay(Counterfactual way, string outcome, BruteForce truth, AnswerSet given)
    {
        var after = way.Changes.Aggregate(given, (answers, change) => answers.With(change.Question.Id, change.To));
        Assert.Contains(outcome, truth.Possible(after));
        Assert.All(Afterwards(way, given), all => Assert.Equal(truth.Open(all), way.StillOpen.Select(question => question.Id)));
        Assert.Equal(way.Changes.Sum(change => ChangeCost.Of(change.Question.Changeability)), way.Cost);
        foreach (var change in way.Changes)
        {
            Assert.Equal(given[change.Question.Id], change.From);
            var nearest = Raw.AnswersOf(change.Question.Domain).Where(value => Raw.Holds(change.Becomes, value)).Min(value => Raw.Distance(value, change.From));
            Assert.Equal(nearest, Raw.Distance(change.To, change.From));
        }
    }

    private static IEnumerable<AnswerSet> Afterwards(Counterfactual way, AnswerSet given) => way.Changes.Aggregate(
        (IEnumerable<AnswerSet>)[given],
        (all, change) => all.SelectMany(answers => Raw.AnswersOf(change.Question.Domain)
            .Where(value => Raw.Holds(change.Becomes, value)).Select(value => answers.With(change.Question.Id, value))));

    private static int SetOf(Counterfactual way, RuleSetDefinition definition) =>
        way.Changes.Sum(change => 1 << definition.Questions.ToList().IndexOf(change.Question));

    private static string Values(Question question, Formula becomes) =>
        string.Join(";", Raw.AnswersOf(question.Domain).Where(value => Raw.Holds(becomes, value)));
}
