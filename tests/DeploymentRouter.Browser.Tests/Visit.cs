using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DeploymentRouter.Browser.Tests;

/// <summary>One window on the site.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly List<string> _errors = [];

    public Visit(IPage page)
    {
        Page = page;
        Line = new Line(page);
        page.PageError += (_, error) => _errors.Add(error);
    }

    public IPage Page { get; }

    public Line Line { get; }

    public async Task SignInAsync(string personId, string page)
    {
        await Page.GotoAsync($"/sign-in?returnUrl={Uri.EscapeDataString(page)}");
        await Page.ClickAsync($"button[value='{personId}']");
        await LiveAsync();
        // The start page leads each role to its own; who wants the start page itself goes there.
        if (page is "/") await GoToAsync(page);
    }

    /// <summary>Goes to an address and waits until the page answers to clicks.</summary>
    public async Task GoToAsync(string address)
    {
        await Page.GotoAsync(address);
        await LiveAsync();
    }

    /// <summary>Opens the same address once more, in a tab beside this one.</summary>
    public async Task<Visit> AnotherTabAsync()
    {
        var tab = new Visit(await Page.Context.NewPageAsync());
        await tab.GoToAsync(Page.Url);
        return tab;
    }

    /// <summary>Fills in fields by their labels.</summary>
    public async Task FillAsync(params (string Label, string Text)[] fields)
    {
        foreach (var (label, text) in fields) await Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
    }

    /// <summary>Presses the button with this name.</summary>
    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Waits until the page answers to clicks: before that it is only a picture.</summary>
    public Task LiveAsync() => Page.WaitForSelectorAsync("main[data-live]");

    /// <summary>Presses Tab until the focus is on what is called so.</summary>
    public async Task TabToAsync(string name)
    {
        const int most = 20;
        for (var i = 0; i < most; i++)
        {
            if ((await FocusedAsync()).Contains(name, StringComparison.Ordinal)) return;
            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"After {most} times Tab the focus is on “{await FocusedAsync()}”, not on “{name}”.");
    }

    private Task<string> FocusedAsync() => Page.EvaluateAsync<string>("(document.activeElement.labels?.[0] ?? document.activeElement).innerText.trim()");

    /// <summary>Has the device ask for light or dark, and waits until all of the page follows.</summary>
    public async Task LookAsync(Look look)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = look is Look.Dark ? ColorScheme.Dark : ColorScheme.Light });
        // Our own part follows by itself, MudBlazor's over the server.
        await Page.WaitForFunctionAsync("""
            dark => {
              const mud = getComputedStyle(document.documentElement).getPropertyValue("--mud-palette-surface");
              return !mud || dark === (mud !== "" && !/^(#fff|rgba?\(255)/i.test(mud.trim()));
            }
            """, look is Look.Dark);
    }

    /// <summary>Nothing of the page sticks out of the window.</summary>
    public async Task AssertFitsAsync()
    {
        var tooWide = await Page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= innerWidth ? [] :
              [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 120))
            """);
        Assert.True(tooWide.Length == 0, $"{Page.Url} is wider than the window:\n{string.Join('\n', tooWide.Take(5))}");
    }

    /// <summary>No serious or critical violation of WCAG that axe can see, and no script has failed.</summary>
    public async Task AssertWellAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        var violations = result.Violations
            .Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{v.Impact} {v.Id}: {v.Help}\n" + string.Join('\n', v.Nodes.Select(n => "   " + Where(n))));
        Assert.True(!violations.Any(), $"{Page.Url}\n{string.Join('\n', violations)}");
        Assert.Empty(_errors);
    }

    /// <summary>Keeps a picture of the whole page in the directory that SCREENSHOTS names; without it, does nothing.</summary>
    public async Task ScreenshotAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is not { Length: > 0 } directory) return;
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(directory, $"{name}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private static string Where(AxeResultNode node) => $"{string.Join(' ', node.Any.Select(check => check.Message))} {node.Html}";
}
