using System.Net;

namespace DeploymentRouter.Web.Tests.Features.Intake;

public sealed class IntakeAddressTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Nobodys = "/intake/00000000-0000-0000-0000-000000000001";

    [Theory]
    [InlineData(Nobodys, HttpStatusCode.NotFound, "There is no such draft of yours")]
    [InlineData(Nobodys + "/size", HttpStatusCode.NotFound, "There is no such draft of yours")]
    [InlineData(Nobodys + "/quick-check/users_full", HttpStatusCode.NotFound, "There is no such draft of yours")]
    [InlineData("/intake/nobodys", HttpStatusCode.NotFound, "There is nothing at this address")]
    public async Task A_draft_that_is_not_there_is_not_found(string address, HttpStatusCode status, string says)
    {
        var visitor = app.Visitor();
        await RunningApp.SignInAsync(visitor, "wren-lanternby");

        var answer = await visitor.GetAsync(address);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(says, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("size", HttpStatusCode.OK)]
    [InlineData("quick-check/users_full", HttpStatusCode.OK)]
    [InlineData("nowhere", HttpStatusCode.NotFound)]
    [InlineData("size/users_full", HttpStatusCode.NotFound)]
    [InlineData("quick-check/nothing", HttpStatusCode.NotFound)]
    public async Task A_page_that_a_draft_does_not_have_is_not_found(string step, HttpStatusCode status)
    {
        var visitor = app.Visitor();
        await RunningApp.SignInAsync(visitor, "wren-lanternby");
        var draft = (await visitor.GetAsync("/requests/new")).Headers.Location!;

        Assert.Equal(status, (await visitor.GetAsync($"{draft}/{step}")).StatusCode);
    }
}
