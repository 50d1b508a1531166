using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Pages;

/// <summary>The page of one request, as somebody works with it.</summary>
internal sealed partial class RequestPage(Visit visit)
{
    /// <summary>What a team writes down for the TAM.</summary>
    public static readonly (string Label, string Value)[] HandOverDocument =
    [
        ("Technical design document", "https://docs.vendor.example/design"),
        ("Instance address", "https://search.customer.example"),
        ("Build completed on", "2026-11-20"),
        ("Deployment type", "Kubernetes"),
        ("Hosting provider", "Their own data centre"),
        ("Code hosts", "Bitbucket Server"),
        ("Repositories", "41,000"),
    ];

    private IPage Page => visit.Page;

    /// <summary>The address of any request.</summary>
    public static Regex Address => NumberedAddress();

    public int Number => int.Parse(Address.Match(Page.Url).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>The one thing everybody should know first.</summary>
    public ILocator Banner => Page.Locator(".strip");

    /// <summary>Why an act did not happen.</summary>
    public ILocator Problem => Page.GetByRole(AriaRole.Alert);

    public ILocator Why => Page.Locator(".why");

    /// <summary>The form for what a reviewer asked.</summary>
    public ILocator Reply => Page.Locator("#reply");

    public ILocator History => Page.Locator("#history");

    /// <summary>The instance, and what is asked for on it.</summary>
    public ILocator Instance => Page.Locator(".instance");

    /// <summary>What to do now, or who can.</summary>
    public ILocator Next => Page.Locator(".work");

    /// <summary>Opens a request by its number.</summary>
    public static async Task<RequestPage> OpenAsync(Visit visit, int number)
    {
        await visit.GoToAsync(string.Create(CultureInfo.InvariantCulture, $"/requests/{number}"));
        return new RequestPage(visit);
    }

    /// <summary>Who has the ball, and in which stage.</summary>
    public async Task IsWithAsync(string team, string stage)
    {
        await Expect(Page.Locator(".facts")).ToContainTextAsync(stage);
        await Expect(Page.Locator(".facts .chip.ball")).ToContainTextAsync(team);
    }

    public Task IsAsync(string fact) => Expect(Page.Locator(".facts")).ToContainTextAsync(fact);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Presses a button that is there to be pressed.</summary>
    public Task PressAsync(string button) => Button(button).First.ClickAsync();

    /// <summary>Accepts what another team handed over.</summary>
    public async Task AcceptAsync()
    {
        await Expect(Banner).ToContainTextAsync("to accept");
        await PressAsync("Accept");
        await Expect(Banner).ToHaveCountAsync(0);
    }

    /// <summary>Fills fields of the stage's form and saves it.</summary>
    public async Task FillAsync(params (string Label, string Value)[] fields)
    {
        foreach (var (label, value) in fields) await SetAsync(label, value);
        await PressAsync("Save the form");
    }

    /// <summary>Ticks what the stage is done by, one after the other as fast as they can be clicked.</summary>
    public async Task TickEverythingAsync()
    {
        var boxes = Next.GetByRole(AriaRole.Checkbox);
        await Expect(boxes.First).ToBeVisibleAsync();
        var count = await boxes.CountAsync();
        for (var i = 0; i < count; i++) await boxes.Nth(i).CheckAsync();
        await Expect(Next).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"{count} of {count}"));
    }

    /// <summary>What the readings say.</summary>
    public ILocator Growth => Page.Locator("#growth");

    /// <summary>Records a growth reading of today.</summary>
    public async Task RecordReadingAsync(string users, string repositories)
    {
        await Growth.GetByLabel("Users", new() { Exact = true }).FillAsync(users);
        await Growth.GetByLabel("Repositories", new() { Exact = true }).FillAsync(repositories);
        await Growth.GetByLabel("Where the figures come from").FillAsync("Licence report");
        await Growth.GetByRole(AriaRole.Button, new() { Name = "Record reading" }).ClickAsync();
        await Expect(History).ToContainTextAsync($"{users} users, {repositories} repositories");
    }

    /// <summary>Engages the implementation team in one form: what aged still holds, the rest is as proposed but for these fields.</summary>
    public async Task EngageAsync(params (string Label, string Value)[] fields)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "Engage implementation team" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Engage implementation team" })).ToBeVisibleAsync();
        await visit.LiveAsync();
        var stillRight = Page.GetByRole(AriaRole.Radio, new() { Name = "It still holds" });
        for (var i = 0; i < await stillRight.CountAsync(); i++) await stillRight.Nth(i).CheckAsync();
        foreach (var (label, value) in fields) await SetAsync(label, value, ".engage");
        await PressAsync("Send to IE for qualification");
        await Expect(Page).ToHaveURLAsync(NumberedAddress());
    }

    public async Task CommentAsync(string text)
    {
        await Page.GetByLabel("Comment", new() { Exact = true }).FillAsync(text);
        await PressAsync("Add comment");
        await Expect(History.Locator(".tl")).ToContainTextAsync(text);
    }

    private async Task SetAsync(string label, string value, string form = "#stage-form")
    {
        var field = Page.Locator(form).GetByLabel(Labelled(label));
        if (await field.EvaluateAsync<bool>("field => field.tagName === 'SELECT'")) await field.SelectOptionAsync(new SelectOptionValue { Label = value });
        else await field.FillAsync(value);
    }

    private static Regex Labelled(string label) => new($"^{Regex.Escape(label)}( optional| look at this again)?$", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"/requests/(\d+)$")]
    private static partial Regex NumberedAddress();
}
