namespace DeploymentRouter.Decisions.Tests.Properties;

/// <summary>Random plain tables made so that the truth is known: the space is cut in two along some question, again and again.</summary>
internal static class TreeTables
{
    /// <summary>Disjoint boxes that fill the space; a side is a set of values as bits.</summary>
    public static List<int[]> Boxes(Random random, int questions, int values, int rows)
    {
        var any = (1 << values) - 1;
        var boxes = new List<int[]> { Enumerable.Repeat(any, questions).ToArray() };
        while (boxes.Count < rows)
        {
            var (box, q, cut) = (boxes[random.Next(boxes.Count)], random.Next(questions), random.Next(1, any));
            if ((box[q] & cut) == 0 || (box[q] & ~cut) == 0)
                continue;
            var other = box.ToArray();
            other[q] &= ~cut;
            box[q] &= cut;
            boxes.Add(other);
        }
        return boxes;
    }

    public static RuleSetDefinition Table(List<int[]> boxes, int values, HitPolicy hitPolicy = HitPolicy.First)
    {
        string[] names = [.. Enumerable.Range(0, values).Select(value => $"v{value}")];
        var any = (1 << values) - 1;
        return new(
            [.. Enumerable.Range(0, boxes[0].Length).Select(q => Rules.OneOf($"q{q}", string.Join(' ', names)))],
            [],
            [.. boxes.Select((box, row) => new Rule($"R{row}", new AllOf([.. box.Index().Where(side => side.Item != any).Select(side => Side(side, names))]), OutcomeOf(row), ""))],
            ["north", "south", "east"],
            HitPolicy: hitPolicy);
    }

    public static string OutcomeOf(int row) => (row % 3) switch { 0 => "north", 1 => "south", _ => "east" };

    private static AnswerTest Side((int Question, int Mask) side, string[] names) =>
        new($"q{side.Question}", new IsOneOf([.. names.Where((_, value) => (side.Mask >> value & 1) != 0)]));
}
