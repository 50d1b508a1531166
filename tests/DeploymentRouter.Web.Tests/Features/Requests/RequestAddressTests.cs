using System.Net;

namespace DeploymentRouter.Web.Tests.Features.Requests;

public sealed class RequestAddressTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Theory]
    [InlineData("/requests", HttpStatusCode.OK, "Requests")]
    [InlineData("/requests?strategy=nonsense&after=nonsense&sort=nonsense&state=nonsense", HttpStatusCode.OK, "No request matches")]
    [InlineData("/requests/1001", HttpStatusCode.OK, "DR-1001")]
    [InlineData("/requests/1001?history=nonsense&shown=-5", HttpStatusCode.OK, "DR-1001")]
    [InlineData("/requests/99999", HttpStatusCode.NotFound, "There is no DR-99999")]
    [InlineData("/queues/nope", HttpStatusCode.NotFound, "There is no such queue")]
    public async Task Every_address_has_its_page_and_its_status(string address, HttpStatusCode status, string says)
    {
        var visitor = app.Visitor();
        await RunningApp.SignInAsync(visitor, "juniper-goldfinch");

        var answer = await visitor.GetAsync(address);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(says, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reads_a_request_without_signing_in() =>
        Assert.Equal(HttpStatusCode.Redirect, (await app.Visitor().GetAsync("/requests/1001")).StatusCode);
}
