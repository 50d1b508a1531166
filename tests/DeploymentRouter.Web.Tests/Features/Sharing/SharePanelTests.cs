using System.Text.RegularExpressions;
using Bunit;
using DeploymentRouter.Web.Tests.Features.Requests;

namespace DeploymentRouter.Web.Tests.Features.Sharing;

public sealed class SharePanelTests : RequestRoom
{
    private static readonly Core.People.Person Ce = RequestWalk.Wren;

    [Fact]
    public async Task Who_may_not_share_does_not_see_the_panel()
    {
        var page = await OpenAsync(RequestWalk.InQualification(), RequestWalk.Bram);
        Assert.Empty(page.FindAll(".share"));
    }

    [Fact]
    public async Task A_link_is_shown_once_then_listed_and_revoked()
    {
        var page = await OpenAsync(RequestWalk.InQualification(), Ce);
        Assert.Contains("Nobody outside can see", page.Find(".share").TextContent, StringComparison.Ordinal);

        await Button(page, "Share status").ClickAsync(new());
        Dialogs.WaitForElement("#share-note");
        await Dialogs.Find("#share-note").ChangeAsync(new() { Value = "For Monday" });
        await DialogButton("Make the link").ClickAsync(new());

        page.WaitForElement(".made");
        Assert.Matches(new Regex("^http://localhost/status/[A-Za-z0-9_-]{43}$", RegexOptions.None, TimeSpan.FromSeconds(1)), page.Find("#made-link").TextContent);
        Assert.Contains("not opened yet", page.Find(".share li").TextContent, StringComparison.Ordinal);
        Assert.Contains("“For Monday”", page.Find(".share li").TextContent, StringComparison.Ordinal);

        await page.FindAll(".share li button").Single().ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".share li")));
        Assert.Empty(page.FindAll(".made"));
        page.WaitForAssertion(() => Assert.Contains("revoked a link to the status", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_many_days_are_refused_in_the_dialog()
    {
        var page = await OpenAsync(RequestWalk.InQualification(), Ce);
        await Button(page, "Share status").ClickAsync(new());
        Dialogs.WaitForElement("#share-days");
        await Dialogs.Find("#share-days").ChangeAsync(new() { Value = "91" });
        await DialogButton("Make the link").ClickAsync(new());
        Dialogs.WaitForAssertion(() => Assert.Contains("A link lasts 1 to 90 days.", Dialogs.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".made"));
    }
}
