using System.Numerics;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Proving.Boxes;

/// <summary>The answers for which a row of a plain table holds: a set of classes per level, as bits.</summary>
internal sealed class Box
{
    private readonly ulong[][] sides;
    private readonly BigInteger[] volumes;

    private Box(ulong[][] sides, AnswerCode code)
    {
        this.sides = sides;
        volumes = new BigInteger[sides.Length + 1];
        volumes[^1] = BigInteger.One;
        for (var level = sides.Length - 1; level >= 0; level--)
            volumes[level] = volumes[level + 1] * SizeOf(level, code);
    }

    /// <summary>How many combinations of raw answers are inside, over all levels.</summary>
    public BigInteger Volume => volumes[0];

    /// <summary>The box of no tests at all.</summary>
    public static Box Everything(AnswerCode code) => new([.. code.Classes.Select(classes => Side(classes.Count, _ => true))], code);

    /// <summary>The box of tests that all must pass.</summary>
    public static Box Of(IEnumerable<(AnswerTest Test, bool Passes)> tests, AnswerCode code)
    {
        var inside = code.Classes.Select(classes => Side(classes.Count, _ => true)).ToArray();
        foreach (var (test, passes) in tests)
        {
            var level = code.LevelOf(test.QuestionId)!.Value;
            var passing = code.Classes[level].Passing(test.Test);
            var side = Side(passing.Length, c => passing[c] == passes);
            for (var word = 0; word < side.Length; word++)
                inside[level][word] &= side[word];
        }
        return new Box(inside, code);
    }

    /// <summary>How many combinations are inside, over the levels from this one on.</summary>
    public BigInteger VolumeFrom(int level) => volumes[level];

    public bool Has(int level, int answerClass) => (sides[level][answerClass >> 6] >> answerClass & 1) != 0;

    /// <summary>Whether two boxes have a combination in common.</summary>
    public bool Meets(Box other)
    {
        for (var level = 0; level < sides.Length; level++)
        {
            if (!Meets(sides[level], other.sides[level]))
                return false;
        }
        return true;
    }

    /// <summary>The first class that both have in a level.</summary>
    public int Common(Box other, int level)
    {
        for (var word = 0; ; word++)
        {
            if ((sides[level][word] & other.sides[level][word]) is var common and not 0)
                return (word << 6) + BitOperations.TrailingZeroCount(common);
        }
    }

    private static bool Meets(ulong[] left, ulong[] right)
    {
        for (var word = 0; word < left.Length; word++)
        {
            if ((left[word] & right[word]) != 0)
                return true;
        }
        return false;
    }

    private BigInteger SizeOf(int level, AnswerCode code)
    {
        var size = BigInteger.Zero;
        for (var c = 0; c < code.Classes[level].Count; c++)
            size += Has(level, c) ? (BigInteger)code.Classes[level].Weight(c) : BigInteger.Zero;
        return size;
    }

    private static ulong[] Side(int classes, Func<int, bool> isInside)
    {
        var side = new ulong[(classes + 63) / 64];
        for (var c = 0; c < classes; c++)
            side[c >> 6] |= isInside(c) ? 1UL << c : 0;
        return side;
    }
}
