using DeploymentRouter.Web.Theme;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace DeploymentRouter.Web.Components;

public sealed partial class App
{
    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    // Sign-in and the error page must work when a circuit cannot: they stay plain HTML.
    private bool IsInteractive => Http.AcceptsInteractiveRouting();

    private IComponentRenderMode? Mode => IsInteractive ? RenderMode.InteractiveServer : null;

    private ThemeChoice Theme => ThemeChoice.Parse(Http.Request.Cookies[ThemeChoice.Cookie]);

    private string? Keys => Http.Request.Cookies["router.keys"] is "off" ? "off" : null;
}
