using DeploymentRouter.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

[Collection(QuietSite.Name)]
public sealed class KeyboardTests(EmptySite site)
{
    [BrowserFact]
    public async Task Bram_works_through_his_queue_without_a_mouse()
    {
        await site.SendToIeAsync("Aster Foundry", 900_000);
        await site.SendToIeAsync("Birchwater Mills", 300_000);
        await site.SendToIeAsync("Cloverleaf Trams", 120_000);
        await site.SendToIeAsync("Dewpoint Weather", 60_000);
        await using var ie = await site.SignedInAsync(People.Ie, "/queues/ie");
        var queue = new QueuePage(ie);

        await MoveAsync(queue, ie);
        await QualifyAndUndoAsync(queue, ie);
        await SendBackAsync(queue, ie);
        await DeclineAsync(queue, ie);
        await AssignAndHoldAsync(queue, ie);
    }

    [BrowserFact]
    public async Task Keys_that_are_switched_off_do_nothing()
    {
        await site.SendToIeAsync("Ember Street Press");
        await site.SendToIeAsync("Fogbank Signals");
        await using var ie = await site.SignedInAsync(People.Ie, "/queues/ie");
        var queue = new QueuePage(ie);
        await queue.OpenAsync("Ember Street Press");
        await ie.Page.GetByRole(AriaRole.Button, new() { Name = "Switch keys off" }).PressAsync("Enter");
        await Expect(ie.Page.GetByRole(AriaRole.Button, new() { Name = "Switch keys on" })).ToBeVisibleAsync();

        await queue.Selected.FocusAsync();
        foreach (var key in (string[])["1", "2", "3", "a", "h", "t", "u", "j", "?", "/"]) await ie.Page.Keyboard.PressAsync(key);
        // Arrows are no single letters: they still move, and what was pressed before them has been heard by then.
        await ie.Page.Keyboard.PressAsync("ArrowDown");
        await queue.ReviewsAsync("Fogbank Signals");
        await Expect(queue.Dialog).ToHaveCountAsync(0);
        await Expect(queue.Toast).ToHaveCountAsync(0);
        await Expect(queue.Row("Ember Street Press")).ToContainTextAsync("Qualify");
        await Expect(queue.Row("Ember Street Press")).ToContainTextAsync("Nobody");
    }

    private static async Task MoveAsync(QueuePage queue, Visit ie)
    {
        await queue.ReviewsAsync("Aster Foundry");
        await ie.Page.Keyboard.PressAsync("j");
        await queue.ReviewsAsync("Birchwater Mills");
        await ie.Page.Keyboard.PressAsync("j");
        await queue.ReviewsAsync("Cloverleaf Trams");
        await ie.Page.Keyboard.PressAsync("k");
        await queue.ReviewsAsync("Birchwater Mills");
    }

    private static async Task QualifyAndUndoAsync(QueuePage queue, Visit ie)
    {
        await ie.Page.Keyboard.PressAsync("1");
        await Expect(queue.Toast).ToContainTextAsync("Birchwater Mills: you finished Qualification");
        await queue.ReviewsAsync("Cloverleaf Trams");
        await Expect(queue.Selected).ToBeFocusedAsync();

        await ie.Page.Keyboard.PressAsync("u");
        await queue.ReviewsAsync("Birchwater Mills");
        await Expect(queue.Row("Birchwater Mills")).ToContainTextAsync("Qualify");
        await Expect(queue.Row("Birchwater Mills")).ToBeFocusedAsync();
        await ie.Page.Keyboard.PressAsync("j");
        await queue.ReviewsAsync("Cloverleaf Trams");
    }

    private static async Task SendBackAsync(QueuePage queue, Visit ie)
    {
        await ie.Page.Keyboard.PressAsync("3");
        await Expect(queue.Note).ToBeFocusedAsync();
        await Expect(queue.Review).ToContainTextAsync("Write what is missing.");
        await ie.Page.Keyboard.TypeAsync("1 design document is missing.");
        await ie.Page.Keyboard.PressAsync("Escape");
        await Expect(queue.Row("Cloverleaf Trams")).ToBeFocusedAsync();
        await ie.Page.Keyboard.PressAsync("3");
        await Expect(queue.Toast).ToContainTextAsync("Cloverleaf Trams: you sent it back, to look at How we reach them and Where it would run.");
        await queue.ReviewsAsync("Dewpoint Weather");
    }

