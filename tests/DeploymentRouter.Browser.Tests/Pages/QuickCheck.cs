using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Pages;

/// <summary>The quick check, one question at a time.</summary>
internal sealed class QuickCheck(Visit visit)
{
    private IPage Page => visit.Page;

    /// <summary>The question that is asked.</summary>
    public ILocator Question => Page.Locator(".q");

    public static async Task<QuickCheck> BeginAsync(Visit visit)
    {
        await visit.GoToAsync("/");
        await visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Quick check" }).ClickAsync();
        var check = new QuickCheck(visit);
        await check.AsksAsync("How can we reach");
        return check;
    }

    /// <summary>This question is asked, and its field has the focus.</summary>
    public async Task AsksAsync(string wording)
    {
        await Expect(Question).ToContainTextAsync(wording);
        await Expect(Question.Locator("input, select").First).ToBeFocusedAsync();
    }

    /// <summary>Answers with a box, and waits until the answer is stored.</summary>
    public async Task AnswerAsync(string answer)
    {
        await Question.GetByLabel(answer, new() { Exact = true }).CheckAsync();
        await Expect(Page.Locator(".saved")).ToContainTextAsync("Saved ");
    }

    public Task TypeAsync(string text) => Question.Locator("input").First.FillAsync(text);

    public Task SelectAsync(string answer) => Question.Locator("select").SelectOptionAsync(new SelectOptionValue { Label = answer });

    public Task GoOnAsync() => Page.Locator(".foot .btn.primary").ClickAsync();

    /// <summary>Puts the question off and goes on.</summary>
    public async Task PutOffAsync()
    {
        await AnswerAsync("We don’t know yet");
        await GoOnAsync();
    }

    public async Task<Intake> ContinueInFullAsync()
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "Continue with the full request" }).ClickAsync();
        var intake = new Intake(visit);
        await intake.IsOnAsync("Customer");
        return intake;
    }
}
