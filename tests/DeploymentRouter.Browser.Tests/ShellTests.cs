using Microsoft.Playwright;

namespace DeploymentRouter.Browser.Tests;

[Collection(SharedSite.Name)]
public sealed class ShellTests(Site site)
{
    [BrowserTheory]
    [InlineData(Look.Light, 360)]
    [InlineData(Look.Dark, 1440)]
    public async Task An_error_and_a_dialog_take_the_focus(Look look, int width)
    {
        await using var visit = await site.SignedInAsync("bram-copperkettle", "/parts", look, width);
        await visit.Page.ClickAsync("text=Show the errors");
        await Assertions.Expect(visit.Page.Locator(".errors")).ToBeFocusedAsync();

        await visit.Page.ClickAsync("text=Qualify");
        await visit.Page.ClickAsync("text=Withdraw");
        await Assertions.Expect(visit.Page.Locator("#reason")).ToBeFocusedAsync();
        await visit.AssertWellAsync();
    }

    [BrowserFact]
    public async Task A_chosen_theme_is_there_at_once_and_after_a_reload()
    {
        await using var visit = await site.SignedInAsync("wren-lanternby");
        await visit.Page.ClickAsync(".me");
        await visit.Page.CheckAsync("input[value=dark]");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await visit.AssertWellAsync();

        var first = await visit.Page.ReloadAsync();
        Assert.Contains("data-theme=\"dark\"", await first!.TextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_slash_key_goes_to_find_until_single_keys_are_switched_off()
    {
        await using var visit = await site.SignedInAsync("wren-lanternby");
        var find = visit.Page.Locator("#find");
        await visit.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(find).ToBeFocusedAsync();
        await Assertions.Expect(find).ToHaveValueAsync("");

        await visit.Page.ClickAsync(".me");
        await visit.Page.UncheckAsync(".keys input");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-keys", "off");
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.GoToAsync("/");
        await visit.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(find).Not.ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_narrow_screen_has_the_whole_menu_behind_one_button()
    {
        await using var visit = await site.SignedInAsync("wren-lanternby", "/", Look.Light, 360);
        var link = visit.Page.Locator("#main-menu >> text=Playbook");
        await Assertions.Expect(link).ToBeHiddenAsync();

        await visit.Page.TapAsync(".btn.menu");
        await Assertions.Expect(link).ToBeVisibleAsync();
        await visit.AssertWellAsync();

        await link.TapAsync();
        await visit.Page.WaitForURLAsync("**/playbook");
        await Assertions.Expect(link).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task The_first_link_leads_past_the_bar()
    {
        await using var visit = await site.SignedInAsync("wren-lanternby");
        await visit.Page.FocusAsync(".brand");
        await visit.Page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(visit.Page.Locator(".skip")).ToBeFocusedAsync();

        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("main")).ToBeFocusedAsync();
        Assert.Equal("/", new Uri(visit.Page.Url).AbsolutePath);
    }

    [BrowserFact]
    public async Task Somebody_can_change_person_and_sign_out()
    {
        // A window of its own: the others share one sign-in of each person, and this one ends.
        await using var visit = await site.VisitAsync();
        await visit.SignInAsync("wren-lanternby", "/my-work");
        await visit.Page.ClickAsync(".me");
        await visit.Page.ClickAsync("text=Switch person");
        await visit.Page.ClickAsync("button[value='hazel-evergreen']");
        await visit.Page.WaitForURLAsync("**/queues/tam");
        await visit.LiveAsync();

        await visit.Page.ClickAsync(".me");
        await visit.Page.ClickAsync("text=Sign out");
        await visit.Page.WaitForURLAsync("**/sign-in");
        await visit.Page.GotoAsync("/");
        Assert.Contains("/sign-in", visit.Page.Url, StringComparison.Ordinal);
    }
}
