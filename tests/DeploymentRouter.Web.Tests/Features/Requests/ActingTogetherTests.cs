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

/// <summary>Acts close on each other, by one person or by several: none is lost, none is done twice.</summary>
public sealed class ActingTogetherTests : RequestRoom
{
    [Fact]
    public async Task Two_clicks_are_one_act()
    {
        var request = await StoreAsync(InQualification());
        var open = Opened(request, Bram);

        await WhileSomebodyWritesAsync(() => [open.ChooseAsync(RequestAct.Complete), open.ChooseAsync(RequestAct.Complete)]);

        Assert.Equal("kick_off", (await Store.FindAsync(1001))!.Current.Stage.Id);
        Assert.Null(open.Problem);
    }

    [Fact]
    public async Task Quick_ticks_a_comment_and_the_act_they_allow_are_all_done()
    {
        var request = await StoreAsync(InQualification().Does((r, now) => r.Complete(Bram, now)));
        var open = Opened(request, Bram);

        await WhileSomebodyWritesAsync(() =>
        [
            .. request.Current.Stage.ExitCriteria.Select(criterion => open.DoAsync((r, now) => r.SetTick(criterion.Id, true, Bram, now), quiet: true)),
            open.CommentAsync("All three are done."),
            open.ChooseAsync(RequestAct.Complete),
        ]);

        var stored = (await Store.FindAsync(1001))!;
        Assert.Equal("project_plan", stored.Current.Stage.Id);
        Assert.Contains(stored.History, entry => entry.What is Commented);
    }

    [Fact]
    public async Task A_dialog_keeps_what_is_typed_until_it_is_right()
    {
        var page = await OpenAsync(InQualification(), Bram);
        await Button(page, "Decline").ClickAsync();
        await DialogButton("Decline").ClickAsync();
        Assert.Equal(["Choose a reason from the list.", "Write why, in words for the customer engineer and Sales."], Dialogs.FindAll(".msg").Select(m => m.TextContent));

        await Dialogs.Find("#act-reason").InputAsync("Too small for us.");
        await Dialogs.Find("#act-code").ChangeAsync(Playbook.DeclineReasons[0].Id);
        await DialogButton("Decline").ClickAsync();

        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll("[role=dialog]")));
        Assert.Contains("Too small for us.", page.Find(".banner").TextContent, StringComparison.Ordinal);
        Assert.Equal(RequestState.Declined, (await Store.FindAsync(1001))!.State);
    }

    [Fact]
    public async Task Who_was_overtaken_reads_what_changed_and_keeps_what_was_typed()
    {
        var page = await OpenAsync(InQualification(), Bram);
        await Button(page, "Send back").ClickAsync();
        await Dialogs.Find("#act-reason").InputAsync("Which cluster?");
        await ElsewhereAsync((await Store.FindAsync(1001))!, (r, now) => r.Complete(Tansy, now));

        await DialogButton("Send back").ClickAsync();

        Assert.Contains("While you looked, Tansy Ironbark finished Qualification and passed it to IE for Kick-off at 10:38 UTC.", Dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Which cluster?", Dialogs.Find("#act-reason").GetAttribute("value"));
        Assert.Contains("Kick-off", page.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.Equal("kick_off", (await Store.FindAsync(1001))!.Current.Stage.Id);
    }

    [Fact]
    public async Task What_others_do_shows_itself_and_leaves_the_typing_alone()
    {
        var page = await OpenAsync(InQualification(), Juniper);
        await page.Find("#comment").InputAsync("Can I tell them");

        await ElsewhereAsync((await Store.FindAsync(1001))!, (r, now) => r.Complete(Tansy, now));

        page.WaitForAssertion(() => Assert.Contains("Kick-off", page.Find(".facts").TextContent, StringComparison.Ordinal));
        Assert.Contains("Tansy Ironbark finished Qualification", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Can I tell them", page.Find("#comment").GetAttribute("value"));
    }

    [Fact]
    public async Task A_comment_not_sent_yet_is_there_after_a_reload_and_gone_once_it_is_sent()
    {
        var page = await OpenAsync(InQualification(), Juniper);
        await page.Find("#comment").InputAsync("Can I tell them?");
        Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Contains("Draft saved 10:38 UTC", page.Find(".write").TextContent, StringComparison.Ordinal));

        var again = Render<RequestPage>(p => p.Add(x => x.Number, 1001));
        again.WaitForAssertion(() => Assert.Equal("Can I tell them?", again.Find("#comment").GetAttribute("value")));
        await Button(again, "Add comment").ClickAsync();
        Assert.Contains("Can I tell them?", again.Find(".tl .say").TextContent, StringComparison.Ordinal);
        Assert.Empty(await Services.GetRequiredService<UnsentTexts>().OfAsync(Juniper.Id, (await Store.FindAsync(1001))!.Id));
    }

    [Fact]
    public async Task What_an_administrator_took_out_of_sight_cannot_be_acted_on_from_a_page_that_was_open()
    {
        var sight = Sight.Everything;
        var request = await StoreAsync(InQualification());
        var open = new OpenRequest(
            request, Bram, sight, () => Task.FromResult(sight), Services.GetRequiredService<RequestDesk>(), Services.GetRequiredService<Toasts>(), Time);

        sight = Sight.OfAccounts(["Somebody else"]);

        Assert.False(await open.DoAsync((r, now) => r.Complete(Bram, now)));
        Assert.Equal("This request is not there any more.", open.Problem?.Title);
        Assert.Equal("This request is not there any more.", await open.CommentAsync("Still there?"));
        Assert.Equal("qualification", (await Store.FindAsync(1001))!.Current.Stage.Id);
    }

    private OpenRequest Opened(Request request, Person person) =>
        new(request, person, Sight.Everything, () => Task.FromResult(Sight.Everything), Services.GetRequiredService<RequestDesk>(), Services.GetRequiredService<Toasts>(), Time);

    /// <summary>Does all of this at once, while the database is busy with somebody else.</summary>
    private async Task WhileSomebodyWritesAsync(Func<IReadOnlyList<Task>> acts)
    {
        var somebody = new TaskCompletionSource<bool>();
        var writing = Services.GetRequiredService<WriteGate>().RunAsync(() => somebody.Task, CancellationToken.None);
        var done = Task.WhenAll(acts());
        somebody.SetResult(true);
        await writing;
        await done;
    }
}
