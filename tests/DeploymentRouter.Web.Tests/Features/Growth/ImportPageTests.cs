using Bunit;
using DeploymentRouter.Core.People;
using DeploymentRouter.Web.Features.Growth.Importing;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.AspNetCore.Components.Forms;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Growth;

public sealed class ImportPageTests : RequestRoom
{
    private const string Head = "request,date,users,repositories,source\n";
    private const string Good = Head + "DR-1001,2026-11-20,9000,30000,Licence report\n";

    [Fact]
    public async Task Nothing_pasted_is_said_beside_the_box()
    {
        var page = await OpenAsync();
        await page.Find("form").SubmitAsync();
        Assert.Contains("Choose a file, or paste its lines.", page.Find("#import-text-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[role=status]"));
    }

    [Fact]
    public async Task Every_faulty_line_says_what_to_do_and_nothing_is_recorded()
    {
        var page = await OpenAsync(Good + "DR-4711,2026-11-20,1,1,x\nDR-1001,soon,1,1,x\n");
        await page.Find("form").SubmitAsync();
        Assert.Equal("2 things are wrong; nothing was recorded. Correct the file and try again.", page.Find("[role=status] h2").TextContent);
        Assert.Equal(["Line 3", "Line 4"], page.FindAll(".notes li .state").Select(state => state.TextContent.Trim()));
        Assert.Contains("There is no DR-4711. Correct the number, or remove the line.", page.Find(".notes").TextContent, StringComparison.Ordinal);
        Assert.Empty((await Store.FindAsync(1001))!.Readings);
    }

    [Fact]
    public async Task Only_checked_it_says_what_would_happen_and_done_what_did()
    {
        var page = await OpenAsync(Good);
        await page.FindAll(".acts button")[1].ClickAsync(new());
        Assert.Equal("1 reading of 1 account would be recorded.", page.Find("[role=status] h2").TextContent);
        Assert.Empty((await Store.FindAsync(1001))!.Readings);
        await page.Find("form").SubmitAsync();
        Assert.Equal("1 reading of 1 account was recorded.", page.Find("[role=status] h2").TextContent);
        Assert.Equal(9_000, Assert.Single((await Store.FindAsync(1001))!.Readings).Users);
        await page.Find("form").SubmitAsync();
        Assert.Equal("Nothing new: 1 line was recorded before and skipped.", page.Find("[role=status] h2").TextContent);
    }

    [Fact]
    public async Task What_was_pasted_survives_a_reload_until_it_is_recorded()
    {
        var page = await OpenAsync(Good);
        Assert.Equal(Good, Render<ImportPage>().Find("textarea").GetAttribute("value"));
        await page.FindAll(".acts button")[1].ClickAsync(new());
        Assert.Equal(Good, Render<ImportPage>().Find("textarea").GetAttribute("value"));
        await page.Find("form").SubmitAsync();
        Assert.Equal("", Render<ImportPage>().Find("textarea").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Too_long_a_text_is_refused_and_not_kept()
    {
        var page = await OpenAsync(new string('x', 100_001));
        await page.Find("form").SubmitAsync();
        Assert.Contains("Only 100,000 characters can be pasted.", page.Find("#import-text-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("", Render<ImportPage>().Find("textarea").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_chosen_file_is_shown_and_one_in_another_encoding_is_refused_by_name()
    {
        var page = await OpenAsync();
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(Good, "readings.csv"));
        page.WaitForAssertion(() => Assert.Equal(Good, page.Find("textarea").GetAttribute("value")));
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary([0x46, 0xFC, 0x72], "latin.csv"));
        page.WaitForAssertion(() => Assert.Contains("latin.csv: It is not UTF-8 text.", page.Find("#import-text-error").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_records_no_readings_is_told_who_does()
    {
        var page = await OpenAsync(by: Juniper);
        Assert.Contains("Readings are recorded by TAM", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form"));
    }

    private async Task<IRenderedComponent<ImportPage>> OpenAsync(string? pasted = null, Person? by = null)
    {
        SignIn(by ?? Hazel);
        await StoreAsync(Live());
        var page = Render<ImportPage>();
        if (pasted is not null) await page.Find("textarea").ChangeAsync(new() { Value = pasted });
        return page;
    }
}
