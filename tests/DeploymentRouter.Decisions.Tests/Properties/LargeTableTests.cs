using System.Numerics;

namespace DeploymentRouter.Decisions.Tests.Properties;

/// <summary>
/// Tables too large to try every combination, made so that the truth is plain: disjoint boxes that fill the space.
/// A row is possible when no given answer lies outside its box; an open question matters when two possible boxes of
/// different outcomes overlap in all others.
/// </summary>
public sealed class LargeTableTests
{
    private const int Questions = 12;
    private const int AnyValue = 0b1111;
    private static readonly string[] Values = ["v0", "v1", "v2", "v3"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_table_of_disjoint_boxes_is_decided_box_by_box(int seed)
    {
        var random = new Random(seed);
        var boxes = TreeTables.Boxes(random, Questions, Values.Length, rows: 150);
        var rules = Rules.Compiled(TreeTables.Table(boxes, Values.Length));
        for (var i = 0; i < 600; i++)
        {
            var given = Enumerable.Range(0, Questions).Select(_ => random.Next(4) > 0 ? 1 << random.Next(Values.Length) : AnyValue).ToArray();
            var possible = Enumerable.Range(0, boxes.Count).Where(row => Overlaps(boxes[row], given, except: -1)).ToList();
            var open = Enumerable.Range(0, Questions).Where(q => given[q] == AnyValue && Matters(q, boxes, possible, given));
            var decision = rules.Decide(Answers(given));
            Assert.Equal(possible.Select(row => $"R{row}"), decision.PossibleRules.Select(rule => rule.Id));
            Assert.Equal(possible.Select(TreeTables.OutcomeOf).Distinct().Order(StringComparer.Ordinal), decision.Possible);
            Assert.Equal(open.Select(Id).Order(StringComparer.Ordinal), decision.Open.Select(question => question.Id));
        }
    }

    private static bool Matters(int question, List<int[]> boxes, List<int> possible, int[] given) => possible.Exists(
        left => possible.Exists(right => TreeTables.OutcomeOf(left) != TreeTables.OutcomeOf(right)
            && Overlaps([.. boxes[left].Zip(given, (side, answer) => side & answer)], boxes[right], except: question)));

    private static bool Overlaps(int[] left, int[] right, int except) =>
        Enumerable.Range(0, Questions).All(q => q == except || (left[q] & right[q]) != 0);

    private static string Id(int question) => $"q{question}";

    private static AnswerSet Answers(int[] given) => given.Index().Where(pair => pair.Item != AnyValue).Aggregate(
        AnswerSet.Empty, (answers, pair) => answers.With(Id(pair.Index), Rules.Choice(Values[BitOperations.Log2((uint)pair.Item)])));
}
