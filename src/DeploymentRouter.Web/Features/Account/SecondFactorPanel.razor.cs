using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Account;

/// <summary>Turns the second factor on and off.</summary>
public sealed partial class SecondFactorPanel(SecondFactor second, OwnAccount own)
{
    private string? _key;
    private string _typed = "";
    private string? _error;
    private IReadOnlyList<string> _codes = [];

    [Parameter, EditorRequired]
    public required Person Person { get; set; }

    [Parameter, EditorRequired]
    public required AccountView View { get; set; }

    [Parameter]
    public EventCallback Changed { get; set; }

    private async Task ProposeAsync()
    {
        (_typed, _error) = ("", null);
        _key = await second.ProposeAsync(Person.Id);
    }

    private async Task EnableAsync()
    {
        (_codes, var refusal) = await second.EnableAsync(Person, _typed);
        _error = refusal?.Sentence;
        if (refusal is not null) return;
        (_key, _typed) = (null, "");
        await Changed.InvokeAsync();
    }

    private async Task DisableAsync()
    {
        _error = (await own.DisableSecondFactorAsync(Person, _typed)).Refusal?.Sentence;
        if (_error is not null) return;
        _typed = "";
        await Changed.InvokeAsync();
    }
}
