using AngleSharp.Dom;
using Bunit;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Requests.Detail;
using Microsoft.Extensions.DependencyInjection;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Requests;

public sealed class RequestPageTests : RequestRoom
{
    [Fact]
    public async Task Somebody_who_only_reads_sees_everything_and_is_told_who_can_act()
    {
        var page = await OpenAsync(InQualification(), Juniper);

        Assert.Equal("Pinwheel Aerospace", page.Find("h1").TextContent);
        Assert.Contains("Deployment: neither Cloud nor One-Click is an option.", page.Find(".why").TextContent, StringComparison.Ordinal);
        Assert.Equal(6, page.FindAll(".relay > li").Count);
        Assert.Contains("Qualification belongs to IE. Ask them, or comment.", page.Find(".work").TextContent, StringComparison.Ordinal);
        Assert.Equal("Copy summary", page.Find(".btn.primary").TextContent);
        Assert.StartsWith("Pinwheel Aerospace (DR-1001) follows Jointly Managed.", page.Find("[data-copy]").GetAttribute("data-copy"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button[disabled]"));
    }

    [Fact]
    public async Task Sales_copies_three_sentences_that_stand_there_to_be_read()
    {
        var page = await OpenAsync(InQualification(), Juniper);

        var copy = page.Find("[data-copy-shown]");
        Assert.Equal(page.Find("#three-sentences").TextContent, copy.GetAttribute("data-copy"));
        Assert.StartsWith("We propose Jointly Managed Deployment: neither Cloud nor One-Click is an option. Cloud is out because ", copy.GetAttribute("data-copy"), StringComparison.Ordinal);
        Assert.Equal("polite", copy.QuerySelector("span")!.GetAttribute("aria-live"));
        Assert.Equal("Why this strategy", page.Find(".why h2").TextContent);
    }

    [Fact]
    public async Task A_reviewer_reads_the_carrying_answers_first_and_what_would_change_it()
    {
        var page = await OpenAsync(RefusedByCloud(), Bram);

        Assert.Matches("answers? carr(y|ies) it", page.Find(".why h2").TextContent);
        var ways = page.Find(".why table").TextContent;
        Assert.Contains("If the Cloud team’s verdict is Supported (our choice)", ways, StringComparison.Ordinal);
        Assert.Contains("1 other way", ways, StringComparison.Ordinal);
        Assert.Contains("No change of changeable answers leads to ", ways, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_back_is_answered_in_one_form_and_goes_back()
    {
        var page = await OpenAsync(InQualification().Does((r, now) => r.SendBack("Which cluster?", ["cluster_required"], ["tdd_link"], Bram, now)), Wren);

        Assert.Empty(page.FindAll("#stage-form"));
        Assert.Equal(["Company rule that products run on clusters"], page.FindAll("#reply legend").Select(legend => legend.TextContent));
        Assert.Equal("https://docs.example/tdd", page.Find("#reply #field-tdd_link").GetAttribute("value"));
        Assert.Contains("Answer what Bram Copperkettle asked. It goes back with your answers.", page.Find(".work").TextContent, StringComparison.Ordinal);

        await page.Find("#reply .primary").ClickAsync();
        Assert.Contains("Write what you found. The others read it.", page.Find("#reply").TextContent, StringComparison.Ordinal);
        await page.Find("#field-tdd_link").ChangeAsync("https://docs.example/second");
        await page.Find("#reply .primary").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Qualification", page.Find(".facts").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#reply"));
        Assert.Contains("Wren Lanternby answered what was asked, filled in Technical design document. It is with IE for Qualification", page.Find(".tl").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_declines_reads_beforehand_what_the_others_will_read()
    {
        var page = await OpenAsync(InQualification(), Bram);
        await Button(page, "Decline").ClickAsync();
        Assert.Contains("Declined: …", Dialogs.Find(".preview").TextContent, StringComparison.Ordinal);
        await Dialogs.Find("#act-reason").InputAsync("Too small for us.");
        await Dialogs.Find("#act-code").ChangeAsync(Playbook.DeclineReasons[1].Id);
        var preview = Dialogs.Find(".preview .banner").TextContent;
        await DialogButton("Decline").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(preview, page.Find(".banner").TextContent));
    }

    [Fact]
    public void An_unknown_number_is_a_page_that_says_so()
    {
        SignIn(Juniper);
        var page = Render<RequestPage>(p => p.Add(x => x.Number, 4711));

        Assert.Equal("There is no DR-4711", page.Find("h1").TextContent);
    }

    [Fact]
    public async Task An_act_moves_it_on_says_so_and_can_be_taken_back()
    {
        var page = await OpenAsync(InQualification(), Bram);

        await Button(page, "Qualify").ClickAsync();

        Assert.Contains("Kick-off", page.Find(".facts").TextContent, StringComparison.Ordinal);
        ToastRack.WaitForAssertion(() => Assert.Contains("You finished Qualification and passed it to IE for Kick-off.", ToastRack.Markup, StringComparison.Ordinal));

        await ToastRack.Find(".toast button").ClickAsync();
        Assert.Contains("Qualification", page.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.Contains("taken back", page.Find(".tl").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Following_is_remembered()
    {
        var page = await OpenAsync(InQualification(), Juniper);
        await Button(page, "Follow").ClickAsync();

        Assert.Equal("true", Button(page, "Following").GetAttribute("aria-pressed"));
        Assert.True(await Services.GetRequiredService<Following>().FollowsAsync(Juniper.Id, (await Store.FindAsync(1001))!.Id));
    }
}
