using AngleSharp.Dom;
using Bunit;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.Operations;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Web.Features.Requests.Detail;
using Microsoft.Extensions.DependencyInjection;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Requests;

public sealed class OperationPageTests : RequestRoom
{
    [Fact]
    public async Task There_is_no_instance_before_it_is_handed_over()
    {
        var page = await OpenAsync(Filed(CloudAnswers), Wren);
        Assert.Empty(page.FindAll(".instance"));
    }

    [Fact]
    public async Task A_CE_reads_how_long_the_trial_runs_and_what_can_be_asked_for()
    {
        var page = await OpenAsync(TrialRunning(), Wren);
        Assert.Equal("Trial", page.Find(".instance .state").TextContent);
        Assert.Matches("Until .* days left[.]", page.Find(".instance .muted").TextContent);
        Assert.Equal(
            ["Extend the trial", "Convert to paid", "Suspend the instance", "Tear the instance down"],
            page.FindAll(".instance .asks button").Select(button => button.TextContent));
    }

    [Fact]
    public async Task Others_are_told_who_can_ask()
    {
        var page = await OpenAsync(TrialRunning(), Bram);
        Assert.Empty(page.FindAll(".instance button"));
        Assert.Contains("CE or Sales can ask to extend the trial.", page.Find(".instance").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trial_is_extended_from_the_ask_to_the_end()
    {
        var walk = TrialRunning();
        var end = walk.Request.Instance!.TrialEndsOn!.Value;
        var page = await OpenAsync(walk, Wren);
        await Button(page, "Extend the trial").ClickAsync();
        Assert.Equal(end.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Dialogs.Find("#act-until").GetAttribute("value"));

        await Dialogs.Find("#act-until").ChangeAsync("2031-01-01");
        await DialogButton("Extend the trial").ClickAsync();
        Assert.Contains("Choose a last day from", Dialogs.Find("#act-until-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("Write why. The team that carries it out reads it.", Dialogs.Find("#act-reason-error").TextContent);

        await Dialogs.Find("#act-until").ChangeAsync(end.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await Dialogs.Find("#act-reason").InputAsync("The champion is on leave.");
        await DialogButton("Extend the trial").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("The champion is on leave.", page.Find(".instance .operation").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".instance .asks button"));

        var line = Assert.Single((await Services.GetRequiredService<QueueOfTeam>().ListAsync("cloud", new QueueFilter())).Lines);
        Assert.Equal(("Extend the trial", false), (line.Says, line.HasBall));
        Assert.NotNull(line.DueAt);

        SignIn(Skye);
        var cloud = Render<RequestPage>(p => p.Add(x => x.Number, 1001));
        await Button(cloud, "Take “Extend the trial”").ClickAsync();
        await Button(cloud, "It is done").ClickAsync();
        await DialogButton("It is done").ClickAsync();
        cloud.WaitForAssertion(() => Assert.Equal("Done", cloud.Find(".instance .operation .state").TextContent));
        Assert.Equal(end.AddDays(20), (await Store.FindAsync(1001))!.Instance!.TrialEndsOn);
        Assert.Contains("carried out “Extend the trial”", cloud.Find(".tl").TextContent, StringComparison.Ordinal);
        Assert.Empty((await Services.GetRequiredService<QueueOfTeam>().ListAsync("cloud", new QueueFilter())).Lines);
    }

    [Fact]
    public async Task Converting_asks_for_the_contract_and_tearing_down_for_the_slug()
    {
        var page = await OpenAsync(TrialRunning(), Juniper);
        await Button(page, "Convert to paid").ClickAsync();
        await DialogButton("Convert to paid").ClickAsync();
        Assert.Equal("Contract signed on: fill it in", Dialogs.Find("#field-contract_signed_on-error").TextContent);
        await Dialogs.FindAll(".mud-dialog-actions button")[0].ClickAsync();

        await Button(page, "Tear the instance down").ClickAsync();
        await Dialogs.Find("#act-reason").InputAsync("They left.");
        await DialogButton("Tear the instance down").ClickAsync();
        Assert.Equal("Type “text” to confirm that this is the one.", Dialogs.Find("#act-confirm-error").TextContent);
        await Dialogs.Find("#act-confirm").ChangeAsync("text");
        await DialogButton("Tear the instance down").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal("Asked", page.Find(".instance .operation .state").TextContent));

        await Button(page, "Withdraw what was asked").ClickAsync();
        Assert.Equal(OperationState.Withdrawn, (await Store.FindAsync(1001))!.Operations[0].State);
    }

    [Fact]
    public async Task A_trial_that_has_ended_says_until_when_to_decide()
    {
        Time.Advance(TimeSpan.FromDays(10));
        var walk = TrialRunning();
        var page = await OpenAsync(walk, Wren);
        Assert.Contains("The trial ended on Wed 2 Dec. Decide by Mon 7 Dec.", page.Find(".instance").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dialog_for_what_is_not_offered_any_more_closes_and_says_so()
    {
        var walk = TrialRunning();
        var page = await OpenAsync(walk, Wren);
        await Button(page, "Extend the trial").ClickAsync();
        Dialogs.WaitForElement("#act-until");
        await ElsewhereAsync((await Store.FindAsync(1001))!, (r, now) =>
            r.OverrideStrategy("one-click", RequestWalk.Playbook.OverrideReasons[0].Id, "They want it.", Wren, now));

        page.WaitForAssertion(() => Assert.Contains("This is not offered any more.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Empty(Dialogs.FindAll("#act-until"));
        Assert.Empty(page.FindAll(".instance"));
    }

    [Fact]
    public async Task A_dialog_to_extend_what_has_become_paid_meanwhile_stays_and_says_what_happened()
    {
        var walk = TrialRunning();
        var page = await OpenAsync(walk, Wren);
        await Button(page, "Extend the trial").ClickAsync();
        Dialogs.WaitForElement("#act-until");
        var contract = new Dictionary<string, string>(StringComparer.Ordinal) { ["contract_signed_on"] = "2026-11-20", ["new_licence_reference"] = "vault/7" };
        var stored = await ElsewhereAsync((await Store.FindAsync(1001))!, (r, now) => r.AskFor("convert_to_paid", "They signed.", null, contract, "", Juniper, now));
        await ElsewhereAsync(stored, (r, now) => r.CompleteOperation("", Skye, now));

        await Dialogs.Find("#act-reason").InputAsync("The champion is on leave.");
        await DialogButton("Extend the trial").ClickAsync();
        Assert.Equal("The instance is not a trial.", Dialogs.Find("#act-until-error").TextContent);
    }

    [Fact]
    public async Task An_operation_stays_in_its_queue_while_the_request_is_on_hold()
    {
        await StoreAsync(TrialRunning()
            .Does((r, now) => r.AskFor("suspend", "They pause.", null, new Dictionary<string, string>(StringComparer.Ordinal), "", Wren, now))
            .Does((r, now) => r.PutOnHold("Their freeze ends.", null, Wren, now)));
        var queue = Services.GetRequiredService<QueueOfTeam>();
        Assert.Equal("Suspend the instance", Assert.Single((await queue.ListAsync("cloud", new QueueFilter(OnHold: OnHold.Hidden))).Lines).Says);
        Assert.Empty((await queue.ListAsync("ce", new QueueFilter(OnHold: OnHold.Hidden))).Lines);
    }
}
