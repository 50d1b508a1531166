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
        page.PageError += (_, error) => _errors.Add(error);
    }

    public IPage Page { get; }

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

    /// <summary>No serious or critical violation of WCAG that axe can see, and no script has failed.</summary>
    public async Task AssertWellAsync()
    {
        var result = await Page.RunAxe();
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
