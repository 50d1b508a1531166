using CsCheck;

namespace DeploymentRouter.Decisions.Tests.Properties;

/// <summary>What a revision changes, counted by trying every combination of the answers that either rule set takes.</summary>
public sealed class ComparisonAgainstBruteForceTests
{
    [Fact]
    public void Every_changed_combination_is_counted_where_it_goes() => Sample((before, after, comparison, _) =>
    {
        var expected = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var all = 0;
        foreach (var answers in Combinations(before, after))
        {
            all++;
            var (from, to) = (Outcome(before, answers), Outcome(after, answers));
            if (from != to)
                expected[$"{from} → {to}"] = expected.GetValueOrDefault($"{from} → {to}") + 1;
        }
        var found = comparison.Differences;
        Assert.Equal(all, found.Combinations);
        Assert.Equal(expected.Values.Sum(), found.Changed);
        Assert.Equal(expected, found.Regions.ToDictionary(region => $"{region.From} → {region.To}", region => (int)region.Count));
        Assert.Equal(found.Regions.OrderByDescending(region => region.Count), found.Regions);
        foreach (var region in found.Regions)
        {
            Assert.Equal((region.From, region.To), (Outcome(before, region.Example.Answers), Outcome(after, region.Example.Answers)));
            var telling = region.Example.Telling.Aggregate(AnswerSet.Empty, (some, id) => some.With(id, region.Example.Answers[id]));
            Assert.Equal((region.From, region.To), (Outcome(before, telling), Outcome(after, telling)));
        }
    });

    [Fact]
    public void Stored_answers_are_decided_as_each_rule_set_decides_them() => Sample((before, after, comparison, choices) =>
    {
        var stored = Enumerable.Range(0, 12).Select(i => RandomRules.SomeAnswers((i % 2 == 0 ? before : after).Definition, choices)).ToList();
        var replay = comparison.Replay(stored);
        Assert.Equal(stored.Count, replay.Count);
        foreach (var (index, answers) in stored.Index())
        {
            var move = Assert.Single(replay.Moves, move => move.Indexes.Contains(index));
            Assert.Equal((Say(before, answers), Say(after, answers)), (move.From, move.To));
        }
        Assert.Equal(replay.Moves.Where(move => move.From != move.To).Sum(move => move.Indexes.Count), replay.Moved);
    });

    private static bool IsSmall(RuleSetDefinition definition) =>
        definition.Questions.Aggregate(1L, (size, question) => size * Raw.AnswersOf(question.Domain).Count) <= 20_000;

    private static void Sample(Action<RuleSet, RuleSet, RuleSetComparison, Choices> check) => RandomRules.Source.Sample(
        bytes =>
        {
            var choices = new Choices(bytes);
            var before = RandomRules.Make(choices);
            if (RandomRevision.Of(before, choices) is not { } after || !IsSmall(before) || !IsSmall(after))
                return;
            var (old, now) = (Rules.Compiled(before), Rules.Compiled(after));
            Assert.True(RuleSetComparison.TryMake(old, now, out var comparison, out _));
            check(old, now, comparison, choices);
        },
        iter: 3_000);

    private static string? Outcome(RuleSet rules, AnswerSet answers) => Say(rules, answers) is { IsTaken: true } said ? said.Outcome ?? "open" : null;

    private static Said Say(RuleSet rules, AnswerSet answers)
    {
        var own = rules.Definition.Questions.Where(question => answers[question.Id] is not null)
            .Aggregate(AnswerSet.Empty, (some, question) => some.With(question.Id, answers[question.Id]));
        return rules.Check(own).Count == 0 ? new(rules.Decide(own).Outcome, true) : new(null, false);
    }

    private static IEnumerable<AnswerSet> Combinations(RuleSet before, RuleSet after)
    {
        var questions = before.Definition.Questions.Concat(after.Definition.Questions).GroupBy(question => question.Id);
        IEnumerable<AnswerSet> all = [AnswerSet.Empty];
        foreach (var same in questions)
        {
            var values = same.SelectMany(question => Raw.AnswersOf(question.Domain)).Distinct().ToList();
            all = all.SelectMany(answers => values.Select(value => answers.With(same.Key, value)));
        }
        return all;
    }
}
