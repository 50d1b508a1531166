using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Proving;

namespace DeploymentRouter.Web.Features.Playbooks.Proof;

/// <summary>Proves a playbook once, when somebody first looks, and keeps the proof as long as it is asked about that playbook.</summary>
public sealed class PlaybookProofs(TimeProvider time)
{
    private readonly Lock gate = new();
    private string? hash;
    private Task<ProvenPlaybook>? proof;

    /// <summary>Under way or done; nobody who looks at a page waits for it on the server.</summary>
    public Task<ProvenPlaybook> OfAsync(Playbook playbook)
    {
        lock (gate)
        {
            if (proof is null || proof.IsFaulted || !string.Equals(hash, playbook.Hash, StringComparison.Ordinal))
                (hash, proof) = (playbook.Hash, Task.Run(() => Prove(playbook)));
            return proof;
        }
    }

    private ProvenPlaybook Prove(Playbook playbook)
    {
        var start = time.GetTimestamp();
        var proven = ProvenPlaybook.Of(playbook);
        return proven with { At = time.GetUtcNow().UtcDateTime, Took = time.GetElapsedTime(start) };
    }
}
