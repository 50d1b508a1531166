using System.Net;
using System.Text.Json;
using Bunit;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Privacy;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Web.Features.Privacy;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Features.Privacy;

public sealed class PrivacyPageTests : RequestRoom
{
    [Fact]
    public void Nobody_but_an_administrator_sees_it()
    {
        SignIn(RequestWalk.Wren);
        Assert.Contains("This page is not for you", Render<PrivacyPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_over_is_counted_and_goes_after_the_word_is_typed()
    {
        var id = await Services.GetRequiredService<Sessions>().StartAsync(RequestWalk.Bram.Id, "demo", null, null);
        Time.Advance(TimeSpan.FromDays(60));
        SignIn(RequestWalk.Quill);
        var page = Render<PrivacyPage>();
        page.WaitForElement("table");
        Assert.Contains("Sessions that have ended30 days1", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("Drafts not sentfor good–", page.Find("tbody").TextContent, StringComparison.Ordinal);

        await page.FindAll("button").Single(button => button.TextContent == "Delete what is over").ClickAsync(new());
        await DialogButton("Delete").ClickAsync(new());
        Assert.Contains("Type “delete” exactly", Dialogs.Markup, StringComparison.Ordinal);
        await Dialogs.Find("#privacy-typed").ChangeAsync(new() { Value = "delete" });
        await DialogButton("Delete").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("Sessions that have ended30 days0", page.Find("tbody").TextContent, StringComparison.Ordinal));
        await using var db = await Services.GetRequiredService<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        Assert.False(await db.Sessions.AnyAsync(session => session.Id == id));
    }

    [Fact]
    public async Task Who_may_come_in_can_be_exported_and_only_who_is_shut_out_erased()
    {
        await using (var db = await Services.GetRequiredService<IDbContextFactory<RouterDb>>().CreateDbContextAsync())
            await db.People.Where(person => person.Id == RequestWalk.Bram.Id).ExecuteUpdateAsync(set => set.SetProperty(person => person.IsDisabled, true));
        SignIn(RequestWalk.Quill);
        var page = Render<PrivacyPage>();
        page.WaitForElement("select");

        await page.Find("select").ChangeAsync(new() { Value = RequestWalk.Wren.Id });
        Assert.Equal("/privacy/people/wren-lanternby/export", page.Find("a[download]").GetAttribute("href"));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent == "Erase");

        await page.Find("select").ChangeAsync(new() { Value = RequestWalk.Bram.Id });
        await page.FindAll("button").Single(button => button.TextContent == "Erase").ClickAsync(new());
        Dialogs.WaitForElement("#privacy-typed");
        await Dialogs.Find("#privacy-typed").ChangeAsync(new() { Value = RequestWalk.Bram.Name });
        await DialogButton("Erase").ClickAsync(new());

        page.WaitForAssertion(() => Assert.DoesNotContain(page.FindAll("option"), option => option.TextContent.StartsWith(RequestWalk.Bram.Name, StringComparison.Ordinal)));
        Assert.DoesNotContain(await Services.GetRequiredService<PrivacyPeople>().AllAsync(), person => person.Id == RequestWalk.Bram.Id);
    }
}

/// <summary>The export over plain HTTP.</summary>
public sealed class PrivacyExportTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task An_administrator_gets_a_file_of_all_that_is_stored_about_somebody()
    {
        var admin = app.Visitor();
        await RunningApp.SignInAsync(admin, "quill-mossgate");

        var answer = await admin.GetAsync("/privacy/people/wren-lanternby/export");

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("Wren Lanternby", json.RootElement.GetProperty("person").GetProperty("name").GetString());
        Assert.NotEqual(0, json.RootElement.GetProperty("history").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/privacy/people/nobody/export")).StatusCode);
    }

    [Theory]
    [InlineData("wren-lanternby")]
    [InlineData("nobody")]
    public async Task Who_may_not_learns_not_even_who_there_is(string asked)
    {
        var visitor = app.Visitor();
        await RunningApp.SignInAsync(visitor, "wren-lanternby");
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"/privacy/people/{asked}/export")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/privacy")).StatusCode);
    }
}
