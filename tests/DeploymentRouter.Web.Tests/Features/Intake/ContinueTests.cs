using Bunit;
using DeploymentRouter.Web.Features.Intake;

namespace DeploymentRouter.Web.Tests.Features.Intake;

public sealed class ContinueTests : IAsyncLifetime
{
    private readonly IntakeRoom _room = new();

    public Task InitializeAsync() => _room.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_room).DisposeAsync();

    [Fact]
    public async Task What_is_wrong_is_said_on_Continue_and_not_before()
    {
        var id = await _room.DraftAsync(("customer.arr", "a lot"));
        var page = _room.Open(id);
        Assert.Empty(page.FindAll(".errors, .wrong"));

        await ContinueAsync(page);

        Assert.Equal(
            ["Enter the customer’s name", "Choose what kind of work it is", "Annual recurring revenue: enter an amount in US dollars from 0 to 10,000,000,000"],
            page.FindAll(".errors a").Select(a => a.TextContent));
        Assert.Equal(["customer-name", "customer-engagement", "customer-arr"], page.FindAll(".errors a").Select(a => a.GetAttribute("data-focus")));
        Assert.All(page.FindAll(".errors a"), a => Assert.NotNull(page.Find("#" + a.GetAttribute("data-focus"))));
        Assert.Equal(3, page.FindAll(".wrong .msg").Count);
        Assert.EndsWith($"/intake/{id}", _room.Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_put_right_turns_quiet_at_once()
    {
        var id = await _room.DraftAsync(("customer.engagement", "trial"));
        var page = _room.Open(id);
        await ContinueAsync(page);
        Assert.Single(page.FindAll(".wrong"));

        await page.Find("#customer-name").InputAsync("Orrery Labs");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".wrong")));
    }

    [Fact]
    public async Task Open_answers_never_stand_in_the_way()
    {
        var id = await _room.DraftAsync(EuropeanInsurer.Customer);

        await ContinueAsync(_room.Open(id, "cloud-fit"));

        Assert.EndsWith($"/intake/{id}/code-hosts", _room.Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_on_which_nothing_is_asked_are_passed_over()
    {
        var id = await _room.DraftAsync(EuropeanInsurer.Fields);

        await ContinueAsync(_room.Open(id, "waiting-for-cloud"));

        Assert.EndsWith($"/intake/{id}/check", _room.Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_note_is_asked_for_at_the_note()
    {
        var id = await _room.DraftAsync(("other_cloud_blockers", "yes"));
        var page = _room.Open(id, "cloud-fit");

        await ContinueAsync(page);

        Assert.Equal("note-other_cloud_blockers", Assert.Single(page.FindAll(".errors a")).GetAttribute("data-focus"));
    }

    [Fact]
    public async Task An_undecided_conflict_stands_in_the_way()
    {
        var id = await _room.DraftAsync(EuropeanInsurer.Customer);
        var page = _room.Open(id);
        await page.Find("#customer-notes").InputAsync("from here");
        await _room.SetAsync(id, "customer.notes", "from there");

        await ContinueAsync(page);

        page.WaitForAssertion(() => Assert.Equal("Choose which of the two values to keep", Assert.Single(page.FindAll(".errors a")).TextContent));
    }

    [Theory]
    [InlineData(130)]
    [InlineData(30_000)]
    public async Task A_paste_that_is_too_long_is_kept_whole_and_said_on_Continue(int length)
    {
        var page = _room.Open(await _room.DraftAsync(("customer.engagement", "trial")));

        await page.Find("#customer-name").InputAsync(new string('x', length));
        await ContinueAsync(page);

        Assert.Equal(length, page.Find("#customer-name").GetAttribute("value")!.Length);
        Assert.Equal("Shorten the customer’s name to 120 characters", Assert.Single(page.FindAll(".errors a")).TextContent);
        Assert.Equal(length > 20_000, page.Find(".saved").TextContent.Contains("Too long to be saved", StringComparison.Ordinal));
    }

    private static Task ContinueAsync(IRenderedComponent<IntakePage> page) => page.Find(".foot .btn.primary").ClickAsync(new());
}
