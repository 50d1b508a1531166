using DeploymentRouter.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

/// <summary>What is typed into the intake survives two tabs, lost connections, impatient clicks and the back button.</summary>
[Collection(QuietSite.Name)]
public sealed class DraftTests(EmptySite site)
{
    [BrowserFact]
    public async Task Two_tabs_merge_different_fields_and_ask_about_the_same_one()
    {
        await using var first = await site.SignedInAsync(People.Ce, "/my-work");
        var here = await Intake.BeginAsync(first);
        await using var second = await first.AnotherTabAsync();
        var there = new Intake(second);

        await here.TypeAsync("Customer", "Marigold Bridges");
        await Expect(there.Field("Customer")).ToHaveValueAsync("Marigold Bridges");
        await there.ChooseAsync("Kind of work", "Expansion");
        await Expect(here.Answer("Kind of work", "Expansion")).ToBeCheckedAsync();

        // Nothing is stored while somebody types on; meanwhile the other tab stores the same field.
        var notes = here.Field("Notes");
        var typing = notes.PressSequentiallyAsync("Written here, a long sentence that takes its time.", new() { Delay = 60 });
        await Expect(notes).Not.ToHaveValueAsync("");
        await there.TypeAsync("Notes", "Written there.");
        await there.Field("Notes").BlurAsync();
        await typing;

        var conflict = first.Page.Locator(".conflict");
        await Expect(conflict).ToContainTextAsync("Changed in another tab");
        await Expect(conflict).ToContainTextAsync("Written there.");
        await first.AssertWellAsync();
        await conflict.GetByRole(AriaRole.Button, new() { Name = "Keep mine" }).ClickAsync();
        await Expect(conflict).ToHaveCountAsync(0);
        await Expect(there.Field("Notes")).ToHaveValueAsync("Written here, a long sentence that takes its time.");
    }

    [BrowserFact]
    public async Task Impatient_clicks_and_the_back_button_file_one_request()
    {
        await using var ce = await site.SignedInAsync(People.Ce, "/my-work");
        var intake = await Intake.BeginAsync(ce);
        await intake.CustomerAsync("Nightjar Couriers", "Migration");
        await ce.Page.GetByRole(AriaRole.Link, new() { Name = "Go to check your answers" }).ClickAsync();
        await intake.IsOnAsync("Check your answers");

        await ce.Page.Locator(".send .primary").DblClickAsync();
        await ce.Page.WaitForURLAsync(RequestPage.Address);
        var request = new RequestPage(ce);
        await request.IsAsync("Needs information");
        var number = request.Number;

        await ce.Page.GoBackAsync();
        await ce.Page.WaitForURLAsync(RequestPage.Address);
        Assert.Equal(number, request.Number);
        await ce.GoToAsync("/requests?q=nightjar");
        await Expect(ce.Page.Locator("tbody tr")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_lost_connection_says_so_and_loses_no_answer()
    {
        await using var ce = await site.SignedInAsync(People.Ce, "/my-work");
        await ce.Line.WatchAsync();
        await ce.Page.ReloadAsync();
        await ce.LiveAsync();
        var intake = await Intake.BeginAsync(ce);
        await intake.TypeAsync("Customer", "Oriole Salt Works");
        await intake.ChooseAsync("Kind of work", "New production");
        await intake.TypeAsync("Notes", "Typed a moment before the line broke.");
        await ce.Line.CutAsync();
        await Expect(ce.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Connection lost");
        await ce.AssertWellAsync();

        // Another device finds everything, whatever becomes of this page.
        await using var elsewhere = await site.SignedInAsync(People.Ce, new Uri(ce.Page.Url).AbsolutePath);
        await Expect(new Intake(elsewhere).Field("Notes")).ToHaveValueAsync("Typed a moment before the line broke.");

        await ce.Line.MendAsync();
        await Expect(ce.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(intake.Field("Notes")).ToHaveValueAsync("Typed a moment before the line broke.");
        await Expect(intake.Answer("Kind of work", "New production")).ToBeCheckedAsync();
        // A press in the moment in which the line comes back may go with it; whoever presses again goes on.
        var heading = ce.Page.Locator("h1");
        for (var press = 0; press < 3 && await heading.TextContentAsync() != "Size"; press++)
        {
            await ce.Page.GetByRole(AriaRole.Button, new() { Name = "Continue to Size" }).ClickAsync();
            await ce.Page.WaitForTimeoutAsync(3_000);
        }

        await Expect(heading).ToHaveTextAsync("Size");
    }
}
