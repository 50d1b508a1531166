using Bunit;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.Features.Account;
using DeploymentRouter.Web.SignIn;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Features.Account;

public sealed class AccountPageTests : RequestRoom
{
    private const string Password = "violet teapot on a glacier";

    [Fact]
    public void Somebody_who_comes_in_by_another_door_finds_no_password_here()
    {
        SignIn(DemoPeople.Find("wren-lanternby")!.Person);
        var page = Render<AccountPage>();

        Assert.Contains("You have no password here", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("input"));
    }

    [Fact]
    public async Task A_password_is_changed_by_who_knows_the_old_one()
    {
        var page = await OpenAsync();
        await ChangeAsync(page, "wrong", "seven quiet clarinets", "seven quiet clarinets");
        Assert.Contains("This is not your password now.", page.Find(".wrong .msg").TextContent, StringComparison.Ordinal);
        await ChangeAsync(page, Password, "seven quiet clarinets", "seven loud clarinets");
        Assert.Equal("This is not the same as above.", page.Find(".wrong .msg").TextContent);

        await ChangeAsync(page, Password, "seven quiet clarinets", "seven quiet clarinets");

        Assert.Contains("Changed, and signed out everywhere else", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".wrong"));
    }

    [Fact]
    public async Task The_second_factor_goes_on_with_a_code_and_off_with_the_password()
    {
        var page = await OpenAsync();
        await Press(page, "Set up an authenticator app");
        var key = page.Find("dd code").TextContent.Replace(" ", "", StringComparison.Ordinal);
        Assert.NotNull(page.Find(".qr svg[role=img] path"));
        await page.Find("#app-code").ChangeAsync("123");
        await Submit(page, "Turn on");
        Assert.StartsWith("This is not the code", page.Find(".wrong .msg").TextContent, StringComparison.Ordinal);

        await page.Find("#app-code").ChangeAsync(Totp.At(Base32.ToBytes(key), Time.GetUtcNow()));
        await Submit(page, "Turn on");
        Assert.Equal(SecondFactor.RecoveryCodeCount, page.FindAll(".codes li").Count);
        Assert.DoesNotContain(key, page.Markup.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);

        await Press(page, "I have kept them");
        Assert.Contains("10 recovery codes are left", page.Markup, StringComparison.Ordinal);
        await page.Find("#off-password").ChangeAsync("wrong");
        await Submit(page, "Turn off");
        Assert.Contains("This is not your password now.", page.Find(".wrong .msg").TextContent, StringComparison.Ordinal);
        await page.Find("#off-password").ChangeAsync(Password);
        await Submit(page, "Turn off");
        Assert.Contains("Set up an authenticator app", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_sessions_are_listed_and_ended_and_this_one_is_not()
    {
        var sessions = Services.GetRequiredService<Sessions>();
        var person = await MarlowAsync();
        var (mine, phone) = (await sessions.StartAsync(person.Id, "password", "192.0.2.1", "Firefox on Windows"), await sessions.StartAsync(person.Id, "passkey", null, "Safari on iOS"));
        await sessions.StartAsync(person.Id, "password", null, null);
        SignIn(person, mine);
        var page = Render<AccountPage>();
        Assert.Equal(3, page.FindAll(".sessions li").Count);
        Assert.Contains("This one", page.FindAll(".sessions li").Single(one => one.TextContent.Contains("Firefox on Windows", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);

        await page.FindAll(".sessions li button").Single(button => button.TextContent.Contains("Safari on iOS", StringComparison.Ordinal)).ClickAsync(new());
        Assert.Equal(2, page.FindAll(".sessions li").Count);
        Assert.Null(await sessions.PersonAsync(phone));

        await sessions.StartAsync(person.Id, "password", null, null);
        page = Render<AccountPage>();
        await Press(page, "Sign out everywhere else");
        Assert.Single(page.FindAll(".sessions li"));
        Assert.NotNull(await sessions.PersonAsync(mine));
    }

    private async Task<Person> MarlowAsync() =>
        (await Services.GetRequiredService<FirstAdministrator>().CreateAsync("Marlow Tidewater", "marlow@pebbleworks.example", Password, DemoPeople.Find("quill-mossgate")!.Person)).Person!;

    private async Task<IRenderedComponent<AccountPage>> OpenAsync()
    {
        SignIn(await MarlowAsync());
        return Render<AccountPage>();
    }

    private static async Task ChangeAsync(IRenderedComponent<AccountPage> page, string current, string wanted, string again)
    {
        await page.Find("#current").ChangeAsync(current);
        await page.Find("#wanted").ChangeAsync(wanted);
        await page.Find("#again").ChangeAsync(again);
        await Submit(page, "Change password");
    }

    private static Task Press(IRenderedComponent<AccountPage> page, string label) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == label).ClickAsync(new());

    private static Task Submit(IRenderedComponent<AccountPage> page, string label) =>
        page.FindAll("form").Single(form => form.QuerySelectorAll("button").Any(button => button.TextContent.Trim() == label)).SubmitAsync();
}
