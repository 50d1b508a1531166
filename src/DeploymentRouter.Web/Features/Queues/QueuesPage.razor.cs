using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.SignIn;

namespace DeploymentRouter.Web.Features.Queues;

public sealed partial class QueuesPage(QueueOverview overview, PlaybookInForce playbook, RequestFeed feed, SignedIn signedIn, TimeProvider time) : IDisposable
{
    private readonly Refreshing _refreshing = new();
    private IReadOnlyList<QueueSummary> _summaries = [];

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    // The team that triages by priority comes first.
    private IEnumerable<(Team Team, QueueSummary Queue)> Lines => _summaries
        .Select(queue => (playbook.Current.Team(queue.TeamId), queue))
        .OrderByDescending(line => line.queue.TeamId == PriorityScore.TeamId);

    protected override async Task OnInitializedAsync()
    {
        feed.Changed += Hear;
        await ReadAsync();
    }

    private static string Bounded(int count) =>
        count < QueueOverview.Most ? count.ToString("N0", CultureInfo.InvariantCulture) : $"{QueueOverview.Most.ToString("N0", CultureInfo.InvariantCulture)}+";

    private async Task ReadAsync()
    {
        _summaries = await overview.OfAsync(playbook.Current.Teams.Select(team => team.Id), await signedIn.SightAsync());
        StateHasChanged();
    }

    private void Hear(Guid id) => _ = InvokeAsync(() => _refreshing.RunAsync(ReadAsync));

    public void Dispose() => feed.Changed -= Hear;
}
