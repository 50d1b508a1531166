using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Persistence.Queues;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DeploymentRouter.Web.Features.Queues;

public sealed partial class BandwidthMenu(TeamBandwidths bandwidths, IJSRuntime js)
{
    private IReadOnlyList<Bandwidth> _said = [];
    private string _typed = "";
    private string? _error;
    private string? _of;

    [Parameter, EditorRequired]
    public required Team Team { get; set; }

    [Parameter, EditorRequired]
    public required Person Person { get; set; }

    /// <summary>As the list shows it; somebody else may have said another number meanwhile.</summary>
    [Parameter]
    public QueueCut? Cut { get; set; }

    [Parameter]
    public EventCallback Changed { get; set; }

    private string? InForce => Cut?.Bandwidth.Requests?.ToString(CultureInfo.InvariantCulture);

    protected override async Task OnParametersSetAsync()
    {
        var shown = $"{Team.Id} {Cut?.Bandwidth.At:O}";
        if (_of == shown) return;
        _of = shown;
        (_typed, _error) = (InForce ?? "", null);
        _said = await bandwidths.OfAsync(Team.Id);
    }

    private async Task SaveAsync()
    {
        _error = (await bandwidths.SetAsync(Team.Id, Read(_typed.Trim()), Person))?.Sentence;
        if (_error is not null) return;
        _of = null;
        await Changed.InvokeAsync();
        await js.InvokeVoidAsync("shell.closePopover", "bandwidth");
    }

    // What is no number is refused like a number that is none.
    private static int? Read(string typed) => typed.Length == 0 ? null
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : -1;
}
