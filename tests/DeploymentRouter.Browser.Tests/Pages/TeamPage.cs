using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Pages;

/// <summary>A team's members, and how its work is shared out.</summary>
internal sealed class TeamPage(Visit visit)
{
    private IPage Page => visit.Page;

    public ILocator Member(string name) => Page.Locator(".member").Filter(new() { HasText = name });

    public static async Task<TeamPage> OpenFromQueueAsync(Visit visit, string team)
    {
        await visit.GoToAsync($"/queues/{team}");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Members and assignment" }).ClickAsync();
        await Expect(visit.Page.Locator("h2").First).ToHaveTextAsync("Automatic assignment");
        return new TeamPage(visit);
    }

    public async Task TurnAsync(string onOrOff)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = $"Turn automatic assignment {onOrOff}" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync($"Turned {onOrOff} by");
    }

    /// <summary>Says that somebody is away from today on.</summary>
    public async Task AddAbsenceAsync(string name, DateOnly from, DateOnly to)
    {
        await Member(name).Locator("summary").ClickAsync();
        await Member(name).GetByLabel("First day").FillAsync(from.ToString("O", null));
        await Member(name).GetByLabel("Last day").FillAsync(to.ToString("O", null));
        await Member(name).GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(Member(name)).ToContainTextAsync("Absent until");
    }
}
