using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Persistence.Tests.Playbooks;

public class DefaultRoutingTests
{
    // Answers that leave a way open for more rows than chance alone would.
    private static readonly Dictionary<string, object> Kind = new()
    {
        ["admin_access_ok"] = true,
        ["audit_logging_ok"] = true,
        ["other_cloud_blockers"] = false,
        ["hosting_provider"] = "aws",
        ["cluster_required"] = false,
        ["single_machine_issues"] = false,
        ["image_restrictions"] = false,
    };

    [Theory]
    [InlineData(1, 0, 3, 2_000)]
    [InlineData(2, 4, 9, 1_000)]
    [InlineData(3, 10, 14, 20)]
    public void Decisions_equal_those_of_trying_out_every_completion(int seed, int fewestOpen, int mostOpen, int cases)
    {
        var chance = new Random(seed);
        var seen = new HashSet<string>();
        for (var one = 0; one < cases; one++)
        {
            var given = Draw(chance, chance.Next(fewestOpen, mostOpen + 1));
            var (possible, open, rows) = RoutingByHand.TryAll(given);
            var decision = DefaultYaml.Playbook.Rules.Decide(Answers(given));
            var expected = Said(possible, possible.Length > 1 ? open : [], rows);
            var actual = Said(decision.Possible, decision.Open.Select(question => question.Id), decision.PossibleRules.Select(rule => rule.Id));
            Assert.True(expected == actual, $"case {one} of seed {seed}: expected {expected}, got {actual} for {string.Join(", ", given)}");
            seen.UnionWith(rows);
        }
        Assert.Equal(5, seen.Count);
    }

    private static string Said(IEnumerable<string> possible, IEnumerable<string> open, IEnumerable<string> rows) =>
        $"{string.Join(',', possible)} / {string.Join(',', open)} / {string.Join(',', rows)}";

    private static Dictionary<string, object> Draw(Random chance, int open)
    {
        var ids = RoutingByHand.Values.Keys.ToArray();
        chance.Shuffle(ids);
        return ids.Skip(open).ToDictionary(id => id, id =>
            Kind.TryGetValue(id, out var kind) && chance.Next(3) > 0 ? kind : Any(DefaultYaml.Playbook.Question(id).Domain, chance));
    }

    private static object Any(Domain domain, Random chance) => domain switch
    {
        YesNoDomain => chance.Next(2) == 0,
        OneOfDomain oneOf => oneOf.Values[chance.Next(oneOf.Values.Count)],
        AnyOfDomain anyOf => anyOf.Values.Where(_ => chance.Next(6) == 0).DefaultIfEmpty(anyOf.Values[0]).ToArray(),
        // As often near a limit as anywhere.
        WholeNumberDomain number => chance.Next(4) switch
        {
            0 => 20_000L + chance.Next(2),
            1 => 200_000L + chance.Next(2),
            2 => chance.NextInt64(number.Minimum, 20_001),
            _ => chance.NextInt64(number.Minimum, number.Maximum + 1),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(domain)),
    };

    private static AnswerSet Answers(Dictionary<string, object> given) =>
        given.Aggregate(AnswerSet.Empty, (answers, pair) => answers.With(pair.Key, pair.Value switch
        {
            bool yes => new YesNoAnswer(yes),
            string choice => new ChoiceAnswer(choice),
            string[] choices => new ChoicesAnswer([.. choices]),
            long number => new NumberAnswer(number),
            _ => throw new ArgumentOutOfRangeException(nameof(given)),
        }));
}
