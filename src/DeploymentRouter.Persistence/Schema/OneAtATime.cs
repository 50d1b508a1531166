namespace DeploymentRouter.Persistence.Schema;

/// <summary>Lets one piece of work through at a time; the others wait for their turn.</summary>
public sealed class OneAtATime : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
