namespace DeploymentRouter.Decisions.Tests.Properties;

/// <summary>A source of small decisions read off a byte array, zero when it runs dry: the shorter the array, the simpler what is built.</summary>
internal sealed class Choices(byte[] bytes)
{
    private int at;

    public int Below(int count) => at < bytes.Length ? bytes[at++] % count : 0;

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool OneIn(int count) => Below(count) == count - 1;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> items)
    {
        var some = items.Where(_ => Below(2) == 1).ToList();
        return some.Count > 0 ? some : [Of(items)];
    }

    public IReadOnlyList<T> Many<T>(int least, int most, Func<int, T> make) =>
        [.. Enumerable.Range(0, Between(least, most)).Select(make)];
}
