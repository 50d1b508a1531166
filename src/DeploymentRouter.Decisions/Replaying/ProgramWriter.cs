using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Replaying;

/// <summary>Chooses what each step reads and fills in where it leads.</summary>
internal sealed class ProgramWriter(Diagram diagram, int[] arities)
{
    private const int MaxLevels = 4;
    private const int MaxEntriesPerStep = 512;

    // Past it, a large diagram would grow much larger: each further step reads a single answer.
    private const int MaxEntriesOfWideSteps = 1 << 16;

    private readonly List<int[]> levels = [];
    private readonly List<int> nodes = [];
    private readonly Dictionary<int, int> stepOfNode = [];
    private readonly List<Step> steps = [];
    private readonly List<int> entries = [];

    public Step[] Steps => [.. steps];

    public int[] Entries => [.. entries];

    /// <param name="open">The entry for ways that come to an open answer.</param>
    public int Write(int node, int open)
    {
        var first = StepOf(node);
        for (var next = 0; next < nodes.Count; next++)
            Write(nodes[next], levels[next], open);
        return first;
    }

    // A terminal stands for itself; a node for its step, which is written later.
    private int StepOf(int node)
    {
        if (node < 0)
            return node;
        if (!stepOfNode.TryGetValue(node, out var step))
        {
            stepOfNode.Add(node, step = nodes.Count);
            nodes.Add(node);
            levels.Add(LevelsFrom(node));
        }
        return step;
    }

    private void Write(int node, int[] read, int open)
    {
        var place = entries.Count;
        var weights = new int[MaxLevels];
        var count = 1;
        for (var i = 0; i < read.Length; i++)
        {
            weights[i] = count;
            count *= arities[read[i]] + 1;
        }
        for (var index = 0; index < count; index++)
            entries.Add(Target(node, read, weights, index, open));
        steps.Add(new Step(
            place, (byte)read[0], Level(1), Level(2), Level(3), (ushort)weights[1], (ushort)weights[2], (ushort)weights[3]));

        byte Level(int i) => (byte)read[i < read.Length ? i : 0];
    }

    private int Target(int node, int[] read, int[] weights, int index, int open)
    {
        while (node >= 0 && Array.IndexOf(read, diagram.LevelOf(node)) is >= 0 and var i)
        {
            var digit = index / weights[i] % (arities[read[i]] + 1);
            if (digit == arities[read[i]])
                return open;
            node = diagram.ChildrenOf(node)[digit];
        }
        return StepOf(node);
    }

    /// <summary>The next levels below a node, while the entries stay few.</summary>
    private int[] LevelsFrom(int node)
    {
        var chosen = new List<int>();
        var size = 1;
        var front = new HashSet<int> { node };
        while (front.Count > 0 && chosen.Count < MaxLevels)
        {
            var level = front.Min(diagram.LevelOf);
            size *= arities[level] + 1;
            if (chosen.Count > 0 && (size > MaxEntriesPerStep || entries.Count > MaxEntriesOfWideSteps))
                break;
            chosen.Add(level);
            foreach (var one in front.Where(one => diagram.LevelOf(one) == level).ToList())
            {
                front.Remove(one);
                foreach (var child in diagram.ChildrenOf(one))
                {
                    if (child >= 0)
                        front.Add(child);
                }
            }
        }
        return [.. chosen];
    }
}
