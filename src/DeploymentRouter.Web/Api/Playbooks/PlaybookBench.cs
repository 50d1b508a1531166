using System.Text;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Web.CommandLine.Playbooks;

namespace DeploymentRouter.Web.Api.Playbooks;

/// <summary>Proves and compares playbooks that are sent, one at a time: the largest take seconds of a processor.</summary>
public sealed class PlaybookBench(PlaybookInForce inForce) : IDisposable
{
    private const string Sent = "playbook.yaml";
    private const int MostWaiting = 8;

    private readonly OneAtATime _turn = new();
    private readonly HashSet<string> _callers = new(StringComparer.Ordinal);

    /// <summary>When to come back, in seconds: the largest playbook is done by then.</summary>
    public const int RetrySeconds = 5;

    /// <summary>The caller has one on the bench already, or many others wait.</summary>
    public static Refusal Full { get; } = new("BenchFull", FormattableString.Invariant($"Playbooks are proven one at a time, and one of each caller. Try again in {RetrySeconds} seconds."));

    /// <returns>Null: <see cref="Full"/>.</returns>
    internal Task<CheckJson?> CheckAsync(byte[] utf8, string caller, CancellationToken cancel) =>
        InTurnAsync<CheckJson?>(caller, null, () => CheckJson.Of(PlaybookCheck.Of(utf8, Sent)), cancel);

    internal Task<(DiffJson? Diff, Refusal? Refusal)> DiffAsync(DiffBody body, string caller, CancellationToken cancel) => InTurnAsync<(DiffJson?, Refusal?)>(
        caller,
        (null, Full),
        () =>
        {
            var (old, revised) = (body.Before is null ? inForce.Edition.Utf8.ToArray() : Encoding.UTF8.GetBytes(body.Before), Encoding.UTF8.GetBytes(body.After));
            var (before, after) = (PlaybookFile.Load(old, "before.yaml"), PlaybookFile.Load(revised, "after.yaml"));
            if ((before.Playbook is null ? before : after) is { Playbook: null } unreadable)
                return (null, new Refusal("PlaybookUnreadable", string.Join("\n", unreadable.Faults)));
            return PlaybookPair.Of(before.Playbook!, old, after.Playbook!, revised, [], out var wrong) is { } pair
                ? (DiffJson.Of(pair), null)
                : (null, new Refusal("PlaybooksNotComparable", wrong!));
        },
        cancel);

    public void Dispose() => _turn.Dispose();

    private async Task<T> InTurnAsync<T>(string caller, T full, Func<T> work, CancellationToken cancel)
    {
        if (!TryWait(caller)) return full;
        try
        {
            return await _turn.RunAsync(() => Task.Run(work, cancel), cancel);
        }
        finally
        {
            lock (_callers) _callers.Remove(caller);
        }
    }

    private bool TryWait(string caller)
    {
        lock (_callers) return _callers.Count < MostWaiting && _callers.Add(caller);
    }
}
