namespace DeploymentRouter.Decisions.Diagrams;

internal static class Bits
{
    public static int Words(int count) => (count + 63) >> 6;

    public static void Set(this Span<ulong> bits, int index) => bits[index >> 6] |= 1UL << index;

    public static bool Has(this ReadOnlySpan<ulong> bits, int index) => (bits[index >> 6] >> index & 1) != 0;

    public static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits)
            count += (int)ulong.PopCount(word);
        return count;
    }

    /// <summary>The numbers of the bits that are set, ascending.</summary>
    public static int[] Listed(ReadOnlySpan<ulong> bits)
    {
        var listed = new int[Count(bits)];
        for (var (i, next) = (0, 0); next < listed.Length; i++)
        {
            if (bits.Has(i))
                listed[next++] = i;
        }
        return listed;
    }
}
