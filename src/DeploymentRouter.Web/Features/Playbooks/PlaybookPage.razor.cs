using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Proving;
using DeploymentRouter.Web.Features.Playbooks.Proof;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Playbooks;

public sealed partial class PlaybookPage
{
    private ProvenPlaybook? _proven;

    [Inject]
    private PlaybookInForce InForce { get; set; } = default!;

    [Inject]
    private PlaybookProofs Proofs { get; set; } = default!;

    [Parameter]
    public string? Part { get; set; }

    /// <summary>Only the tests that this row decides.</summary>
    [SupplyParameterFromQuery]
    public string? Row { get; set; }

    // The first response never waits for a proof: it shows what is there, and the rest comes through the circuit.
    protected override async Task OnInitializedAsync()
    {
        var proof = Proofs.OfAsync(InForce.Current);
        if (proof.IsCompletedSuccessfully)
            _proven = await proof;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || _proven is not null)
            return;
        _proven = await Proofs.OfAsync(InForce.Current);
        StateHasChanged();
    }
}
