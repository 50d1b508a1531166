using Bunit;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Webhooks;
using DeploymentRouter.Web.Features.Webhooks;
using DeploymentRouter.Web.SignIn;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Features.Webhooks;

public sealed class WebhookPagesTests : RequestRoom
{
    private static readonly Person Quill = DemoPeople.Find("quill-mossgate")!.Person;

    public WebhookPagesTests() => Services.AddSingleton(new SecretSeal(secret => secret, kept => kept));

    private WebhookDesk Desk => Services.GetRequiredService<WebhookDesk>();

    [Fact]
    public async Task A_webhook_is_made_and_its_secret_is_shown_once()
    {
        var page = List();
        Assert.Contains("Nobody is told yet", page.Markup, StringComparison.Ordinal);
        await page.Find("#new-webhook").ClickAsync(new());
        await page.Find("#webhook-name").ChangeAsync(new ChangeEventArgs { Value = "Warehouse" });
        await page.Find("#webhook-url").ChangeAsync(new ChangeEventArgs { Value = "https://93.184.215.14/hook" });
        await page.FindAll("input[type=radio]")[1].ChangeAsync(new ChangeEventArgs { Value = "on" });
        await page.Find("form").SubmitAsync();
        Assert.Contains("Choose at least one, or everything.", page.Markup, StringComparison.Ordinal);

        await page.Find("input[type=checkbox]").ChangeAsync(new ChangeEventArgs { Value = true });
        await page.Find("#webhook-team").ChangeAsync(new ChangeEventArgs { Value = "ie" });
        await page.Find("form").SubmitAsync();

        var secret = page.WaitForElement("#webhook-secret").TextContent;
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.Contains("request.filed, while IE has it", page.Find(".hook").TextContent, StringComparison.Ordinal);
        var made = Assert.Single((await Desk.ListAsync(Quill)).Lines);
        Assert.Equal(("request.filed", "ie"), (Assert.Single(made.Events), made.TeamId));
        await page.FindAll(".btn").Single(button => button.TextContent == "I have it").ClickAsync(new());
        Assert.DoesNotContain(secret, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, List().Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "https://93.184.215.14/", "webhook-name-error", "Say in 1 to 80 characters who is told.")]
    [InlineData("A", "https://127.0.0.1/", "webhook-url-error", "127.0.0.1 is inside a network or on this machine.")]
    [InlineData("A", "hook", "webhook-url-error", "Write the whole address, https://…")]
    public async Task What_is_wrong_is_said_at_its_field(string name, string url, string at, string says)
    {
        var page = List();
        await page.Find("#new-webhook").ClickAsync(new());
        await page.Find("#webhook-name").ChangeAsync(new ChangeEventArgs { Value = name });
        await page.Find("#webhook-url").ChangeAsync(new ChangeEventArgs { Value = url });
        await page.Find("form").SubmitAsync();

        Assert.Contains(says, page.WaitForElement($"#{at}").TextContent, StringComparison.Ordinal);
        Assert.Empty((await Desk.ListAsync(Quill)).Lines);
    }

