using Microsoft.Playwright;

namespace DeploymentRouter.Browser.Tests;

/// <summary>The line between a page and the server, to be cut and mended.</summary>
public sealed class Line(IPage page)
{
    private const string Circuit = "**/_blazor/**";

    /// <summary>Has the next pages keep hold of their sockets, so that these can be closed from outside.</summary>
    public Task WatchAsync() => page.AddInitScriptAsync("""
        const sockets = window.sockets = [];
        window.WebSocket = class extends WebSocket {
          constructor(...args) { super(...args); sockets.push(this); }
        };
        """);

    /// <summary>Closes what is open and lets nothing new through.</summary>
    public async Task CutAsync()
    {
        await page.RouteAsync(Circuit, route => route.AbortAsync());
        await page.EvaluateAsync("() => sockets.forEach(socket => socket.close())");
    }

    public Task MendAsync() => page.UnrouteAsync(Circuit);
}
