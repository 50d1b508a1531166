namespace DeploymentRouter.Decisions.Diagrams;

internal static class Hashing
{
    // Multiplicative hashing (Knuth TAOCP 3, 6.4); the high bits are the good ones, so they are folded down at the end.
    private const uint Golden = 2_654_435_769;

    public static int Of(int level, ReadOnlySpan<int> children)
    {
        var hash = (uint)level;
        foreach (var child in children)
            hash = Mix(hash, child);
        return Fold(hash);
    }

    public static int Of(int first, int second, int third) => Fold(Mix(Mix((uint)first, second), third));

    private static uint Mix(uint hash, int value) => (uint.RotateLeft(hash, 5) ^ (uint)value) * Golden;

    private static int Fold(uint hash) => (int)((hash ^ hash >> 15) & int.MaxValue);
}
