namespace DeploymentRouter.Persistence.Schema;

/// <summary>Lets one write of this process through at a time: SQLite has one writer, and waiting here is cheaper than retrying there.</summary>
public sealed class WriteGate : IDisposable
{
    private readonly OneAtATime _writer = new();

    public Task<T> RunAsync<T>(Func<Task<T>> write, CancellationToken cancel) => _writer.RunAsync(write, cancel);

    public void Dispose() => _writer.Dispose();
}
