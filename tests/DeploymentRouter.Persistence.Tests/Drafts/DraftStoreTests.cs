using System.Collections.Immutable;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Drafts;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Tests.Queues;

namespace DeploymentRouter.Persistence.Tests.Drafts;

public sealed class DraftStoreTests : IAsyncLifetime
{
    private const string Me = "wren";
    private readonly Office _office = new();
    private readonly List<Guid> _told = [];

    private DraftStore Store => _office.Get<DraftStore>();

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        _office.Get<DraftFeed>().Changed += _told.Add;
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task What_is_typed_is_found_again()
    {
        var draft = await Store.StartAsync(Me);

        await Store.ChangeAsync(draft.Id, Me, DraftKeys.CustomerName, "Orrery Labs", 0);
        await Store.ChangeAsync(draft.Id, Me, "answer.users_full", "14,500", 1);

        var found = await Store.FindAsync(draft.Id, Me);
        Assert.Equal("Orrery Labs", found![DraftKeys.CustomerName]);
        Assert.Equal("14,500", found["answer.users_full"]);
        Assert.Equal(2, found.Version);
        Assert.Equal([draft.Id, draft.Id], _told);
    }

    [Fact]
    public async Task Somebody_elses_draft_is_neither_seen_nor_changed_nor_discarded()
    {
        var draft = await Store.StartAsync(Me);
        await Store.ChangeAsync(draft.Id, Me, "answer.users_full", "1", 0);

        Assert.Null(await Store.FindAsync(draft.Id, "otis"));
        Assert.Null(await Store.ChangeAsync(draft.Id, "otis", "answer.users_full", "2", 1));
        Assert.False(await Store.DiscardAsync(draft.Id, "otis"));
        Assert.Equal("1", (await Store.FindAsync(draft.Id, Me))!["answer.users_full"]);
    }

    [Fact]
    public async Task Two_tabs_that_change_different_fields_both_win()
    {
        var draft = await Store.StartAsync(Me);

        await Store.ChangeAsync(draft.Id, Me, "answer.a", "1", 0);
        var second = await Store.ChangeAsync(draft.Id, Me, "answer.b", "2", 0);

        Assert.Null(second!.Conflict);
        Assert.Equal(("1", "2"), (second.Draft["answer.a"], second.Draft["answer.b"]));
    }

    [Fact]
    public async Task Two_tabs_that_change_the_same_field_never_overwrite_each_other_silently()
    {
        var draft = await Store.StartAsync(Me);

        await Store.ChangeAsync(draft.Id, Me, "answer.a", "yes", 0);
        var slower = await Store.ChangeAsync(draft.Id, Me, "answer.a", "no", 0);

        Assert.Equal(("no", "yes"), (slower!.Conflict!.Wanted, slower.Conflict.Stored.Text));
        Assert.Equal("yes", (await Store.FindAsync(draft.Id, Me))!["answer.a"]);
        var decided = await Store.ChangeAsync(draft.Id, Me, "answer.a", "no", slower.Conflict.Stored.Version);
        Assert.Null(decided!.Conflict);
        Assert.Equal("no", (await Store.FindAsync(draft.Id, Me))!["answer.a"]);
    }

    [Fact]
    public async Task Two_tabs_that_want_the_same_agree()
    {
        var draft = await Store.StartAsync(Me);

        await Store.ChangeAsync(draft.Id, Me, "answer.a", "yes", 0);
        var second = await Store.ChangeAsync(draft.Id, Me, "answer.a", "yes", 0);

        Assert.Null(second!.Conflict);
        Assert.Equal(1, second.Draft.Version);
    }

    [Fact]
    public async Task Changes_at_the_same_moment_are_all_kept()
    {
        var draft = await Store.StartAsync(Me);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Store.ChangeAsync(draft.Id, Me, $"answer.q{i}", "yes", 0)));

        var found = await Store.FindAsync(draft.Id, Me);
        Assert.Equal((20, 20), (found!.Version, found.Fields.Count));
    }

    [Fact]
    public async Task Starting_over_and_over_leaves_one_empty_draft_and_lists_none()
    {
        var drafts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Store.StartAsync(Me)));

        Assert.Single(drafts.Select(draft => draft.Id).Distinct());
        Assert.Empty(await Store.OfAsync(Me));

        await Store.ChangeAsync(drafts[0].Id, Me, DraftKeys.CustomerName, "Orrery Labs", 0);
        Assert.NotEqual(drafts[0].Id, (await Store.StartAsync(Me)).Id);
        Assert.Equal("Orrery Labs", Assert.Single(await Store.OfAsync(Me)).CustomerName);
    }

    [Fact]
    public async Task A_discarded_draft_is_gone_and_the_other_tabs_are_told()
    {
        var draft = await Store.StartAsync(Me);

        Assert.True(await Store.DiscardAsync(draft.Id, Me));

        Assert.Null(await Store.FindAsync(draft.Id, Me));
        Assert.Null(await Store.ChangeAsync(draft.Id, Me, "answer.a", "yes", 0));
        Assert.Contains(draft.Id, _told);
    }

    [Fact]
    public async Task A_filed_draft_becomes_one_request_and_takes_no_more_changes()
    {
        var draft = await Store.StartAsync(Me);
        await Store.ChangeAsync(draft.Id, Me, DraftKeys.CustomerName, "Orrery Labs", 0);
        var facts = new CustomerFacts("Orrery Labs", "", Engagement.Trial, null, null, null, null, "");

        var filed = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _office.Get<RequestDesk>()
            .FileAsync(draft.Id, facts, AnswerSet.Empty, ImmutableDictionary<string, string>.Empty, Office.Ce)));

        var numbers = filed.Select(result => Assert.IsType<ActResult.Done>(result).Request.Number).Distinct();
        Assert.Single(numbers);
        Assert.NotNull((await Store.FindAsync(draft.Id, Me))!.RequestId);
        Assert.Null(await Store.ChangeAsync(draft.Id, Me, DraftKeys.CustomerName, "Another", 1));
        Assert.Empty(await Store.OfAsync(Me));
    }
}
