using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests;

[Collection(SharedSite.Name)]
public sealed class RequestPagesTests(Site site)
{
    private const string Sales = "juniper-goldfinch";

    [BrowserTheory]
    [InlineData(Look.Light, 1440)]
    [InlineData(Look.Dark, 360)]
    public async Task Whoever_works_on_a_request_has_accessible_dialogs(Look look, int width)
    {
        await using var visit = await site.SignedInAsync("wren-lanternby", "/requests", look, width);
        await OpenFirstAsync(visit, "stage=managed_instance_request");
        foreach (var act in new[] { "Change customer facts", "Put on hold", "Override the strategy", "Withdraw" })
        {
            await visit.Page.ClickAsync(".btn[popovertarget=more-acts]");
            await visit.Page.ClickAsync($"#more-acts button:has-text('{act}')");
            await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            await visit.AssertWellAsync();
            await visit.Page.Keyboard.PressAsync("Escape");
            await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        }
    }

    [BrowserFact]
    public async Task Two_people_act_at_once_and_the_second_is_told_what_the_first_did()
    {
        await using var sales = await site.SignedInAsync(Sales, "/requests");
        var address = await OpenFirstAsync(sales, "stage=qualification&state=in-progress&sort=opened");
        await sales.Page.FillAsync("#comment", "Can I tell them?");
        await using var first = await site.SignedInAsync("tansy-ironbark", address);
        await using var second = await site.SignedInAsync("bram-copperkettle", address);
        await second.Page.ClickAsync("button:has-text('Send back')");
        await second.Page.FillAsync("#act-reason", "Which cluster is it?");

        await first.Page.Locator(".work .primary").DblClickAsync();
        await Expect(first.Page.Locator(".facts")).ToContainTextAsync("Kick-off");
        await Expect(first.Page.Locator("#work")).ToBeFocusedAsync();
        await Expect(sales.Page.Locator(".facts")).ToContainTextAsync("Kick-off");
        await Expect(sales.Page.Locator("#comment")).ToHaveValueAsync("Can I tell them?");

        await second.Page.ClickAsync(".dialog button:has-text('Send back')");
        await Expect(second.Page.Locator(".dialog [role=alert]")).ToContainTextAsync("While you looked, Tansy Ironbark finished Qualification");
        await Expect(second.Page.Locator("#act-reason")).ToHaveValueAsync("Which cluster is it?");

        await first.Page.ClickAsync(".toast button");
        await Expect(sales.Page.Locator(".facts")).ToContainTextAsync("Qualification");
        await Expect(sales.Page.Locator(".write .meta")).ToContainTextAsync("Draft saved");
        await sales.GoToAsync(address);
        await Expect(sales.Page.Locator("#comment")).ToHaveValueAsync("Can I tell them?");
    }

    [BrowserTheory]
    [InlineData(Look.Light, 1440)]
    [InlineData(Look.Dark, 360)]
    public async Task Every_figure_of_the_relay_explains_itself_on_focus_and_gives_way_to_Escape(Look look, int width)
    {
        await using var visit = await site.SignedInAsync("wren-lanternby", "/requests", look, width);
        await OpenFirstAsync(visit, "stage=provision&state=in-progress");
        foreach (var figure in new[] { "#head-due", "#relay-total", "#piece-1", "#stay-0", "#clock-1" })
        {
            var says = visit.Page.Locator($"{figure}-says");
            await Expect(says).ToBeHiddenAsync();
            await visit.Page.FocusAsync(figure);
            await visit.Page.Keyboard.PressAsync("Shift");
            await Expect(says).ToBeVisibleAsync();
            await visit.AssertWellAsync();
            await visit.Page.Keyboard.PressAsync("Escape");
            await Expect(says).ToBeHiddenAsync();
        }

        await Expect(visit.Page.Locator("#clock-1-says")).ToContainTextAsync("24 hours from the start of Cloud review on");
    }

