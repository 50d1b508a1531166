using Bunit;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Web.Features.Reports;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Features.Reports;

public sealed class ReportsPageTests : RequestRoom
{
    public ReportsPageTests() => Services.AddSingleton(new RightsSetup { SalesSeeNamedAccountsOnly = true });

    [Fact]
    public void Without_requests_it_says_that_nothing_was_filed()
    {
        SignIn(RequestWalk.Wren);
        var page = Render<ReportsPage>();

        Assert.Equal("Nothing was filed in this span", page.Find(".empty h2").TextContent);
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public async Task It_shows_what_was_filed_by_which_strategy_and_who_had_the_ball()
    {
        await Store.AddAsync(RequestWalk.InQualification().Request, Guid.NewGuid());
        SignIn(RequestWalk.Wren);
        var page = Render<ReportsPage>();

        Assert.Equal(["1", "1", "0", "0", "0"], page.FindAll("dl dd").Take(5).Select(figure => figure.TextContent.Trim()));
        Assert.StartsWith("100 % 1 of 1 decided", page.Find(".routed dd").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(6, page.FindAll("section")[0].QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Customer engineering", page.Find(".team").TextContent, StringComparison.Ordinal);
        Assert.Contains("None completed", page.FindAll("section")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sales_who_see_named_accounts_only_count_no_others()
    {
        var request = await Store.AddAsync(RequestWalk.InQualification().Request, Guid.NewGuid());
        SignIn(RequestWalk.Juniper);
        Assert.Equal("Nothing was filed in this span", Render<ReportsPage>().Find(".empty h2").TextContent);

        await Services.GetRequiredService<Sights>().SetAccountsAsync(RequestWalk.Juniper.Id, [request.Customer.Name], new Person("quill", "Quill", "", IsAdmin: true));
        Assert.Equal("1", Render<ReportsPage>().Find("dl dd").TextContent.Trim());
    }

    [Fact]
    public void Days_that_are_no_span_are_told_at_the_filters_and_nothing_is_counted()
    {
        SignIn(RequestWalk.Wren);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/reports?from=2026-11-02&to=2026-11-01");
        var page = Render<ReportsPage>();

        Assert.Equal("The last day is before the first one.", page.Find("[role=alert]").TextContent.Trim());
        Assert.Empty(page.FindAll(".panel"));
    }

    [Fact]
    public async Task A_choice_is_an_address()
    {
        SignIn(RequestWalk.Wren);
        var page = Render<ReportsPage>();
        await page.Find("select[name=team]").ChangeAsync("ie");
        await page.Find("select[name=by]").ChangeAsync("week");

        Assert.EndsWith("/reports?from=2026-06-01&to=2026-11-24&by=week", Services.GetRequiredService<NavigationManager>().Uri.Replace("&team=ie", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
