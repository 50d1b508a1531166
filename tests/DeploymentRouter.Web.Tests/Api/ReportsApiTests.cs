using System.Net;
using System.Text.Json;
using DeploymentRouter.Core.People;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class ReportsApiTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Reports = "/api/v1/reports";

    [Fact]
    public async Task What_was_filed_today_is_in_the_report_of_today()
    {
        using var ce = await app.ApiAsync("wren-lanternby");
        Assert.Equal(HttpStatusCode.Created, (await ce.SendAsync(HttpMethod.Post, "/api/v1/requests", Calling.NewRequest("Quillfeather Reports"))).StatusCode);
        var today = DateOnly.FromDateTime(DateTime.UtcNow).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        using var api = await app.ApiAsync("juniper-goldfinch", TokenScope.Read);

        var flow = await api.ReadAsync($"{Reports}/flow?from={today}&to={today}&by=week");
        var period = Assert.Single(flow.GetProperty("periods").EnumerateArray());
        Assert.True(period.GetProperty("flow").GetProperty("filed").GetInt32() > 0);
        Assert.Equal(period.GetProperty("flow").ToString(), flow.GetProperty("total").ToString());

        var strategies = (await api.ReadAsync($"{Reports}/strategies?from={today}&to={today}")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(flow.GetProperty("total").GetProperty("filed").GetInt32(), strategies.Sum(one => one.GetProperty("flow").GetProperty("filed").GetInt32()));
        // Before there was anything; what the demo delivers today depends on the hour.
        var before = (await api.ReadAsync($"{Reports}/strategies?from=2020-01-01&to=2020-01-31")).GetProperty("items").EnumerateArray().First();
        Assert.Equal(JsonValueKind.Null, before.GetProperty("filingToDelivery").ValueKind);
        Assert.Equal(JsonValueKind.Array, (await api.ReadAsync($"{Reports}/times?team=ie")).GetProperty("teams").ValueKind);
        Assert.Equal(6, (await api.ReadAsync($"{Reports}/flow")).GetProperty("periods").GetArrayLength());

        var tag = (await api.GetAsync($"{Reports}/flow")).Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.NotModified, (await api.SendAsync(HttpMethod.Get, $"{Reports}/flow", null, ("If-None-Match", tag))).StatusCode);
    }

    [Theory]
    [InlineData("flow", "From,To,Filed,Decided,Without a correction,Completed,Withdrawn,Declined")]
    [InlineData("strategies", "Strategy,Filed,Decided")]
    [InlineData("times", "Team,Stage,Stays,Median (min)")]
    public async Task A_spreadsheet_gets_a_table_and_the_audit_says_so(string name, string head)
    {
        using var api = await app.ApiAsync("bram-copperkettle");
        var answer = await api.SendAsync(HttpMethod.Get, $"{Reports}/{name}?from=2026-01-01&to=2026-03-31", null, ("Accept", "text/csv"));

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith(head, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var admin = app.Visitor();
        await RunningApp.SignInAsync(admin, "quill-mossgate");
        Assert.Contains($"exported the report “{name}”, 2026-01-01 to 2026-03-31", WebUtility.HtmlDecode(await admin.GetStringAsync("/audit?kind=export")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("flow?from=2026-02-01&to=2026-01-01", HttpStatusCode.UnprocessableEntity, "SpanInvalid")]
    [InlineData("times?from=0001-01-01&to=9999-12-31", HttpStatusCode.UnprocessableEntity, "SpanTooLong")]
    [InlineData("flow?from=yesterday", HttpStatusCode.BadRequest, "BadRequest")]
    [InlineData("flow?by=year", HttpStatusCode.BadRequest, "FilterUnknown")]
    [InlineData("strategies?strategy=x", HttpStatusCode.BadRequest, "FilterUnknown")]
    [InlineData("times?team=x", HttpStatusCode.BadRequest, "FilterUnknown")]
    public async Task What_is_no_report_is_refused(string path, HttpStatusCode status, string refusal)
    {
        using var api = await app.ApiAsync("juniper-goldfinch");
        await (await api.GetAsync($"{Reports}/{path}")).RefusedAsync(status, refusal);
    }

    [Theory]
    [InlineData("from=0001-01-01&to=0001-01-31")]
    [InlineData("from=9999-12-01&to=9999-12-31&by=week")]
    [InlineData("to=0001-01-01")]
    public async Task The_ends_of_the_calendar_are_days_like_others(string query)
    {
        using var api = await app.ApiAsync("juniper-goldfinch");
        Assert.Equal(0, (await api.ReadAsync($"{Reports}/flow?{query}")).GetProperty("total").GetProperty("filed").GetInt32());
    }
}
