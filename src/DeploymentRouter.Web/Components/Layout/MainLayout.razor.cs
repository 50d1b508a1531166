using DeploymentRouter.Core.People;
using DeploymentRouter.Web.SignIn;
using DeploymentRouter.Web.Theme;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace DeploymentRouter.Web.Components.Layout;

public sealed partial class MainLayout(SignedIn signedIn, IJSRuntime js)
{
    private MudThemeProvider? _mud;
    private Person? _person;
    private bool _isDark;

    [CascadingParameter]
    private Preferences Preferences { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _isDark = Preferences.Theme.IsDark;
        _person = await signedIn.PersonAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || _mud is null) return;
        await _mud.WatchSystemDarkModeAsync(FollowDeviceAsync);
        await FollowDeviceAsync(await _mud.GetSystemDarkModeAsync());
    }

    private async Task ChooseThemeAsync(string name)
    {
        _isDark = await js.InvokeAsync<bool>("preferences.theme", name);
        Preferences.Theme = new ThemeChoice(name, _isDark);
    }

    private Task FollowDeviceAsync(bool isDark)
    {
        if (Preferences.Theme.Name is not "system" || isDark == _isDark) return Task.CompletedTask;
        _isDark = isDark;
        return InvokeAsync(StateHasChanged);
    }
}
