using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Requests;

/// <content>A request as it is shown to whoever does not see revenue and market figures.</content>
public sealed partial class Request
{
    /// <summary>True: revenue and market figures are left out everywhere. It is there to be read, and is never stored.</summary>
    public bool LeavesOutCommercial { get; private set; }

    /// <summary>Rebuilds a request from its stored history without revenue and market figures, so that nothing made of it can tell them.</summary>
    public static Request ShownFromHistory(Guid id, int number, Playbook playbook, IEnumerable<HistoryEntry> history)
    {
        var shown = FromHistory(id, number, playbook, history.Select(entry => entry.WithoutCommercial()));
        shown.LeavesOutCommercial = true;
        return shown;
    }
}
