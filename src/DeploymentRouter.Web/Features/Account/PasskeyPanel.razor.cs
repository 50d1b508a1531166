using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DeploymentRouter.Web.Features.Account;

/// <summary>The passkeys of an account. The browser makes them; it and the server settle that between them, in passkeys.js.</summary>
public sealed partial class PasskeyPanel(OwnAccount own, IJSRuntime js)
{
    private string? _error;

    [Parameter, EditorRequired]
    public required Person Person { get; set; }

    [Parameter, EditorRequired]
    public required AccountView View { get; set; }

    [Parameter]
    public EventCallback Changed { get; set; }

    private async Task MakeAsync()
    {
        try
        {
            await using var script = await js.InvokeAsync<IJSObjectReference>("import", "/" + Assets["passkeys.js"]);
            _error = await script.InvokeAsync<string?>("make");
        }
        catch (JSException)
        {
            _error = "The browser could not load what it needs for that. Load the page anew.";
        }

        await Changed.InvokeAsync();
    }

    private async Task RemoveAsync(PasskeyLine key)
    {
        await own.RemovePasskeyAsync(Person, key.Id);
        await Changed.InvokeAsync();
    }
}
