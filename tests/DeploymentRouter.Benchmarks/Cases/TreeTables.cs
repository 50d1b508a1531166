using DeploymentRouter.Decisions;

namespace DeploymentRouter.Benchmarks.Cases;

/// <summary>Random tables made like a tree: the space is cut in two along some question, again and again; each leaf is a row.</summary>
internal static class TreeTables
{
    public static RuleSetDefinition Make(int questions, int values, int rows, int seed)
    {
        var random = new Random(seed);
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
        string[] names = [.. Enumerable.Range(0, values).Select(value => $"v{value}")];
        return new RuleSetDefinition(
            [.. Enumerable.Range(0, questions).Select(q => new Question($"q{q}", new OneOfDomain(names), null, "CE"))],
            [],
            [.. boxes.Select((box, row) => new Rule($"R{row}", new AllOf([.. box.Index().Where(side => side.Item != any).Select(side => Side(side, names))]), $"o{row % 4}", ""))],
            ["o0", "o1", "o2", "o3"],
            HitPolicy: HitPolicy.Unique);
    }

    private static AnswerTest Side((int Question, int Mask) side, string[] names) =>
        new($"q{side.Question}", new IsOneOf([.. names.Where((_, value) => (side.Mask >> value & 1) != 0)]));
}
