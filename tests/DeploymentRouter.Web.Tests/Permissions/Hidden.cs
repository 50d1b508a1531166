using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Files;
using DeploymentRouter.Persistence.Opportunities;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Sharing;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Permissions;

/// <summary>An installation where Sales see named accounts only and Juniper has none, with one request that has everything a request can have.</summary>
public sealed class Hidden : IAsyncLifetime
{
    public const string Secret = "Quetzalcoatlus";
    public const int Never = 987_654;

    private readonly RunningApp _running = new();

    public Hidden() => App = _running.WithWebHostBuilder(host => host.UseSetting("Rights:SalesSee", "named"));

    public WebApplicationFactory<Program> App { get; }

    public Request Request { get; private set; } = null!;

    /// <summary>The number of its file.</summary>
    public int File { get; private set; }

    /// <summary>Programs and browsers of somebody who must not know of it, and of a CE, who does.</summary>
    public HttpClient Sales { get; private set; } = null!;

    public HttpClient Ce { get; private set; } = null!;

    public HttpClient SalesPages { get; private set; } = null!;

    public HttpClient CePages { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var facts = RequestWalk.InQualification().Request.Customer with { Name = $"{Secret} Airways" };
        var filed = await Get<RequestDesk>().FileAsync(Guid.NewGuid(), facts, RequestWalk.JointAnswers, new Dictionary<string, string>(StringComparer.Ordinal), RequestWalk.Wren);
        Request = Assert.IsType<ActResult.Done>(filed).Request;
        File = (await Get<AttachmentDesk>().AttachAsync(
            Request.Number, $"{Secret}.txt", 4, new MemoryStream("plan"u8.ToArray()), RequestWalk.Wren, Sight.Everything, default)).File!.Number;
        Assert.NotNull((await Get<StatusLinks>().MakeAsync(Request.Id, 1, "", RequestWalk.Wren, Sight.Everything)).Link);
        foreach (var follower in new[] { RequestWalk.Juniper, RequestWalk.Wren }) await Get<Following>().SetAsync(follower.Id, Request.Id, true);
        var known = new Dictionary<string, string>(StringComparer.Ordinal) { ["customer.name"] = facts.Name };
        Assert.True((await Get<OpportunityDesk>().PutAsync(new Opportunity(Secret, known, null, "Sales system", new DateOnly(2026, 11, 1)), RequestWalk.Wren, Sight.Everything)).IsNew);
        (Sales, Ce) = (await ProgramAsync(RequestWalk.Juniper), await ProgramAsync(RequestWalk.Wren));
        (SalesPages, CePages) = (await BrowserAsync(RequestWalk.Juniper), await BrowserAsync(RequestWalk.Wren));
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await _running.DisposeAsync();
    }

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    public async Task<HttpClient> ProgramAsync(Person by)
    {
        var http = App.CreateClient();
        var (token, _) = await Get<AccessTokens>().CreateAsync("sweep", Enum.GetValues<TokenScope>(), 1, by);
        http.DefaultRequestHeaders.Authorization = new("Bearer", token!.Key);
        return http;
    }

    private async Task<HttpClient> BrowserAsync(Person by)
    {
        var http = App.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await RunningApp.SignInAsync(http, by.Id);
        return http;
    }
}
