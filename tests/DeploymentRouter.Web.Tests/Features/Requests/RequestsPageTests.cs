using Bunit;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Features.Requests.Listing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Requests;

public sealed class RequestsPageTests : RequestRoom
{
    [Fact]
    public async Task Each_account_is_a_row_with_all_that_Sales_is_asked_for()
    {
        await StoreAsync(InQualification().Does((r, now) => r.Take(Bram, now)));
        var row = Open("/requests").Find("tbody tr");

        Assert.Equal("/requests/1001", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(
            ["Pinwheel Aerospace DR-1001", "Jointly Managed", "Qualification", "IE has the ballBram Copperkettle", "2 Nov", "Late by 18 d", "IE to review", "Mon 2 Nov 12:00"],
            row.Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public async Task What_is_chosen_goes_into_the_address_and_back()
    {
        await StoreAsync(InQualification());
        await StoreAsync(Filed(CloudAnswers));
        var page = Open("/requests?strategy=cloud");
        Assert.Equal(["DR-1002"], Numbers(page));
        Assert.Equal("cloud", page.Find("select[name=strategy] option[selected]").GetAttribute("value"));

        await page.Find("select[name=sort]").ChangeAsync("due");
        Assert.EndsWith("/requests?strategy=cloud&sort=due", Navigation.Uri, StringComparison.Ordinal);
        await page.Find("input[type=search]").ChangeAsync("pin wheel");
        await page.Find("form").SubmitAsync();
        Assert.EndsWith("/requests?q=pin%20wheel&strategy=cloud&sort=due", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_leads_to_its_request()
    {
        await StoreAsync(InQualification());
        Open("/requests?q=dr-1001");

        Assert.EndsWith("/requests/1001", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_matches_it_says_what_to_do()
    {
        await StoreAsync(ActsViewTests.Stands("withdrawn"));
        var page = Open("/requests?q=pinwheel");

        Assert.Equal("No request matches", page.Find(".empty h2").TextContent);
        Assert.Equal(["/requests?q=pinwheel&state=all", "/requests"], page.FindAll(".empty a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["DR-1001"], Numbers(Open("/requests?q=pinwheel&state=all")));
    }

    [Fact]
    public void Before_the_first_request_the_list_says_when_one_comes() =>
        Assert.Contains("as soon as a customer engineer files it", Open("/requests").Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task A_changed_request_changes_its_row()
    {
        var request = await StoreAsync(InQualification());
        var page = Open("/requests");
        await ElsewhereAsync(request, (r, now) => r.Complete(Tansy, now));
        Time.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Contains("Kick-off", page.Find("tbody").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_lead_on_and_back_by_links()
    {
        for (var i = 0; i < RequestList.PageSize + 1; i++) await StoreAsync(Filed(CloudAnswers));
        var page = Open("/requests?sort=opened");
        Assert.Equal(RequestList.PageSize, Numbers(page).Count());
        Assert.Contains("50 requests shown, more follow.", page.Find(".pages").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Next"], page.FindAll(".pages a").Select(a => a.TextContent));

        page = Open(page.Find(".pages a").GetAttribute("href")!);
        Assert.Equal(["DR-1001"], Numbers(page));
        Assert.Equal(["Previous"], page.FindAll(".pages a").Select(a => a.TextContent));
        Assert.Equal(RequestList.PageSize, Numbers(Open(page.Find(".pages a").GetAttribute("href")!)).Count());
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    private IRenderedComponent<RequestsPage> Open(string address)
    {
        SignIn(Juniper);
        Navigation.NavigateTo(address);
        return Render<RequestsPage>();
    }

    private static IEnumerable<string> Numbers(IRenderedComponent<RequestsPage> page) => page.FindAll(".customer .meta").Select(meta => meta.TextContent.Trim());
}