    [BrowserFact]
    public async Task A_request_is_put_on_hold_and_resumed_by_keyboard_alone()
    {
        await using var visit = await site.SignedInAsync("wren-lanternby", "/requests");
        await OpenFirstAsync(visit, "stage=build_production&state=in-progress");
        var keys = visit.Page.Keyboard;
        await visit.Page.FocusAsync(".btn[popovertarget=more-acts]");
        await keys.PressAsync("Enter");
        await Expect(visit.Page.Locator("#more-acts")).ToBeVisibleAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        await Expect(visit.Page.Locator(":focus")).ToHaveTextAsync("Put on hold");
        await keys.PressAsync("Enter");
        await Expect(visit.Page.Locator("#act-code")).ToBeFocusedAsync();

        await keys.PressAsync("Escape");
        await Expect(visit.Page.Locator(".btn[popovertarget=more-acts]")).ToBeFocusedAsync();

        await keys.PressAsync("Enter");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Expect(visit.Page.Locator("#act-code")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Tab");
        // Faster than any round trip to the server: no letter may be lost.
        await keys.TypeAsync("Change freeze until the steering group meets.");
        await visit.Page.FocusAsync(".dialog .primary");
        await keys.PressAsync("Enter");
        await Expect(visit.Page.Locator("#main .banner")).ToContainTextAsync("Change freeze until the steering group meets.");

        await visit.Page.FocusAsync(".work .primary");
        await keys.PressAsync("Enter");
        await Expect(visit.Page.Locator(".facts")).Not.ToContainTextAsync("on hold");
    }

    [BrowserFact]
    public async Task Three_sentences_are_copied_or_else_selected_for_whoever_wants_them()
    {
        await using var visit = await site.SignedInAsync(Sales, "/requests");
        await OpenFirstAsync(visit, "stage=kubernetes_deployment");
        var (copy, shown) = (visit.Page.Locator("[data-copy-shown]"), await visit.Page.Locator("#three-sentences").InnerTextAsync());
        await visit.Page.EvaluateAsync("navigator.clipboard.writeText = async text => { window.copied = text; }");
        await copy.ClickAsync();
        await Expect(copy).ToHaveTextAsync("Copied");
        Assert.Equal(shown, await visit.Page.EvaluateAsync<string>("window.copied"));

        await Expect(copy).ToHaveTextAsync("Copy three sentences");
        await visit.Page.EvaluateAsync("navigator.clipboard.writeText = async () => { throw new Error('forbidden'); }; document.execCommand = () => false;");
        await copy.ClickAsync();
        await Expect(copy).ToHaveTextAsync("Not allowed to copy. The text is selected");
        Assert.Equal(shown, await visit.Page.EvaluateAsync<string>("getSelection().toString()"));
    }

    [BrowserFact]
    public async Task What_the_list_shows_is_in_its_address_and_the_back_button_goes_back()
    {
        await using var visit = await site.SignedInAsync(Sales, "/requests");
        await visit.Page.SelectOptionAsync("select[name=strategy]", "cloud");
        await visit.Page.WaitForURLAsync("**/requests?strategy=cloud");
        await Expect(visit.Page.Locator("tbody .strategy").First).ToContainTextAsync("Cloud");
        await visit.Page.FillAsync("input[name=q] >> nth=-1", "lantern");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(1);

        await visit.Page.GoBackAsync();
        await visit.Page.GoBackAsync();
        await Expect(visit.Page.Locator("select[name=strategy]")).ToHaveValueAsync("");
        await Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(50);
    }

    /// <summary>Opens the first request of a list; its address.</summary>
    private static async Task<string> OpenFirstAsync(Visit visit, string filter)
    {
        await visit.GoToAsync($"/requests?{filter}");
        var address = await visit.Page.Locator("tbody a").First.GetAttributeAsync("href");
        await visit.GoToAsync(address!);
        return address!;
    }
}
