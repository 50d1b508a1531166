namespace DeploymentRouter.Web.Components.Parts;

/// <summary>Reads anew after changes: however many come while one reading is under way, they are read once more together.</summary>
public sealed class Refreshing
{
    private bool _isStale;
    private bool _isRunning;

    public async Task RunAsync(Func<Task> read)
    {
        _isStale = true;
        if (_isRunning) return;
        _isRunning = true;
        try
        {
            while (_isStale)
            {
                _isStale = false;
                await read();
            }
        }
        finally
        {
            _isRunning = false;
        }
    }
}
