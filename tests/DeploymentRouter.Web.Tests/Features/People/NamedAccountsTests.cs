using AngleSharp.Dom;
using Bunit;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Web.Features.People;
using DeploymentRouter.Web.SignIn;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Features.People;

/// <summary>The page of people in an installation that shows Sales their named accounts only.</summary>
public sealed class NamedAccountsTests : RequestRoom
{
    private static readonly Person Quill = DemoPeople.Find("quill-mossgate")!.Person;
    private static readonly Person Juniper = DemoPeople.Find("juniper-goldfinch")!.Person;

    public NamedAccountsTests() => Services.AddSingleton(new RightsSetup { SalesSeeNamedAccountsOnly = true });

    [Fact]
    public async Task Where_Sales_see_their_accounts_only_these_are_named_and_count_at_once()
    {
        SignIn(Quill);
        var page = Render<PeoplePage>();
        Assert.Contains("No accounts", Row(page, Juniper.Name).TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll($"#accounts-{RequestWalk.Wren.Id}"));

        await page.Find($"#accounts-{Juniper.Id}").ChangeAsync("Meridian Aviary\n\nFoxglove  Freight");
        await AccountsForm(page).SubmitAsync();
        Assert.Contains("Saved: 2 accounts.", Row(page, Juniper.Name).TextContent, StringComparison.Ordinal);
        Assert.Equal("Meridian Aviary\nFoxglove Freight", page.Find($"#accounts-{Juniper.Id}").GetAttribute("value"));
        Assert.Equal(["meridian aviary", "foxglove freight"], (await Services.GetRequiredService<Sights>().OfAsync(Juniper)).CustomerKeys);

        await page.Find($"#accounts-{Juniper.Id}").ChangeAsync(new string('x', 5_000));
        await AccountsForm(page).SubmitAsync();
        Assert.Contains("A person has at most 500 accounts", Row(page, Juniper.Name).QuerySelector(".wrong .msg")!.TextContent, StringComparison.Ordinal);

        static IElement AccountsForm(IRenderedComponent<PeoplePage> page) => Row(page, Juniper.Name).QuerySelectorAll("form")[1];
    }

    private static IElement Row(IRenderedComponent<PeoplePage> page, string name) =>
        page.FindAll("li.item").Single(item => item.QuerySelector("b")!.TextContent == name);
}
