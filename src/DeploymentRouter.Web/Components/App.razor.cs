using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Hosting;
using DeploymentRouter.Web.SignIn;
using DeploymentRouter.Web.Theme;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace DeploymentRouter.Web.Components;

public sealed partial class App(OpenCircuits circuits)
{
    private OpenCircuits.Room _room;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    // Sign-in and the error page must work when a circuit cannot: they stay plain HTML.
    private bool IsInteractive => _room is OpenCircuits.Room.Enough && Http.AcceptsInteractiveRouting();

    private IComponentRenderMode? Mode => IsInteractive ? RenderMode.InteractiveServer : null;

    private ThemeChoice Theme => ThemeChoice.Parse(Http.Request.Cookies[ThemeChoice.Cookie]);

    protected override void OnInitialized()
    {
        if (!Http.AcceptsInteractiveRouting()) return;
        _room = circuits.For(Http.User.ToPerson()?.Id ?? "");
        if (_room is not OpenCircuits.Room.Enough) Http.AnswerTooMany();
    }

    private string? Keys => Http.Request.Cookies["router.keys"] is "off" ? "off" : null;
}
