using DeploymentRouter.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

[Collection(QuietSite.Name)]
public sealed class TriageTests(EmptySite site)
{
    private static readonly string[] Customers =
    [
        "Gorse & Heather", "Hollow Oak Press", "Inkberry Looms", "Jonquil Ferries", "Kelpie Maps", "Lodestar Mills", "Mallow Trams", "Nettle Radio", "Osprey Tiles", "Pippin Works",
    ];

    private const int DoublePress = 400;

    [BrowserFact]
    public async Task Ten_requests_are_decided_by_keyboard_alone()
    {
        // What other tests left in the queue has fewer points.
        foreach (var (customer, index) in Customers.Select((customer, index) => (customer, index)))
            await site.SendToIeAsync(customer, 5_000_000 - index * 100_000m);
        await using var ie = await site.SignedInAsync(People.Ie, "/queues/ie?stage=qualification");
        var queue = new QueuePage(ie);
        await queue.MoveToAsync(Customers[0]);
        await queue.Selected.FocusAsync();

        await PinAsync(queue, ie);
        for (var i = 0; i < Customers.Length; i++)
        {
            await queue.ReviewsAsync(Customers[i]);
            await (i % 5 == 3 ? DeclineAsync(queue, ie, Customers[i]) : i % 5 == 4 ? SendBackAsync(queue, ie, Customers[i]) : QualifyAsync(queue, ie, Customers[i]));
            await Expect(queue.Row(Customers[i])).ToHaveCountAsync(0);
            // A key pressed again at once is taken for a double press, and does nothing to the next request.
            await ie.Page.WaitForTimeoutAsync(DoublePress);
        }
    }

    private static async Task PinAsync(QueuePage queue, Visit ie)
    {
        await ie.Page.Keyboard.PressAsync("p");
        await Expect(queue.Dialog.GetByLabel("Why it goes first")).ToBeFocusedAsync();
        await ie.Page.Keyboard.TypeAsync("Their board decides on Friday.");
        await ie.TabToAsync("Pin it");
        await ie.Page.Keyboard.PressAsync("Enter");
        await Expect(queue.Row(Customers[0])).ToContainTextAsync("Their board decides on Friday.");
        await Expect(ie.Page.Locator("tr.group").First).ToContainTextAsync("Pinned, 1");
        await ie.AssertWellAsync();
        await queue.Selected.FocusAsync();
    }

    private static async Task QualifyAsync(QueuePage queue, Visit ie, string customer)
    {
        await ie.Page.Keyboard.PressAsync("1");
        await Expect(queue.Toast).ToContainTextAsync($"{customer}: you finished Qualification");
    }

    private static async Task DeclineAsync(QueuePage queue, Visit ie, string customer)
    {
        await ie.Page.Keyboard.PressAsync("2");
        await Expect(queue.Review.GetByLabel("Reason")).ToBeFocusedAsync();
        await ie.Page.Keyboard.PressAsync("ArrowDown");
        await ie.TabToAsync("Note to");
        await ie.Page.Keyboard.TypeAsync("Not this quarter.");
        await Expect(queue.Review.Locator(".preview")).ToContainTextAsync("Not this quarter.");
        await ie.TabToAsync("Decline");
        await ie.Page.Keyboard.PressAsync("Enter");
        await Expect(queue.Toast).ToContainTextAsync($"{customer}: you declined it");
    }

    private static async Task SendBackAsync(QueuePage queue, Visit ie, string customer)
    {
        await ie.Page.Keyboard.PressAsync("3");
        await Expect(queue.Note).ToBeFocusedAsync();
        await ie.Page.Keyboard.TypeAsync("Which cluster is it?");
        await ie.Page.Keyboard.PressAsync("Escape");
        await ie.Page.Keyboard.PressAsync("3");
        await Expect(queue.Toast).ToContainTextAsync($"{customer}: you sent it back");
    }
}
