using System.Numerics;
using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Proving.Boxes;

/// <summary>
/// Proves plain tables whose diagram is too large, provided that no two rows overlap: then the volumes of the rows add up,
/// and they cover everything exactly when they add up to the volume of the whole.
/// </summary>
internal sealed class BoxProof
{
    private readonly RuleSetDefinition definition;
    private readonly AnswerCode code;
    private readonly Box[] boxes;
    private readonly int[] levels;
    private readonly Examples examples;
    private readonly List<Finding> findings = [];

    private BoxProof(RuleSetDefinition definition, Workbench bench, Box[] boxes)
    {
        this.definition = definition;
        this.boxes = boxes;
        code = bench.Code;
        levels = [.. Enumerable.Range(0, code.Levels)];
        examples = new Examples(bench);
    }

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Whether the findings are all there are. They are not where rows overlap.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>How many combinations each row decides. Only of tables without overlaps: there a row decides wherever it holds.</summary>
    public IReadOnlyList<RowShare> Shares => [.. definition.Rules.Select((rule, row) => new RowShare(rule.Id, boxes[row].Volume))];

    /// <summary>Null where boxes have nothing to say.</summary>
    public static BoxProof? Try(RuleSetDefinition definition, Workbench bench)
    {
        if (PlainTable.BoxesOf(definition, bench.Code) is not { } boxes)
            return null;
        var proof = new BoxProof(definition, bench, boxes);
        if (proof.AnyOverlap())
            return proof;
        proof.CheckRows();
        proof.CheckCoverage();
        proof.CheckQuestions();
        proof.IsComplete = true;
        return proof;
    }

    // Overlaps are findings under the unique hit policy only; under both, volumes no longer add up.
    private bool AnyOverlap()
    {
        var found = 0;
        for (var lower = 1; lower < boxes.Length; lower++)
        {
            for (var upper = 0; upper < lower; upper++)
            {
                if (!boxes[upper].Meets(boxes[lower]))
                    continue;
                if (definition.HitPolicy == HitPolicy.First || ++found > RuleSetLimits.MaxOverlaps)
                    return true;
                int[] way = [.. levels.Select(level => boxes[upper].Common(boxes[lower], level))];
                findings.Add(OverlapCheck.Overlap(definition, upper, lower, examples, way));
            }
        }
        return found > 0;
    }

    private void CheckRows()
    {
        foreach (var (row, rule) in definition.Rules.Index().Where(pair => boxes[pair.Index].Volume.IsZero))
            findings.Add(new(FindingKind.RowNeverHolds, $"rules.{rule.Id}", $"The row {rule.Id} never holds.", null, []));
        var reached = definition.Rules.Where((_, row) => !boxes[row].Volume.IsZero).Select(rule => rule.Outcome).ToHashSet(StringComparer.Ordinal);
        foreach (var outcome in definition.Outcomes.Where(outcome => !reached.Contains(outcome)))
            findings.Add(new(FindingKind.OutcomeNeverReached, $"outcomes.{outcome}", $"No row leads to {outcome}.", null, []));
    }

    private void CheckCoverage()
    {
        if (boxes.Aggregate(BigInteger.Zero, (sum, box) => sum + box.Volume) == Box.Everything(code).Volume)
            return;
        var way = Gap();
        findings.Add(new(FindingKind.Uncovered, "rules", $"No row holds when {examples.Words(way)}.", examples.Case(way), []));
    }

    // Level by level into a class in which the boxes do not add up to the whole either.
    private int[] Gap()
    {
        var everything = Box.Everything(code);
        var way = new int[code.Levels];
        IReadOnlyList<Box> inside = boxes;
        foreach (var level in levels)
        {
            while (VolumeOf(inside, level, way[level]) == everything.VolumeFrom(level + 1))
                way[level]++;
            inside = [.. inside.Where(box => box.Has(level, way[level]))];
        }
        return way;
    }

    private static BigInteger VolumeOf(IReadOnlyList<Box> boxes, int level, int answerClass) =>
        boxes.Where(box => box.Has(level, answerClass)).Aggregate(BigInteger.Zero, (sum, box) => sum + box.VolumeFrom(level + 1));

    // A question tells rows apart when two of them, or a row and a gap, meet in everything but it.
    private void CheckQuestions()
    {
        foreach (var question in definition.Questions)
        {
            var level = code.LevelOf(question.Id)!.Value;
            if (!question.ForInformation && !Matters(level))
                findings.Add(QuestionCheck.NeverMatters(question, examples.Case([.. levels.Select(_ => AnswerCode.Open)])));
        }
    }

    // Where two disjoint boxes meet in all levels but one, that one tells them apart. A box that is cut off in the level
    // borders on another box there, or on a gap.
    private bool Matters(int level)
    {
        var whole = code.Classes[level].Count;
        return Array.Exists(boxes, box => !box.Volume.IsZero && Enumerable.Range(0, whole).Any(c => !box.Has(level, c)));
    }
}
