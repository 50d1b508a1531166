using DeploymentRouter.Decisions.Diagrams;

namespace DeploymentRouter.Decisions.Encoding;

/// <summary>
/// Reads a set of choices option by option and ends in its class. A state is the set of tests that have tripped so far;
/// folding over the options merges equal states, so the 2^n sets are never listed.
/// </summary>
internal sealed class ChoicesAutomaton
{
    private const int MaxPairs = 100_000;
    private const int Far = int.MaxValue / 2;

    private readonly List<int[]> steps = [];
    private List<State> states;

    public ChoicesAutomaton(int options, IReadOnlyList<ChoicesTest> tests)
    {
        states = [new State(new ulong[(tests.Count + 63) / 64], UInt128.One, 0)];
        for (var option = 0; option < options; option++)
            steps.Add(Fold(option, tests));
    }

    /// <summary>The states after the last option.</summary>
    public IReadOnlyList<State> Ends => states;

    public int Run(ulong taken)
    {
        var state = 0;
        foreach (var step in steps)
        {
            state = step[2 * state + (int)(taken & 1)];
            taken >>= 1;
        }
        return state;
    }

    /// <summary>The set that ends in a state and differs from <paramref name="taken"/> in as few options as possible; of those, the one that leaves early options alone.</summary>
    public ulong Nearest(ulong taken, int end)
    {
        // From the last option back: how many options must still be changed to end well, from each state.
        var costs = new int[steps.Count + 1][];
        costs[^1] = [.. Enumerable.Range(0, states.Count).Select(state => state == end ? 0 : Far)];
        for (var option = steps.Count - 1; option >= 0; option--)
        {
            var after = costs[option + 1];
            var keeps = (int)(taken >> option & 1);
            costs[option] = [.. Enumerable.Range(0, steps[option].Length / 2).Select(
                state => Math.Min(after[steps[option][2 * state + keeps]], 1 + after[steps[option][2 * state + 1 - keeps]]))];
        }
        var (nearest, at) = (0UL, 0);
        for (var option = 0; option < steps.Count; option++)
        {
            var edge = (int)(taken >> option & 1);
            if (costs[option + 1][steps[option][2 * at + edge]] > costs[option][at])
                edge = 1 - edge;
            nearest |= (ulong)edge << option;
            at = steps[option][2 * at + edge];
        }
        return nearest;
    }

    /// <summary>The pairs of ends that two sets come to when the one has one option more; each pair once, with two such sets.</summary>
    /// <exception cref="DiagramTooLargeException">There are more than <see cref="MaxPairs"/>.</exception>
    public IReadOnlyList<(int Less, int More, ulong From, ulong To)> PairsOneApart()
    {
        var pairs = new Dictionary<(int Less, int More, bool Apart), (ulong From, ulong To)> { [(0, 0, false)] = (0, 0) };
        for (var option = 0; option < steps.Count; option++)
        {
            var (step, next) = (steps[option], new Dictionary<(int, int, bool), (ulong, ulong)>());
            foreach (var ((less, more, apart), (from, to)) in pairs)
            {
                var bit = 1UL << option;
                next.TryAdd((step[2 * less], step[2 * more], apart), (from, to));
                next.TryAdd((step[2 * less + 1], step[2 * more + 1], apart), (from | bit, to | bit));
                if (!apart)
                    next.TryAdd((step[2 * less], step[2 * more + 1], true), (from, to | bit));
            }
            if (next.Count > MaxPairs)
                throw new DiagramTooLargeException("pairs of choices", MaxPairs);
            pairs = next;
        }
        return [.. pairs.Where(pair => pair.Key.Apart).Select(pair => (pair.Key.Less, pair.Key.More, pair.Value.From, pair.Value.To))];
    }

    private int[] Fold(int option, IReadOnlyList<ChoicesTest> tests)
    {
        var found = new Dictionary<ulong[], int>(BitsEqual.Instance);
        var next = new List<State>();
        var step = new int[2 * states.Count];
        var trips = new[] { Trips(option, taken: false, tests), Trips(option, taken: true, tests) };
        for (var edge = 0; edge < step.Length; edge++)
        {
            var from = states[edge / 2];
            var tripped = Union(from.Tripped, trips[edge % 2]);
            var example = from.Example | (ulong)(edge % 2) << option;
            if (!found.TryGetValue(tripped, out step[edge]))
            {
                found.Add(tripped, step[edge] = next.Count);
                next.Add(new State(tripped, from.Sets, example));
            }
            else
            {
                next[step[edge]] = next[step[edge]].With(from.Sets, example);
            }
            if (next.Count > RuleSetLimits.MaxAnswerClasses)
                throw new TooManyClassesException();
        }
        states = next;
        return step;
    }

    private static ulong[] Trips(int option, bool taken, IReadOnlyList<ChoicesTest> tests)
    {
        var trips = new ulong[(tests.Count + 63) / 64];
        for (var i = 0; i < tests.Count; i++)
        {
            if (tests[i].TripsAt(option, taken))
                trips[i / 64] |= 1UL << i % 64;
        }
        return trips;
    }

    private static ulong[] Union(ulong[] left, ulong[] right)
    {
        var union = new ulong[left.Length];
        for (var i = 0; i < union.Length; i++)
            union[i] = left[i] | right[i];
        return union;
    }

    /// <param name="Sets">How many sets of the options read so far end here.</param>
    /// <param name="Example">One of them, with as few options as possible.</param>
    public readonly record struct State(ulong[] Tripped, UInt128 Sets, ulong Example)
    {
        public State With(UInt128 sets, ulong example) => this with
        {
            Sets = Sets + sets,
            Example = ulong.PopCount(example) < ulong.PopCount(Example) ? example : Example,
        };
    }

    private sealed class BitsEqual : IEqualityComparer<ulong[]>
    {
        public static readonly BitsEqual Instance = new();

        public bool Equals(ulong[]? x, ulong[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(ulong[] bits)
        {
            var hash = new HashCode();
            foreach (var word in bits)
                hash.Add(word);
            return hash.ToHashCode();
        }
    }
}
