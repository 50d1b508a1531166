using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Pages;

/// <summary>The intake, as a customer engineer answers it.</summary>
internal sealed class Intake(Visit visit)
{
    private IPage Page => visit.Page;

    /// <summary>What the panel says about the answers so far.</summary>
    public ILocator SoFar => Page.Locator("#so-far");

    /// <summary>Presses New request in the bar.</summary>
    public static async Task<Intake> BeginAsync(Visit visit)
    {
        var intake = new Intake(visit);
        await visit.Page.Locator("header").GetByRole(AriaRole.Link, new() { Name = "New request" }).ClickAsync();
        await intake.IsOnAsync("Customer");
        return intake;
    }

    public Task IsOnAsync(string title) => Expect(Page.Locator("h1")).ToHaveTextAsync(title);

    public async Task CustomerAsync(string name, string kindOfWork)
    {
        await TypeAsync("Customer", name);
        await ChooseAsync("Kind of work", kindOfWork);
    }

    /// <summary>Types into a field.</summary>
    public Task TypeAsync(string label, string text) => Field(label).FillAsync(text);

    /// <summary>A field with one input.</summary>
    public ILocator Field(string label) => Page.GetByRole(AriaRole.Main).GetByLabel(label).And(Page.Locator("input, textarea, select")).First;

    /// <summary>Chooses an answer, or several where several can be.</summary>
    public async Task ChooseAsync(string question, params string[] answers)
    {
        foreach (var answer in answers) await Answer(question, answer).CheckAsync();
    }

    /// <summary>Chooses from a list.</summary>
    public Task SelectAsync(string question, string answer) => Field(question).SelectOptionAsync(new SelectOptionValue { Label = answer });

    /// <summary>The box of an answer.</summary>
    public ILocator Answer(string question, string answer) =>
        Page.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(answer, new() { Exact = true });

    /// <summary>Continues to the next page, which must be this one.</summary>
    public async Task ContinueAsync(string to)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Continue to" }).ClickAsync();
        await IsOnAsync(to);
    }

    /// <summary>Goes to a topic through the list of topics.</summary>
    public async Task GoToAsync(string topic)
    {
        await Page.GetByRole(AriaRole.Navigation, new() { Name = "Topics of this request" }).GetByRole(AriaRole.Link, new() { Name = topic }).ClickAsync();
        await IsOnAsync(topic);
    }

    /// <summary>Size, and a Cloud that only certifications may stand in the way of, up to the code hosts.</summary>
    public async Task AnswerUpToCodeHostsAsync(string users, string repositories, params string[] certifications)
    {
        await ContinueAsync("Size");
        await TypeAsync("How many people", users);
        await TypeAsync("How many repositories", repositories);
        await ContinueAsync("Cloud fit");
        await ChooseAsync("Which certifications", certifications is [] ? ["None"] : certifications);
        await ChooseAsync("May our administrators", "Yes");
        await ChooseAsync("Are audit logging", "Yes");
        await ChooseAsync("Does anything else in the organisation", "No");
        await SelectAsync("Where must the data stay?", "United States");
        await ContinueAsync("Code hosts");
    }

    /// <summary>Code hosts that nobody reaches, and one machine at AWS that will do.</summary>
    public async Task AnswerOneMachineAsync()
    {
        await ChooseAsync("Where does the customer keep their code?", "Bitbucket Server");
        await ChooseAsync("How can we reach", "Not at all");
        await ContinueAsync("Hosting");
        await ChooseAsync("Where would it run?", "AWS");
        await ChooseAsync("Does a company rule", "No");
        await ChooseAsync("Has a single machine", "No");
        await ChooseAsync("Must it be built on", "Not required");
        await ChooseAsync("Does anything else forbid", "No");
    }

    /// <summary>Sends from the check page; the button must say this.</summary>
    public async Task<RequestPage> SendAsync(string button)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Page.WaitForURLAsync(RequestPage.Address);
        return new RequestPage(visit);
    }
}
