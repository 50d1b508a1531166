using System.Text;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Web.CommandLine.Playbooks;
using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.Api.Playbooks;

/// <summary>Proves and compares playbooks that are sent, one at a time: the largest take seconds of a processor.</summary>
public sealed class PlaybookBench(PlaybookYaml inForce) : IDisposable
{
    private const string Sent = "playbook.yaml";
    private readonly SemaphoreSlim _turn = new(1);

    internal Task<CheckJson> CheckAsync(byte[] utf8, CancellationToken cancel) =>
        InTurnAsync(() => CheckJson.Of(CheckedFile.Of(Sent, new PlaybookSource(Sent, null, utf8))), cancel);

    internal Task<(DiffJson? Diff, Refusal? Refusal)> DiffAsync(DiffBody body, CancellationToken cancel) => InTurnAsync<(DiffJson?, Refusal?)>(
        () =>
        {
            var (old, revised) = (body.Before is null ? inForce.Utf8 : Encoding.UTF8.GetBytes(body.Before), Encoding.UTF8.GetBytes(body.After));
            var (before, after) = (PlaybookFile.Load(old, "before.yaml"), PlaybookFile.Load(revised, "after.yaml"));
            if ((before.Playbook is null ? before : after) is { Playbook: null } unreadable)
                return (null, new Refusal("PlaybookUnreadable", string.Join("\n", unreadable.Faults)));
            return PlaybookPair.Of(before.Playbook!, old, after.Playbook!, revised, [], out var wrong) is { } pair
                ? (DiffJson.Of(pair), null)
                : (null, new Refusal("PlaybooksNotComparable", wrong!));
        },
        cancel);

    public void Dispose() => _turn.Dispose();

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return await Task.Run(work, cancel);
        }
        finally
        {
            _turn.Release();
        }
    }
}
