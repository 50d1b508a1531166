using AngleSharp.Dom;
using Bunit;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Features.Requests.Detail;
using Microsoft.Extensions.DependencyInjection;
using static DeploymentRouter.Web.Tests.Features.Requests.OperationTests;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Requests;

/// <summary>The dialog of an operation in several tabs, and after a lost circuit.</summary>
public sealed class OperationTabsTests : RequestRoom
{
    [Fact]
    public async Task Of_two_people_who_ask_at_once_one_is_told_who_was_faster()
    {
        var request = await StoreAsync(TrialRunning());
        var desk = Services.GetRequiredService<RequestDesk>();
        var results = await Task.WhenAll(new[] { Wren, Juniper }.Select(by =>
            Task.Run(() => desk.ActAsync(request.Id, request.Version, (r, now) => Asks(r, "suspend", by, now)))));
        Assert.Single(results.OfType<ActResult.Done>());
        var overtaken = Assert.Single(results.OfType<ActResult.Overtaken>());
        Assert.Equal("suspend", Assert.Single(overtaken.Request.Operations).Operation.Id);
        Assert.Single((await Store.FindAsync(request.Id))!.Operations);
    }

    [Fact]
    public async Task The_slower_of_two_tabs_reads_who_was_faster_and_loses_nothing_it_typed()
    {
        var request = await StoreAsync(TrialRunning());
        var slow = Open(Wren);
        await ChooseAsync(slow, "Convert to paid");
        await Dialogs.Find("#field-contract_signed_on").ChangeAsync("2026-11-20");
        await Dialogs.Find("#field-new_licence_reference").ChangeAsync("vault/licences/7");
        await Dialogs.Find("#act-reason").InputAsync("They signed.");
        await ElsewhereAsync(request, (r, now) => Asks(r, "suspend", Juniper, now));

        await Act("Convert to paid").ClickAsync();
        Dialogs.WaitForAssertion(() => Assert.Contains("While you looked, Juniper Goldfinch asked for “Suspend the instance”", Dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        await Act("Convert to paid").ClickAsync();
        Dialogs.WaitForAssertion(() => Assert.Contains("“Suspend the instance” is open.", Dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(("2026-11-20", "vault/licences/7", "They signed."), Typed());
        Assert.Equal("suspend", Assert.Single((await Store.FindAsync(request.Id))!.Operations).Operation.Id);

        await ElsewhereAsync(request, (r, now) => r.WithdrawOperation(Juniper, now));
        await Act("Convert to paid").ClickAsync();
        await Act("Convert to paid").ClickAsync();
        Assert.Equal("convert_to_paid", (await Store.FindAsync(request.Id))!.OpenOperation?.Operation.Id);
    }

    [Fact]
    public async Task What_was_typed_into_the_fields_is_there_again_after_a_lost_circuit_until_it_is_sent()
    {
        await StoreAsync(TrialRunning());
        await ChooseAsync(Open(Wren), "Convert to paid");
        await Dialogs.Find("#field-contract_signed_on").ChangeAsync("2026-11-20");
        await Dialogs.Find("#field-new_licence_reference").ChangeAsync("vault/licences/7");
        await Dialogs.Find("#act-reason").InputAsync("They signed.");
        Time.Advance(TimeSpan.FromSeconds(1));
        await KeepAsync();

        await ChooseAsync(Open(Wren), "Convert to paid");
        Dialogs.WaitForAssertion(() => Assert.Equal(("2026-11-20", "vault/licences/7", "They signed."), Typed()));
        await Act("Convert to paid").ClickAsync();
        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll("#act-reason")));
        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task The_last_day_is_kept_and_what_confirms_a_teardown_is_typed_each_time()
    {
        var end = (await StoreAsync(TrialRunning())).Instance!.TrialEndsOn!.Value.AddDays(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await ChooseAsync(Open(Wren), "Extend the trial");
        await Dialogs.Find("#act-until").ChangeAsync(end);
        await KeepAsync();
        await ChooseAsync(Open(Wren), "Extend the trial");
        Dialogs.WaitForAssertion(() => Assert.Equal(end, Dialogs.Find("#act-until").GetAttribute("value")));
        await KeepAsync();

        await ChooseAsync(Open(Wren), "Tear the instance down");
        await Dialogs.Find("#act-confirm").ChangeAsync("text");
        await KeepAsync();
        await ChooseAsync(Open(Wren), "Tear the instance down");
        Assert.True(string.IsNullOrEmpty(Dialogs.Find("#act-confirm").GetAttribute("value")));
    }

    private (string?, string?, string?) Typed() =>
        (Dialogs.Find("#field-contract_signed_on").GetAttribute("value"), Dialogs.Find("#field-new_licence_reference").GetAttribute("value"), Dialogs.Find("#act-reason").GetAttribute("value"));

    private IRenderedComponent<RequestPage> Open(Person person)
    {
        SignIn(person);
        return Render<RequestPage>(p => p.Add(x => x.Number, 1001));
    }

    private async Task ChooseAsync(IRenderedComponent<RequestPage> page, string operation)
    {
        await page.FindAll(".instance button").Single(button => button.TextContent.Trim() == operation).ClickAsync();
        Dialogs.WaitForElement("#act-reason");
    }

    // The circuit goes, and its dialog with it.
    private async Task KeepAsync()
    {
        await Dialogs.FindAll(".mud-dialog-actions button")[0].ClickAsync();
        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll("#act-reason")));
    }

    private async Task<IReadOnlyDictionary<string, UnsentText>> KeptAsync() =>
        await Services.GetRequiredService<UnsentTexts>().OfAsync(Wren.Id, (await Store.FindAsync(1001))!.Id);

    private IElement Act(string label) => Dialogs.FindAll(".dialog .mud-dialog-actions button").Single(button => button.TextContent == label);
}
