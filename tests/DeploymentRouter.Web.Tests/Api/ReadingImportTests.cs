using System.Net;
using System.Text;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class ReadingImportTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Path = "/api/v1/imports/readings";
    private const string Head = "request,date,users,repositories,source\n";

    [Fact]
    public async Task Readings_are_recorded_once_and_the_wrong_lines_told()
    {
        using var api = await app.ApiAsync("hazel-evergreen");
        var number = await WatchedAsync();
        var body = $"{Head}DR-{number},2026-03-01,5000,20000,=1+1\nDR-{number},1 Mar,many,1,\n999999,2026-03-01,1,1,x\n";

        var refused = await SendAsync(api, body, "text/csv");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ImportRefused"), (refused.StatusCode, await refused.RefusalAsync()));
        var good = await (await SendAsync(api, body, "text/csv", "only-good")).JsonAsync();
        Assert.Equal((3, 1, true), (good.GetProperty("rows").GetInt32(), good.GetProperty("good").GetInt32(), good.GetProperty("isStored").GetBoolean()));
        Assert.Equal([3, 3, 3, 4], good.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("line").GetInt32()));
        var again = await (await SendAsync(api, $$"""{"request":{{number}},"date":"2026-03-01","users":5000,"repositories":"20,000","source":"=1+1"}""", "application/x-ndjson")).JsonAsync();
        Assert.Equal((0, 1), (again.GetProperty("good").GetInt32(), again.GetProperty("skipped").GetArrayLength()));
        Assert.Single((await app.Services.GetRequiredService<RequestStore>().FindAsync(number))!.Readings, reading => reading.Source == "=1+1");
    }

    [Fact]
    public async Task Whoever_does_not_watch_growth_is_refused()
    {
        using var api = await app.ApiAsync("bram-copperkettle");
        var answer = await SendAsync(api, Head, "text/csv");

        Assert.Equal((HttpStatusCode.Forbidden, "NotYourAct"), (answer.StatusCode, await answer.RefusalAsync()));
    }

    private async Task<int> WatchedAsync()
    {
        var store = app.Services.GetRequiredService<RequestStore>();
        var hazel = DeploymentRouter.Web.SignIn.DemoPeople.Find("hazel-evergreen")!.Person;
        for (var number = RequestStore.FirstNumber; await store.FindAsync(number) is { } request; number++)
        {
            if (request.WhyNot(RequestAct.RecordReading, hazel) is null) return number;
        }

        throw new InvalidOperationException("No demo account is watched.");
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient api, string body, string type, string? mode = null) =>
        api.PostAsync(mode is null ? Path : $"{Path}?mode={mode}", new StringContent(body, Encoding.UTF8, type));
}
