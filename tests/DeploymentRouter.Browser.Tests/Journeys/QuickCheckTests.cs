using DeploymentRouter.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

[Collection(QuietSite.Name)]
public sealed class QuickCheckTests(EmptySite site)
{
    [BrowserFact]
    public async Task A_quick_check_settles_the_outcome_in_a_few_questions_and_goes_on_into_the_full_request()
    {
        await using var ce = await site.SignedInAsync(People.Ce);
        var check = await QuickCheck.BeginAsync(ce);
        await check.AnswerAsync("Not at all");
        await check.GoOnAsync();

        await check.AsksAsync("Where would it run?");
        await check.PutOffAsync();
        await Expect(check.Question).Not.ToContainTextAsync("Where would it run?");
        await ce.Page.GoBackAsync();
        await check.AsksAsync("Where would it run?");
        await check.AnswerAsync("Their own data centre");
        await ce.Page.ReloadAsync();
        await ce.LiveAsync();
        await Expect(check.Question.GetByLabel("Their own data centre")).ToBeCheckedAsync();
        await Expect(ce.Page.Locator(".foot .btn.primary")).ToHaveTextAsync("See the outcome");
        await check.GoOnAsync();

        await Expect(ce.Page.Locator("h1")).ToHaveTextAsync("The outcome is Jointly Managed");
        await Expect(ce.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("It took 2 questions. The full request asks up to");
        await ce.AssertWellAsync();

        var intake = await check.ContinueInFullAsync();
        await intake.CustomerAsync("Quillwort Paper Mills", "New production");
        await intake.GoToAsync("Hosting");
        await Expect(intake.Answer("Where would it run?", "Their own data centre")).ToBeCheckedAsync();
        await intake.ContinueAsync("Check your answers");
        await Expect(ce.Page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("What would change it");
        await ce.AssertWellAsync();
        var request = await intake.SendAsync("Start: IE request");
        await request.IsAsync("Jointly Managed");
    }

    [BrowserTheory]
    [InlineData(Look.Light, 1440)]
    [InlineData(Look.Dark, 1440)]
    [InlineData(Look.Light, 360)]
    [InlineData(Look.Dark, 360)]
    public async Task A_quick_check_is_well_in_every_look(Look look, int width)
    {
        await using var ce = await site.SignedInAsync(People.OtherCe, "/requests/new/quick-check", look, width);
        var check = new QuickCheck(ce);
        await check.GoOnAsync();
        await Expect(ce.Page.Locator(".errors")).ToBeFocusedAsync();
        await ce.AssertWellAsync();
        await ce.AssertFitsAsync();
        await check.AnswerAsync("Not at all");
        await check.GoOnAsync();
        await check.AsksAsync("Where would it run?");
        await check.AnswerAsync("Azure");
        if (width < 500) await ce.Page.Locator(".pocket").ClickAsync();
        await Expect(ce.Page.Locator("#so-far")).ToContainTextAsync("carry it");
        foreach (var rest in await ce.Page.Locator("#so-far details.rest summary").AllAsync()) await rest.ClickAsync();
        await ce.AssertWellAsync();
        if (width < 500) await ce.Page.Locator("#so-far .close").ClickAsync();
        await check.GoOnAsync();
        await Expect(ce.Page.Locator("h1")).ToHaveTextAsync("The outcome is Jointly Managed");
        await ce.AssertWellAsync();
    }
}
