using System.Runtime.InteropServices;

namespace DeploymentRouter.Decisions.Changing;

/// <summary>A set of diagram levels with what changing their answers costs.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LevelSet(UInt128 Low, UInt128 High, int Cost)
{
    public static LevelSet Empty => default;

    public LevelSet With(int level, int cost) => level < 128
        ? this with { Low = Low | UInt128.One << level, Cost = Cost + cost }
        : this with { High = High | UInt128.One << (level - 128), Cost = Cost + cost };

    public LevelSet Without(int level, int cost) => level < 128
        ? this with { Low = Low & ~(UInt128.One << level), Cost = Cost - cost }
        : this with { High = High & ~(UInt128.One << (level - 128)), Cost = Cost - cost };

    public bool Has(int level) => ((level < 128 ? Low >> level : High >> (level - 128)) & UInt128.One) != 0;

    public bool Includes(in LevelSet other) => (other.Low & ~Low) == 0 && (other.High & ~High) == 0;

    public int Count => (int)(UInt128.PopCount(Low) + UInt128.PopCount(High));

    /// <summary>The levels, ascending.</summary>
    public int[] Levels()
    {
        var levels = new int[Count];
        for (var (level, next) = (0, 0); next < levels.Length; level++)
        {
            if (Has(level))
                levels[next++] = level;
        }
        return levels;
    }
}
