namespace DeploymentRouter.Decisions.Diagrams;

/// <summary>
/// Builds reduced ordered multi-valued decision diagrams (Bryant 1986; Srinivasan, Ham, Malik and Brayton 1990).
/// Boolean diagrams end in <see cref="False"/> and <see cref="True"/>, others in any <see cref="Terminal"/> or in <see cref="None"/>.
/// </summary>
internal sealed class DiagramBuilder(int[] arities)
{
    public const int False = ~0;
    public const int True = ~1;

    /// <summary>The end of every path that no row claims. No <see cref="Terminal"/> is equal to it.</summary>
    public const int None = int.MinValue + 1;

    // These mark results in the cache by what was done; no node and no terminal has these numbers.
    private const int Overriding = int.MinValue;
    private const int Comparing = int.MinValue + 2;

    private readonly NodeStore nodes = new(arities);
    private readonly ResultCache cache = new();
    private int[] scratch = new int[256];
    private int scratchTop;
    private long stepsLeft = RuleSetLimits.MaxSteps;

    public NodeStore Nodes => nodes;

    /// <summary>How many steps may still be taken before a <see cref="DiagramTooLargeException"/>.</summary>
    public long StepsLeft
    {
        get => stepsLeft;
        set => stepsLeft = value;
    }

    public static int Terminal(int value) => ~value;

    public int And(int left, int right) => IfThenElse(left, right, False);

    public int Or(int left, int right) => IfThenElse(left, True, right);

    public int Not(int inner) => IfThenElse(inner, False, True);

    /// <summary>A single test: true for the classes that pass.</summary>
    public int Test(int level, bool[] passing) =>
        nodes.Node(level, Array.ConvertAll(passing, passes => passes ? True : False));

    /// <summary><paramref name="then"/> where <paramref name="condition"/> is true, <paramref name="otherwise"/> elsewhere.</summary>
    /// <exception cref="DiagramTooLargeException">A ceiling of <see cref="RuleSetLimits"/> is passed.</exception>
    public int IfThenElse(int condition, int then, int otherwise)
    {
        if (condition == True || then == otherwise)
            return then;
        if (condition == False)
            return otherwise;
        if (then == True && otherwise == False)
            return condition;
        if (cache.TryGet(condition, then, otherwise, out var known))
            return known;
        var level = Math.Min(nodes.LevelOf(condition), Math.Min(nodes.LevelOf(then), nodes.LevelOf(otherwise)));
        var children = Reserve(nodes.Arity(level));
        for (var c = 0; c < nodes.Arity(level); c++)
        {
            // The recursion may move the scratch array: it is indexed anew for each store.
            var child = IfThenElse(
                nodes.Child(condition, level, c), nodes.Child(then, level, c), nodes.Child(otherwise, level, c));
            scratch[children + c] = child;
        }
        return Keep(condition, then, otherwise, Finish(level, children));
    }

    /// <summary><paramref name="top"/>, and <paramref name="below"/> wherever it ends in <see cref="None"/>.</summary>
    /// <exception cref="DiagramTooLargeException">A ceiling of <see cref="RuleSetLimits"/> is passed.</exception>
    public int Override(int top, int below)
    {
        if (top == None)
            return below;
        if (top < 0 || below == None || top == below)
            return top;
        if (cache.TryGet(top, below, Overriding, out var known))
            return known;
        var level = Math.Min(nodes.LevelOf(top), nodes.LevelOf(below));
        var children = Reserve(nodes.Arity(level));
        for (var c = 0; c < nodes.Arity(level); c++)
        {
            var child = Override(nodes.Child(top, level, c), nodes.Child(below, level, c));
            scratch[children + c] = child;
        }
        return Keep(top, below, Overriding, Finish(level, children));
    }

    /// <summary>
    /// The diagram of both: it ends in <see cref="None"/> where the two agree, else in a terminal whose value is
    /// <paramref name="width"/> times the end of the first plus the end of the second, an end being 0 for <see cref="None"/> and
    /// 1 more than the value for a <see cref="Terminal"/>.
    /// </summary>
    public int Difference(int before, int after, int width)
    {
        if (before == after)
            return None;
        if (before < 0 && after < 0)
            return Terminal(EndOf(before) * width + EndOf(after));
        if (cache.TryGet(before, after, Comparing, out var known))
            return known;
        var level = Math.Min(nodes.LevelOf(before), nodes.LevelOf(after));
        var children = Reserve(nodes.Arity(level));
        for (var c = 0; c < nodes.Arity(level); c++)
        {
            var child = Difference(nodes.Child(before, level, c), nodes.Child(after, level, c), width);
            scratch[children + c] = child;
        }
        return Keep(before, after, Comparing, Finish(level, children));
    }

    /// <summary>The diagram with each terminal value replaced; <see cref="None"/> stays.</summary>
    public int MapTerminals(int root, IReadOnlyList<int> values) =>
        Rewrite(root, end => end == None ? None : Terminal(values[~end]), redirected: -1, [], []);

    /// <summary>The diagram in which each class of a level leads where another class led.</summary>
    public int Redirect(int root, int level, int[] classes) => Rewrite(root, end => end, level, classes, []);

    private int Rewrite(int node, Func<int, int> end, int redirected, int[] classes, Dictionary<int, int> done)
    {
        if (node < 0)
            return end(node);
        if (done.TryGetValue(node, out var known))
            return known;
        var level = nodes.LevelOf(node);
        var children = Reserve(nodes.Arity(level));
        for (var c = 0; c < nodes.Arity(level); c++)
        {
            var child = Rewrite(nodes.Child(node, level, level == redirected ? classes[c] : c), end, redirected, classes, done);
            scratch[children + c] = child;
        }
        return done[node] = Finish(level, children);
    }

    /// <summary>Goes back to when there were only this many nodes, out of whatever was under way.</summary>
    public void Forget(int nodesKept)
    {
        nodes.Shrink(nodesKept);
        cache.Clear();
        scratchTop = 0;
    }

    private static int EndOf(int terminal) => terminal == None ? 0 : 1 + ~terminal;

    private int Reserve(int arity)
    {
        if ((stepsLeft -= arity) < 0)
            throw new DiagramTooLargeException("steps", RuleSetLimits.MaxSteps);
        var start = scratchTop;
        scratchTop += arity;
        if (scratchTop > scratch.Length)
            Array.Resize(ref scratch, Math.Max(2 * scratch.Length, scratchTop));
        return start;
    }

    private int Finish(int level, int children)
    {
        scratchTop = children;
        return nodes.Node(level, scratch.AsSpan(children, nodes.Arity(level)));
    }

    private int Keep(int condition, int then, int otherwise, int result)
    {
        cache.Fit(nodes.Count);
        cache.Put(condition, then, otherwise, result);
        return result;
    }
}
