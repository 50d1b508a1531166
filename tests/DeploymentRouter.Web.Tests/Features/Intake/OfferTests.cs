using Bunit;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Persistence.Opportunities;
using DeploymentRouter.Web.Features.Intake;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Features.Intake;

public sealed class OfferTests : IAsyncLifetime
{
    private readonly IntakeRoom _room = new();

    public Task InitializeAsync() => _room.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_room).DisposeAsync();

    [Fact]
    public async Task What_the_sales_system_knows_is_offered_and_used_with_its_source_and_date()
    {
        await HandInAsync("Offer Mills", (DraftKeys.Arr, "250000"), (DraftKeys.NeededBy, "2027-02-01"), (DraftKeys.Answer("users_full"), "300"));
        var draft = await _room.DraftAsync((DraftKeys.CustomerName, "offer mills"));
        var page = _room.Open(draft);
        page.WaitForElement(".offer");
        Assert.Contains("From Salesbook, as of 20 Nov 2026", page.Find(".offer h2").TextContent, StringComparison.Ordinal);

        await page.FindAll(".offer .acts .btn")[^1].ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("250000", _room.StoredAsync(draft, DraftKeys.Arr).Result));
        Assert.Equal("2027-02-01", await _room.StoredAsync(draft, DraftKeys.NeededBy));
        Assert.Equal("300", await _room.StoredAsync(draft, DraftKeys.Answer("users_full")));
        Assert.Equal("offer mills", await _room.StoredAsync(draft, DraftKeys.CustomerName));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".q .meta").Count(note => note.TextContent == "From Salesbook, as of 20 Nov 2026")));
    }

    [Fact]
    public async Task What_was_typed_is_replaced_only_after_asking()
    {
        await HandInAsync("Typed Mills", (DraftKeys.Arr, "250000"));
        var draft = await _room.DraftAsync((DraftKeys.CustomerName, "Typed Mills"), (DraftKeys.Arr, "1,000"));
        var page = _room.Open(draft);
        page.WaitForElement(".offer");
        Assert.Contains("Typed here: $1,000", page.Find(".offer").TextContent, StringComparison.Ordinal);

        await UseAsync(page, "Use instead");
        Assert.Equal("1,000", await _room.StoredAsync(draft, DraftKeys.Arr));
        await UseAsync(page, "Replace what is typed");

        page.WaitForAssertion(() => Assert.Equal("250000", _room.StoredAsync(draft, DraftKeys.Arr).Result));
        // Whoever changes it has typed it.
        await _room.SetAsync(draft, DraftKeys.Arr, "9");
        Assert.DoesNotContain(_room.Open(draft).FindAll(".q .meta"), note => note.TextContent.StartsWith("From ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_customer_is_offered_nothing()
    {
        await HandInAsync("Third Mills", (DraftKeys.Arr, "250000"));
        var page = _room.Open(await _room.DraftAsync((DraftKeys.CustomerName, "Fourth Mills")));

        Assert.Empty(page.FindAll(".offer"));
    }

    private static Task UseAsync(IRenderedComponent<IntakePage> page, string words) =>
        page.FindAll(".offer .btn").First(button => button.TextContent.StartsWith(words, StringComparison.Ordinal)).ClickAsync(new());

    private async Task HandInAsync(string account, params (string Key, string Text)[] fields)
    {
        var all = fields.Append((Key: DraftKeys.CustomerName, Text: account)).ToDictionary(field => field.Key, field => field.Text, StringComparer.Ordinal);
        var (_, refusal) = await _room.Services.GetRequiredService<OpportunityDesk>().PutAsync(new Opportunity(account, all, "Pim Larkspur", "Salesbook", new DateOnly(2026, 11, 20)), IntakeRoom.Wren, Core.People.Sight.Everything);
        Assert.Null(refusal);
    }
}
