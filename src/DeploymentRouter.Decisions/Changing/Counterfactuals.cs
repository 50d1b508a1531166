using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Deciding;
using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Changing;

/// <summary>Finds what would have to change for the outcomes that are ruled out.</summary>
internal sealed class Counterfactuals
{
    private const int StackWords = 64;

    private readonly RuleSetDefinition definition;
    private readonly CompiledRules rules;
    private readonly Decider decider;
    private readonly Dictionary<string, int> positions;
    private readonly int[] costs;

    public Counterfactuals(RuleSetDefinition definition, CompiledRules rules, Decider decider)
    {
        this.definition = definition;
        this.rules = rules;
        this.decider = decider;
        positions = definition.Questions.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        costs = Array.ConvertAll(
            rules.Code.Questions, question => question.Changeability == Changeability.Fact ? 0 : ChangeCost.Of(question.Changeability));
    }

    public IReadOnlyList<OutOfReach> Of(AnswerSet answers, int[] given)
    {
        var payable = new int[given.Length];
        var freed = new int[given.Length];
        for (var level = 0; level < given.Length; level++)
        {
            payable[level] = given[level] == AnswerCode.Open ? 0 : costs[level];
            freed[level] = payable[level] > 0 ? AnswerCode.Open : given[level];
        }
        using var marks = new Scratch<ulong>(stackalloc ulong[StackWords], Bits.Words(rules.Outcomes.Diagram.Count));
        using var reachable = new Scratch<ulong>(stackalloc ulong[StackWords], Bits.Words(rules.OutcomesByRank.Length));
        new Sweep(rules.Outcomes.Diagram, freed, marks.Span).ReachFrom(rules.Outcomes.Root, reachable.Span);
        var found = new List<OutOfReach>();
        foreach (var outcome in definition.Outcomes)
        {
            var rank = rules.RankOf(outcome);
            if (!Bits.Has(reachable.Span, rank))
                found.Add(new OutOfReach(outcome, [], More: false));
            else if (!decider.CanReach(rank, given))
                found.Add(WaysTo(outcome, answers, given, payable, marks.Span));
        }
        return found;
    }

    private OutOfReach WaysTo(string outcome, AnswerSet answers, int[] given, int[] payable, ReadOnlySpan<ulong> marks)
    {
        var rank = rules.RankOf(outcome);
        var minimal = new MinimalSets(rules.Outcomes.Diagram, rank, given, payable);
        var sets = minimal.Of(rules.Outcomes.Root, marks).ToList();
        if (minimal.Truncated)
            sets = [.. sets.Select(set => Shrunk(set, rank, given, payable)).Distinct()];
        var ways = new List<Counterfactual>();
        var more = minimal.Truncated;
        var inOrder = sets.ConvertAll(set => (set.Cost, Changing: InQuestionOrder(set)));
        inOrder.Sort((left, right) => Compare(left.Cost, left.Changing, right.Cost, right.Changing));
        foreach (var (cost, changing) in inOrder)
        {
            int[] ascending = [.. changing.Order()];
            var boxes = new ChangeBoxes(rules.Outcomes.Diagram, rank, given, ascending).Of(rules.Outcomes.Root);
            var open = new OpenAfterwards(decider, given, ascending);
            foreach (var (box, stillOpen) in boxes.SelectMany(box => open.Parts(box, whole => Nearest(whole, ascending, answers))))
            {
                if (ways.Count == ExplanationLimits.MaxWays)
                    return new OutOfReach(outcome, ways, More: true);
                ways.Add(new Counterfactual([.. changing.Select(level => Change(level, box[Array.IndexOf(ascending, level)], answers))], cost, stillOpen));
            }
            more |= boxes.Truncated;
        }
        return new OutOfReach(outcome, ways, more);
    }

    private ChangedAnswer Change(int level, bool[] classes, AnswerSet answers)
    {
        var question = rules.Code.Questions[level];
        var from = answers[question.Id]!;
        var (to, becomes) = rules.Code.NearestOf(level, classes, from);
        return new ChangedAnswer(question, from, to, becomes);
    }

    private int[] Nearest(bool[][] box, int[] levels, AnswerSet answers) =>
        [.. levels.Zip(box, (level, classes) => rules.Code.Classes[level].ClassOf(Change(level, classes, answers).To))];

    // What stays when everything is taken out that is not needed; dearest first.
    private LevelSet Shrunk(LevelSet set, int rank, int[] given, int[] payable)
    {
        var freed = given.ToArray();
        foreach (var level in set.Levels())
            freed[level] = AnswerCode.Open;
        foreach (var level in set.Levels().OrderByDescending(level => payable[level]))
        {
            freed[level] = given[level];
            if (decider.CanReach(rank, freed))
                set = set.Without(level, payable[level]);
            else
                freed[level] = AnswerCode.Open;
        }
        return set;
    }

    private int[] InQuestionOrder(LevelSet set)
    {
        var levels = set.Levels();
        Array.Sort(levels, (left, right) => PositionOf(left).CompareTo(PositionOf(right)));
        return levels;
    }

    // Cheapest first; then fewest changes; then as the questions stand in the definition.
    private int Compare(int leftCost, int[] left, int rightCost, int[] right)
    {
        if (leftCost != rightCost)
            return leftCost.CompareTo(rightCost);
        if (left.Length != right.Length)
            return left.Length.CompareTo(right.Length);
        var differing = left.AsSpan().CommonPrefixLength(right);
        return differing == left.Length ? 0 : PositionOf(left[differing]).CompareTo(PositionOf(right[differing]));
    }

    private int PositionOf(int level) => positions[rules.Code.Questions[level].Id];
}
