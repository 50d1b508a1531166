using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Scripts;

/// <summary>Whatever people type into a field or an address is shown as what they typed, and nothing of it runs.</summary>
public sealed partial class StoredScriptsTests(ScriptSite site) : IClassFixture<ScriptSite>
{
    private const string Fragment = "\"'><script>ran=1</script><img src=x onerror=ran=1><svg onload=ran=1>";

    public static TheoryData<string> Reflecting =>
    [
        "/requests?q=SCRIPT&strategy=SCRIPT&team=SCRIPT&stage=SCRIPT&state=SCRIPT&sort=SCRIPT&after=SCRIPT&before=SCRIPT",
        "/queues/ie?stage=SCRIPT&hold=SCRIPT&assignee=SCRIPT&at=SCRIPT&sort=SCRIPT&show=SCRIPT",
        "/growth?who=SCRIPT&page=SCRIPT",
        "/audit?kind=SCRIPT&person=SCRIPT&from=SCRIPT&to=SCRIPT&older=SCRIPT&newer=SCRIPT",
        "/account/tokens?team=SCRIPT",
        "/requests/1001?history=SCRIPT&at=SCRIPT",
        "/teams/SCRIPT",
        "/queues/SCRIPT",
        "/playbook/SCRIPT",
        "/playbook?row=SCRIPT",
        "/api/reference/SCRIPT",
        "/SCRIPT",
        "/error?reference=SCRIPT",
        "/sign-in?returnUrl=SCRIPT",
        "/sign-in?returnUrl=javascript:ran=1",
        "/sign-in/sso/problem?why=SCRIPT&returnUrl=SCRIPT",
        "/sign-in/second-step?returnUrl=SCRIPT",
        "/sign-out/sso?ticket=SCRIPT&returnUrl=SCRIPT",
        "/welcome?code=SCRIPT",
        "/set-up?code=SCRIPT",
        "/status/SCRIPT",
    ];

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_stored_script_runs_and_each_is_shown_as_text(bool hasPolicy)
    {
        var planted = await site.PlantedAsync();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var pages in planted.Pages.Distinct().GroupBy(page => page.Person ?? ""))
        {
            await using var window = await Watched.OpenAsync(site, pages.Key is "" ? null : pages.Key, hasPolicy);
            foreach (var (_, address) in pages)
            {
                wrong.AddRange((await window.LookAtAsync(address)).Select(what => $"{address}: {what}"));
                var text = await window.TextAsync();
                seen.UnionWith(planted.Texts.Where(one => text.Contains(one.Value, StringComparison.Ordinal)).Select(one => one.Key));
            }
        }

        Assert.Empty(wrong);
        Assert.Empty(planted.Texts.Keys.Except(seen));
    }

    [BrowserTheory]
    [MemberData(nameof(Reflecting))]
    public async Task No_script_in_an_address_runs(string address)
    {
        var person = address.StartsWith("/sign-", StringComparison.Ordinal) || address.StartsWith("/welcome", StringComparison.Ordinal) ? null : People.Admin;
        await using var window = await Watched.OpenAsync(site, person, hasPolicy: false);
        // The page after signing out leads on by itself.
        Func<IPage, Task>? wait = address.StartsWith("/sign-out", StringComparison.Ordinal) ? page => Expect(page).ToHaveURLAsync(SignInPage()) : null;
        Assert.Empty(await window.LookAtAsync(address.Replace("SCRIPT", Uri.EscapeDataString(Fragment), StringComparison.Ordinal), wait));
    }

    [BrowserFact]
    public async Task No_script_in_the_search_box_or_in_a_checked_table_runs()
    {
        await site.PlantedAsync();
        await using var window = await Watched.OpenAsync(site, People.Tam, hasPolicy: false);
        Assert.Empty(await window.LookAtAsync("/growth/import", page => page.ClickAsync("text=Only check")));
        Assert.Contains("pasted readings", await window.TextAsync(), StringComparison.Ordinal);
        Assert.Empty(await window.LookAtAsync("/my-work", async page =>
        {
            await page.GetByRole(AriaRole.Searchbox).First.FillAsync(Fragment);
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Requests" })).ToBeVisibleAsync();
        }));
    }

    [GeneratedRegex("/sign-in", RegexOptions.None, 1000)]
    private static partial Regex SignInPage();
}
