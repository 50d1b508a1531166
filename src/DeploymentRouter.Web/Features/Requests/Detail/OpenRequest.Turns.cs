namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <content>One thing after the other.</content>
public sealed partial class OpenRequest
{
    private Task _turn = Task.CompletedTask;

    // Nothing that is done is dropped because something else is under way.
    private async Task<T> InTurnAsync<T>(Func<Task<T>> work)
    {
        var before = _turn;
        var turn = new TaskCompletionSource();
        _turn = turn.Task;
        await before;
        try
        {
            return await work();
        }
        finally
        {
            turn.SetResult();
        }
    }
}