    [Fact]
    public async Task Deliveries_say_what_became_of_them_and_are_sent_again()
    {
        var hook = await MakeAsync();
        await StoreAsync(RequestWalk.InQualification());
        var page = Open(hook.Id);
        Assert.Contains("Nothing sent yet", page.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.Contains("request.filed", page.Find(".delivery:last-child").TextContent, StringComparison.Ordinal);

        await SendAsync(hook.Id, new WebhookAnswer(500, "broken"));
        page.WaitForAssertion(() => Assert.Contains("Tried again later, 500", page.Find(".delivery:last-child").TextContent, StringComparison.Ordinal));
        Assert.Contains("broken", page.Find(".why").TextContent, StringComparison.Ordinal);
        Assert.Contains("The last try failed.", page.Find(".banner").TextContent, StringComparison.Ordinal);
        Assert.Contains("\"number\": 1001", page.Find(".delivery pre").TextContent, StringComparison.Ordinal);

        await page.FindAll(".delivery .btn")[^1].ClickAsync(new());
        await SendAsync(hook.Id, new WebhookAnswer(204, null));
        page.WaitForAssertion(() => Assert.Contains("Delivered, 204", page.Find(".delivery:last-child").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".banner"));
        Assert.Contains("Healthy", page.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.Equal("Send again", page.FindAll(".delivery .btn")[^1].TextContent);
    }

    [Fact]
    public async Task One_that_paused_itself_says_why_and_is_resumed()
    {
        var hook = await MakeAsync();
        await StoreAsync(RequestWalk.InQualification());
        await SendAsync(hook.Id, new WebhookAnswer(410, null));
        Assert.Contains("Paused by itself", List().Find(".hook").TextContent, StringComparison.Ordinal);

        var page = Open(hook.Id);
        Assert.Contains("The receiver answered 410: it is gone for good.", page.Find(".banner").TextContent, StringComparison.Ordinal);
        await page.FindAll(".acts .btn").First(button => button.TextContent == "Resume").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".banner")));
        Assert.Null((await Desk.FindAsync(hook.Id, Quill)).Line!.PausedAt);
    }

    [Fact]
    public async Task A_test_a_new_secret_and_the_removal_are_asked_for()
    {
        var hook = await MakeAsync();
        var page = Open(hook.Id);
        Assert.Contains("Nothing yet. A test shows at once", page.Markup, StringComparison.Ordinal);
        await page.FindAll(".acts .btn").Single(button => button.TextContent == "Send a test").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("ping", page.Find(".delivery").TextContent, StringComparison.Ordinal));

        await page.FindAll(".btn").Single(button => button.TextContent == "New secret").ClickAsync(new());
        await Dialogs.Find(".dialog .btn.primary").ClickAsync(new());
        Assert.Contains("For 24 hours the one before signs too.", page.WaitForElement(".shown").TextContent, StringComparison.Ordinal);

        await page.FindAll(".btn").Single(button => button.TextContent == "Remove").ClickAsync(new());
        Assert.NotNull((await Desk.FindAsync(hook.Id, Quill)).Line);
        await Dialogs.Find(".dialog .btn.primary").ClickAsync(new());
        Dialogs.WaitForAssertion(() => Assert.EndsWith("/webhooks", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        Assert.Null((await Desk.FindAsync(hook.Id, Quill)).Line);
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        var hook = await MakeAsync();
        var page = Open(hook.Id);
        await page.FindAll(".btn").Single(button => button.TextContent == "Change").ClickAsync(new());
        await page.Find("#webhook-name").ChangeAsync(new ChangeEventArgs { Value = "Stock" });
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("form")));
        Assert.Equal("Stock", (await Desk.FindAsync(hook.Id, Quill)).Line!.Name);
    }

    [Fact]
    public void Others_and_wrong_addresses_get_a_page_that_says_so()
    {
        Assert.Contains("There is no such webhook", Open(Guid.NewGuid()).Markup, StringComparison.Ordinal);
        SignIn(DemoPeople.Find("wren-lanternby")!.Person);
        Assert.Contains("This page is not for you", Render<WebhooksPage>().Markup, StringComparison.Ordinal);
        Assert.Contains("This page is not for you", Render<WebhookPage>(p => p.Add(x => x.Id, Guid.NewGuid())).Markup, StringComparison.Ordinal);
    }

    private async Task<WebhookLine> MakeAsync() => (await Desk.MakeAsync(new WebhookWish("Warehouse", "https://93.184.215.14/hook", []), Quill)).Made!.Line;

    private async Task SendAsync(Guid id, WebhookAnswer answer)
    {
        var dispatch = Services.GetRequiredService<WebhookDispatch>();
        await dispatch.RecordAsync((await dispatch.NextAsync(id))!, answer);
    }

    private IRenderedComponent<WebhooksPage> List()
    {
        SignIn(Quill);
        var page = Render<WebhooksPage>();
        page.WaitForState(() => page.FindAll(".page-head").Count > 0);
        return page;
    }

    private IRenderedComponent<WebhookPage> Open(Guid id)
    {
        SignIn(Quill);
        var page = Render<WebhookPage>(p => p.Add(x => x.Id, id));
        page.WaitForState(() => page.FindAll(".page-head").Count > 0);
        return page;
    }
}
