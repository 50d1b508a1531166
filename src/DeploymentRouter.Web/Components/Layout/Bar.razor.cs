using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Components.Layout;

public sealed partial class Bar(NavigationManager navigation, QueueOfTeam queue, RequestFeed feed, Sights sights) : IDisposable
{
    private readonly Refreshing _refreshing = new();
    private int _waiting;

    [Parameter, EditorRequired]
    public required Person Person { get; set; }

    [Parameter]
    public EventCallback<string> ThemeChosen { get; set; }

    private string Role => Person.IsAdmin ? "administrator" : TeamLook.FullName(Person.TeamId);

    private string Here => "/" + navigation.ToBaseRelativePath(navigation.Uri).Split('#')[0];

    protected override async Task OnInitializedAsync()
    {
        feed.Changed += Hear;
        await CountAsync();
    }

    private async Task CountAsync()
    {
        if (Person.TeamId is "") return;
        _waiting = await queue.CountAsync(Person.TeamId, NavLinks.MostCounted, await sights.OfAsync(Person));
        StateHasChanged();
    }

    private void Hear(Guid id) => _ = InvokeAsync(() => _refreshing.RunAsync(CountAsync));

    public void Dispose() => feed.Changed -= Hear;
}
