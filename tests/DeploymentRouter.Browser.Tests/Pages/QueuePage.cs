using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Pages;

/// <summary>A team's queue, with the review beside it.</summary>
internal sealed class QueuePage(Visit visit)
{
    private IPage Page => visit.Page;

    /// <summary>The request beside the list.</summary>
    public ILocator Review => Page.Locator("#review");

    public ILocator Toast => Page.Locator(".toast");

    /// <summary>The row that is worked on; each has its customer's name in it.</summary>
    public ILocator Selected => Page.Locator("[role=grid] tr[aria-selected=true]");

    public ILocator Rows => Page.Locator("[role=grid] tr[tabindex]");

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    /// <summary>A customer's row, while it waits: one that has just left is still shown for a moment, greyed.</summary>
    public ILocator Row(string customer) => Page.Locator("[role=grid] tr[tabindex]:not(.gone)").Filter(new() { HasText = customer });

    /// <summary>Selects a customer's row and waits until the review beside it is theirs.</summary>
    public async Task OpenAsync(string customer)
    {
        await Row(customer).ClickAsync();
        await ReviewsAsync(customer);
    }

    public Task ReviewsAsync(string customer) => Expect(Review.GetByRole(AriaRole.Heading, new() { Name = customer })).ToBeVisibleAsync();

    /// <summary>Moves to a customer's row by J and K.</summary>
    public async Task MoveToAsync(string customer)
    {
        var rows = await Rows.AllInnerTextsAsync();
        var to = rows.Index().Single(row => row.Item.Contains(customer, StringComparison.Ordinal)).Index;
        var from = await Selected.EvaluateAsync<int>("row => [...document.querySelectorAll('[role=grid] tr[tabindex]')].indexOf(row)");
        for (; from != to; from += Math.Sign(to - from)) await Page.Keyboard.PressAsync(to > from ? "j" : "k");
        await ReviewsAsync(customer);
    }

    public ILocator Note => Review.GetByLabel("Note to");

    public Task NoteAsync(string text) => Note.FillAsync(text);

    /// <summary>Ticks something that is to be looked at again.</summary>
    public async Task AskAgainAsync(string label)
    {
        await Review.Locator(".asks summary").ClickAsync();
        await Review.GetByLabel(label).CheckAsync();
        await Review.Locator(".asks summary").ClickAsync();
    }

    public Task PressAsync(string button) => Review.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
