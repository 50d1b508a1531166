using AngleSharp.Dom;
using Bunit;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.Features.People;
using DeploymentRouter.Web.SignIn;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Features.People;

public sealed class PeoplePageTests : RequestRoom
{
    private static readonly Person Quill = DemoPeople.Find("quill-mossgate")!.Person;
    private static readonly Person Wren = DemoPeople.Find("wren-lanternby")!.Person;

    private PeopleDesk Desk => Services.GetRequiredService<PeopleDesk>();

    [Fact]
    public void Who_is_no_administrator_reads_who_is_and_sees_nobody()
    {
        SignIn(Wren);
        var page = Render<PeoplePage>();

        Assert.Contains("Administrators look after people.", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Otis Fernhollow", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_an_invitation_is_said_at_its_field_and_the_link_is_shown_once()
    {
        SignIn(Quill);
        var page = Render<PeoplePage>();
        await page.Find("#invite").ClickAsync(new());
        await page.Find("#invite-name").ChangeAsync("Isolde Marsh");
        await page.Find("#invite-email").ChangeAsync("nowhere");
        await page.Find("form").SubmitAsync();
        Assert.StartsWith("Enter a mail address", page.Find(".wrong .msg").TextContent, StringComparison.Ordinal);

        await page.Find("#invite-email").ChangeAsync("isolde@pebbleworks.example");
        await page.Find("form").SubmitAsync();
        Assert.StartsWith("Choose a team.", page.Find(".wrong .msg").TextContent, StringComparison.Ordinal);
        await page.Find("#team-invited").ChangeAsync("ie");
        await page.Find("form").SubmitAsync();

        var link = page.Find("#invitation").TextContent;
        Assert.Matches("^http://localhost/welcome\\?code=[0-9a-f]{64}$", link);
        Assert.Contains("Invited", Row(page, "Isolde Marsh").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(link, Render<PeoplePage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_that_was_not_taken_up_says_so_and_another_can_be_made()
    {
        SignIn(Quill);
        await Desk.InviteAsync(new Newcomer("Isolde Marsh", "isolde@pebbleworks.example", "ie"), Quill);
        Time.Advance(Links.InvitationLasts);
        var page = Render<PeoplePage>();
        Assert.Contains("Invitation expired", Row(page, "Isolde Marsh").TextContent, StringComparison.Ordinal);

        await Button(page, "Isolde Marsh", "Make another invitation").ClickAsync(new());

        Assert.Contains("welcome?code=", Row(page, "Isolde Marsh").QuerySelector("code")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_is_disabled_and_let_in_again()
    {
        SignIn(Quill);
        var page = Render<PeoplePage>();
        await Button(page, "Otis Fernhollow", "Disable").ClickAsync(new());
        Assert.Contains("Disabled", Row(page, "Otis Fernhollow").TextContent, StringComparison.Ordinal);

        await Button(page, "Otis Fernhollow", "Let in again").ClickAsync(new());
        Assert.Contains("Active", Row(page, "Otis Fernhollow").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_stays_one_and_is_told_why()
    {
        SignIn(Quill);
        var page = Render<PeoplePage>();
        Assert.DoesNotContain(Row(page, "Quill Mossgate").QuerySelectorAll("button"), button => button.TextContent.StartsWith("Disable", StringComparison.Ordinal));

        await page.Find($"#team-{Quill.Id}").ChangeAsync("ie");
        await Row(page, "Quill Mossgate").QuerySelector("input[type=checkbox]")!.ChangeAsync(false);
        await Row(page, "Quill Mossgate").QuerySelector("form")!.SubmitAsync();

        Assert.Contains("This is the only administrator.", Row(page, "Quill Mossgate").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Team_and_rights_are_saved_together()
    {
        SignIn(Quill);
        var page = Render<PeoplePage>();
        await page.Find($"#team-{Wren.Id}").ChangeAsync("tam");
        await Row(page, Wren.Name).QuerySelectorAll("input[type=checkbox]")[1].ChangeAsync(true);
        await Row(page, Wren.Name).QuerySelector("form")!.SubmitAsync();

        Assert.Contains("Saved.", Row(page, Wren.Name).TextContent, StringComparison.Ordinal);
        var line = (await Services.GetRequiredService<PeopleList>().ReadAsync(Quill)).Lines.Single(one => one.Id == Wren.Id);
        Assert.Equal(("tam", false, true), (line.TeamId, line.IsAdmin, line.OwnsPlaybook));
    }

    [Fact]
    public void Where_Sales_see_all_requests_there_is_nothing_to_name()
    {
        SignIn(Quill);
        var page = Render<PeoplePage>();

        Assert.Empty(page.FindAll("textarea"));
        Assert.DoesNotContain("No accounts", page.Markup, StringComparison.Ordinal);
    }

    private static IElement Row(IRenderedComponent<PeoplePage> page, string name) =>
        page.FindAll("li.item").Single(item => item.QuerySelector("b")!.TextContent == name);

    private static IElement Button(IRenderedComponent<PeoplePage> page, string name, string label) =>
        Row(page, name).QuerySelectorAll("button").Single(button => button.TextContent.StartsWith(label, StringComparison.Ordinal));
}
