using Bunit;
using DeploymentRouter.Web.Features.Growth.Radar;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Growth;

public sealed class GrowthPageTests : RequestRoom
{
    [Fact]
    public void Without_accounts_it_says_when_one_comes()
    {
        SignIn(Hazel);
        Assert.Contains("as soon as a TAM has accepted", Open("/growth").Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Equal("/growth", Open("/growth?who=mine").Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public async Task Each_account_says_its_state_its_figures_and_its_date()
    {
        SignIn(Hazel);
        await StoreAsync(Live()
            .Does((r, now) => r.RecordReading(new DateOnly(2026, 10, 1), 12_000, 60_000, "Licence report", Hazel, now))
            .Does((r, now) => r.RecordReading(new DateOnly(2026, 11, 1), 15_100, 66_000, "Licence report", Hazel, now)));
        await StoreAsync(Live());
        var rows = Open("/growth").FindAll("tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.StartsWith("Red Pinwheel Aerospace Live 75 % 15,100 users (75 %) 66,000 repositories (33 %) +3,044 users a month 20 Dec 2026 23 days ago", rows[0], StringComparison.Ordinal);
        Assert.Contains("Engage", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("No reading yet", rows[1], StringComparison.Ordinal);
        Assert.Contains("Reading overdue never read", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mine_are_those_assigned_to_me_and_other_roles_only_read()
    {
        await StoreAsync(Live().Does((r, now) => r.RecordReading(new DateOnly(2026, 11, 1), 19_100, 66_000, "Licence report", Hazel, now)));
        SignIn(Hazel);
        Assert.Single(Open("/growth?who=mine").FindAll("tbody tr"));
        SignIn(Juniper);
        Assert.Empty(Open("/growth?who=mine").FindAll("tbody tr"));
        Assert.Empty(Open("/growth").FindAll("td.act"));
    }

    private IRenderedComponent<GrowthPage> Open(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<GrowthPage>();
    }
}