    private static async Task DeclineAsync(QueuePage queue, Visit ie)
    {
        await queue.MoveToAsync("Aster Foundry");
        await queue.MoveToAsync("Dewpoint Weather");
        await ie.Page.Keyboard.PressAsync("2");
        await Expect(queue.Review.GetByLabel("Reason")).ToBeFocusedAsync();
        await ie.Page.Keyboard.PressAsync("Escape");
        await Expect(queue.Row("Dewpoint Weather")).ToBeFocusedAsync();
        await Expect(queue.Review.GetByLabel("Reason")).ToHaveCountAsync(0);
        await ie.Page.Keyboard.PressAsync("2");
        await Expect(queue.Review.GetByLabel("Reason")).ToBeFocusedAsync();
        await ie.Page.Keyboard.PressAsync("ArrowDown");
        await ie.TabToAsync("Note to");
        await ie.Page.Keyboard.TypeAsync("One machine is enough for them.");
        await ie.TabToAsync("Decline");
        await ie.Page.Keyboard.PressAsync("Enter");
        await Expect(queue.Toast).ToContainTextAsync("Dewpoint Weather: you declined it");
        await Expect(queue.Row("Dewpoint Weather")).ToHaveCountAsync(0);
    }

    private static async Task AssignAndHoldAsync(QueuePage queue, Visit ie)
    {
        await queue.MoveToAsync("Aster Foundry");
        await ie.Page.Keyboard.PressAsync("a");
        await Expect(queue.Dialog).ToContainTextAsync("Who takes");
        await Expect(queue.Dialog.GetByLabel("Bram Copperkettle")).ToBeFocusedAsync();
        await ie.Page.Keyboard.PressAsync("ArrowDown");
        await ie.TabToAsync("Assign");
        await ie.Page.Keyboard.PressAsync("Enter");
        await Expect(queue.Row("Aster Foundry")).ToContainTextAsync("T. Ironbark");
        await Expect(queue.Dialog).ToHaveCountAsync(0);

        await queue.MoveToAsync("Birchwater Mills");
        await queue.MoveToAsync("Aster Foundry");
        await ie.Page.Keyboard.PressAsync("h");
        await Expect(queue.Dialog.GetByLabel("Reason")).ToBeFocusedAsync();
        await ie.Page.Keyboard.PressAsync("ArrowDown");
        await ie.Page.Keyboard.PressAsync("Tab");
        await Expect(queue.Dialog.GetByLabel("What it waits for")).ToBeFocusedAsync();
        await ie.Page.Keyboard.TypeAsync("Their change freeze.");
        await ie.TabToAsync("Put on hold");
        await ie.Page.Keyboard.PressAsync("Enter");
        await Expect(queue.Review).ToContainTextAsync("On hold.");
        await Expect(queue.Dialog).ToHaveCountAsync(0);

        await ie.Page.Keyboard.PressAsync("?");
        await Expect(queue.Dialog).ToContainTextAsync("Keys of this page");
        await Expect(queue.Dialog.GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        await ie.AssertWellAsync();
        await ie.Page.Keyboard.PressAsync("Escape");
        await Expect(queue.Dialog).ToHaveCountAsync(0);

        await queue.MoveToAsync("Birchwater Mills");
        await queue.MoveToAsync("Aster Foundry");
        await ie.Page.Keyboard.PressAsync("h");
        await Expect(queue.Review).Not.ToContainTextAsync("On hold.");
        await ie.Page.Keyboard.PressAsync("Enter");
        await ie.Page.WaitForURLAsync(RequestPage.Address);
        await new RequestPage(ie).IsWithAsync("IE", "Qualification");
    }
}
