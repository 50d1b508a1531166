using DeploymentRouter.Web.Components;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Queues;
using MudBlazor;
using MudBlazor.Services;

namespace DeploymentRouter.Web.Hosting;

public static class Pages
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        // Static assets of a build that was not published are found through a manifest, which only Development reads by itself.
        builder.WebHost.UseStaticWebAssets();
        // Over plain HTTP only, which is the default: a compressed page over TLS lets its length betray what it holds.
        builder.Services.AddResponseCompression();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        CircuitLimits.Add(builder);
        builder.Services.AddMudServices(mud => mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter);
        builder.Services.AddScoped<Toasts>();
        builder.Services.AddTransient<Triage>();
        builder.Services.AddSingleton<ReviewClaims>();
    }

    public static void MapHealth(this WebApplication app) =>
        app.MapGet("/health", () => TypedResults.Text("ok")).AllowAnonymous();

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>()
            // SecurityHeaders says who may frame a page, once for every response.
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
