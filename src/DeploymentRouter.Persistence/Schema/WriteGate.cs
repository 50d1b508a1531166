namespace DeploymentRouter.Persistence.Schema;

/// <summary>Lets one write of this process through at a time: SQLite has one writer, and waiting here is cheaper than retrying there.</summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public async Task<T> RunAsync<T>(Func<Task<T>> write, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            return await write();
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
