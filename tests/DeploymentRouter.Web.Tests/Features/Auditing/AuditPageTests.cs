using System.Net;
using System.Text;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Features.Auditing;

public sealed class AuditPageTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Admin = "quill-mossgate";

    [Fact]
    public async Task An_administrator_reads_who_signed_in_and_finds_it_by_kind_and_person()
    {
        await SignedInAsync("skye-nimbus");
        var admin = await SignedInAsync(Admin);

        Assert.Contains("Skye Nimbus</b> signed in: demo", await admin.GetStringAsync("/audit"), StringComparison.Ordinal);
        Assert.Contains("Skye Nimbus</b> signed in: demo", await admin.GetStringAsync("/audit?kind=session&person=skye"), StringComparison.Ordinal);
        Assert.Contains("No line matches", await admin.GetStringAsync("/audit?kind=playbook&person=skye"), StringComparison.Ordinal);
        Assert.Contains("No line matches", await admin.GetStringAsync("/audit?to=2001-01-01"), StringComparison.Ordinal);
        Assert.Contains("Skye Nimbus", await admin.GetStringAsync("/audit?kind=nonsense&from=nonsense&older=nonsense"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_reads_or_exports_it_nor_finds_it_in_the_navigation()
    {
        var visitor = await SignedInAsync("wren-lanternby");

        var page = await visitor.GetAsync("/audit");

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        var text = await page.Content.ReadAsStringAsync();
        Assert.Contains("This page is not for you", text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/audit\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("signed in", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/audit/export")).StatusCode);
    }

    [Fact]
    public async Task An_export_is_a_table_without_formulas_and_a_line_of_the_audit_itself()
    {
        await app.Services.GetRequiredService<AuditLog>().WriteAsync("team-automatic", AuditLog.OfTeam("ie"), DemoPeople.Find("bram-copperkettle")!.Person with { Name = "=Bram" }, "turned it, \"on\"");
        var admin = await SignedInAsync(Admin);

        var answer = await admin.GetAsync("/audit/export?kind=team");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("audit.csv", answer.Content.Headers.ContentDisposition?.FileName);
        var lines = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()).Split("\r\n");
        Assert.Equal("\uFEFFNumber,Time (UTC),Who,What,Kind,Subject,Address", lines[0]);
        Assert.Contains(",'=Bram,\"turned it, \"\"on\"\"\",team-automatic,", lines[1], StringComparison.Ordinal);
        Assert.Contains("Quill Mossgate</b> exported the audit, Teams", await admin.GetStringAsync("/audit?kind=export"), StringComparison.Ordinal);
    }

    private async Task<HttpClient> SignedInAsync(string person)
    {
        var visitor = app.Visitor();
        await RunningApp.SignInAsync(visitor, person);
        return visitor;
    }
}
