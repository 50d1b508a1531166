using System.Buffers;

namespace DeploymentRouter.Decisions.Diagrams;

/// <summary>A cleared buffer for one walk: the caller's stack memory while that is enough, else from the pool.</summary>
internal readonly ref struct Scratch<T>
    where T : unmanaged
{
    private readonly T[]? rented;

    public Scratch(Span<T> fromStack, int length)
    {
        if (length > fromStack.Length)
            rented = ArrayPool<T>.Shared.Rent(length);
        Span = (rented ?? fromStack)[..length];
        Span.Clear();
    }

    public Span<T> Span { get; }

    public void Dispose()
    {
        if (rented is not null)
            ArrayPool<T>.Shared.Return(rented);
    }
}
