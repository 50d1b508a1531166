using Bunit;
using DeploymentRouter.Core.Intake;

namespace DeploymentRouter.Web.Tests.Features.Intake;

public sealed class SavingTests : IAsyncLifetime
{
    private readonly IntakeRoom _room = new();

    public Task InitializeAsync() => _room.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_room).DisposeAsync();

    [Fact]
    public async Task A_choice_is_stored_at_once_and_another_tab_shows_it()
    {
        var id = await _room.DraftAsync();
        var (here, there) = (_room.Open(id, "cloud-fit"), _room.Open(id, "cloud-fit"));

        await IntakeRoom.Box(here, "May our administrators reach the instance?", "No").ChangeAsync("no");

        Assert.Equal("no", await _room.StoredAsync(id, "admin_access_ok"));
        there.WaitForAssertion(() => Assert.True(IntakeRoom.Box(there, "May our administrators reach the instance?", "No").HasAttribute("checked")));
        Assert.Contains("Saved 09:00 UTC", here.Find(".saved").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_a_field_stores_it_without_waiting()
    {
        var id = await _room.DraftAsync();
        var page = _room.Open(id);

        await page.Find("#customer-name").InputAsync("Orrery Labs");
        await page.Find("#customer-name").BlurAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Orrery Labs", _room.StoredAsync(id, DraftKeys.CustomerName).Result));
    }

    [Fact]
    public async Task Closing_the_page_stores_what_was_typed_last()
    {
        var id = await _room.DraftAsync();
        var page = _room.Open(id);
        await page.Find("#customer-notes").InputAsync("Half a sent");

        await _room.DisposeComponentsAsync();

        Assert.Equal("Half a sent", await _room.StoredAsync(id, DraftKeys.Notes));
    }

    [Theory]
    [InlineData("Keep mine", "from here")]
    [InlineData("Use the stored one", "from there")]
    public async Task Two_tabs_that_change_one_field_are_asked_and_never_overwrite_each_other(string choice, string stored)
    {
        var id = await _room.DraftAsync((DraftKeys.Notes, "as it was"));
        var page = _room.Open(id);

        await page.Find("#customer-notes").InputAsync("from here");
        await _room.SetAsync(id, DraftKeys.Notes, "from there");
        _room.Time.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Contains("Here it says from here, there it says from there.", page.Find(".conflict").TextContent, StringComparison.Ordinal));
        Assert.Equal("from there", await _room.StoredAsync(id, DraftKeys.Notes));
        await page.FindAll(".conflict .btn").First(button => button.TextContent == choice).ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".conflict")));
        Assert.Equal(stored, await _room.StoredAsync(id, DraftKeys.Notes));
        Assert.Equal(stored, page.Find("#customer-notes").GetAttribute("value") ?? page.Find("#customer-notes").TextContent);
    }

    [Fact]
    public async Task A_conflict_over_a_choice_is_put_in_the_words_of_its_buttons()
    {
        var id = await _room.DraftAsync(("users_full", "10"));
        var page = _room.Open(id, "size");

        await page.Find("#answer-users_full").InputAsync("14500");
        await _room.SetAsync(id, "users_full", "?");
        _room.Time.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Contains("Here it says 14,500, there it says We don’t know yet.", page.Find(".conflict").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Typing_on_is_no_conflict_with_oneself()
    {
        var id = await _room.DraftAsync();
        var page = _room.Open(id);

        foreach (var text in new[] { "O", "Or", "Orr" })
        {
            await page.Find("#customer-name").InputAsync(text);
            _room.Time.Advance(TimeSpan.FromSeconds(1));
            page.WaitForAssertion(() => Assert.Equal(text, _room.StoredAsync(id, DraftKeys.CustomerName).Result));
        }

        Assert.Empty(page.FindAll(".conflict"));
    }

    [Fact]
    public async Task What_cannot_be_stored_is_said_kept_and_tried_again()
    {
        var id = await _room.DraftAsync();
        var page = _room.Open(id);

        await _room.SqlAsync("ALTER TABLE Drafts RENAME TO Elsewhere");
        await page.Find("#customer-name").InputAsync("Orrery Labs");
        _room.Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal("Not saved yet. Trying again.", page.Find(".saved[role=alert]").TextContent));
        Assert.Equal("Orrery Labs", page.Find("#customer-name").GetAttribute("value"));

        await _room.SqlAsync("ALTER TABLE Elsewhere RENAME TO Drafts");
        _room.Time.Advance(TimeSpan.FromSeconds(5));
        page.WaitForAssertion(() => Assert.Contains("Saved", page.Find(".saved").TextContent, StringComparison.Ordinal));
        Assert.Equal("Orrery Labs", await _room.StoredAsync(id, DraftKeys.CustomerName));
    }

    [Fact]
    public async Task A_draft_discarded_in_another_tab_is_gone_here()
    {
        var id = await _room.DraftAsync();
        var page = _room.Open(id, "size");

        await _room.Drafts.DiscardAsync(id, IntakeRoom.Wren.Id);

        page.WaitForAssertion(() => Assert.Contains("There is no such draft of yours", page.Markup, StringComparison.Ordinal));
    }
}
