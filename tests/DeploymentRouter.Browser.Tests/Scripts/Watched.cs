using DeploymentRouter.Web.SignIn;
using Microsoft.Playwright;

namespace DeploymentRouter.Browser.Tests.Scripts;

/// <summary>A window that notices when something runs in it that is not the application's.</summary>
internal sealed class Watched : IAsyncDisposable
{
    private const string Firefox = "Mozilla/5.0 <script>ran=1</script><img src=x onerror=ran=1> Firefox/140.0";
    private readonly Visit _visit;
    private readonly List<string> _dialogs = [];

    private Watched(Visit visit)
    {
        _visit = visit;
        visit.Page.Dialog += (_, dialog) =>
        {
            _dialogs.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };
    }

    public IPage Page => _visit.Page;

    /// <param name="hasPolicy">Whether the browser obeys the Content-Security-Policy: without it, only escaping stands between a text and a script.</param>
    public static async Task<Watched> OpenAsync(Site site, string? person, bool hasPolicy)
    {
        var watched = new Watched(await site.VisitAsync(other: window => (window.BypassCSP, window.UserAgent) = (!hasPolicy, Firefox)));
        await watched.Page.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => (window.refused ??= []).push(e.violatedDirective + ' ' + e.sample + ' ' + e.blockedURI))");
        if (person is null) return watched;
        if (DemoPeople.Find(person) is not null)
        {
            await watched._visit.SignInAsync(person, "/my-work");
        }
        else
        {
            await watched.Page.GotoAsync("/sign-in");
            await watched._visit.FillAsync(("Mail address", Planting.Mallory), ("Password", Accounts.Password));
            await watched._visit.PressAsync("Sign in");
            await watched._visit.LiveAsync();
        }

        return watched;
    }

    /// <summary>Looks at a page and all that can be unfolded on it.</summary>
    /// <returns>What is wrong; empty: nothing.</returns>
    public async Task<IReadOnlyList<string>> LookAtAsync(string address, Func<IPage, Task>? act = null)
    {
        await Page.GotoAsync(address);
        // Those that are all there when they arrive have no circuit to wait for.
        if (await Page.Locator("script[src*='blazor.web']").CountAsync() > 0) await _visit.LiveAsync();
        if (act is not null) await act(Page);
        await Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(part => part.open = true)");
        var found = await Page.EvaluateAsync<string[]>("""
            async () => {
              await new Promise(then => setTimeout(then, 150));
              const here = node => node.outerHTML.slice(0, 160);
              const nodes = [...document.querySelectorAll("*")];
              return [
                ...(window.ran === undefined ? [] : ["a script ran"]),
                ...(window.refused ?? []).map(what => "refused: " + what),
                ...nodes.filter(n => n.getAttributeNames().some(name => name.startsWith("on"))).map(here),
                ...nodes.filter(n => n.getAttribute("src") === "x").map(here),
                ...nodes.filter(n => ["href", "src", "action", "formaction"].some(name => /^\s*(javascript|data|vbscript):/i.test(n.getAttribute(name) ?? "") && !/^data:image/.test(n.getAttribute(name)))).map(here),
                ...[...document.querySelectorAll("script:not([src])")].filter(n => n.textContent.includes("ran=1")).map(here),
              ];
            }
            """);
        return [.. found.Concat(_dialogs.Select(dialog => $"a dialog opened: {dialog}"))];
    }

    /// <summary>All that can be read on the page, what stands in fields and where links lead included.</summary>
    public Task<string> TextAsync() => Page.EvaluateAsync<string>("""
        () => [
          document.documentElement.textContent,
          ...[...document.querySelectorAll("input, textarea")].map(field => field.value),
          ...[...document.links].map(link => link.getAttribute("href")),
        ].join("\n")
        """);

    public ValueTask DisposeAsync() => _visit.DisposeAsync();
}
