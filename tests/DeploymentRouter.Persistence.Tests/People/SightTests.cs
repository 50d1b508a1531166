using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Files;
using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Intake;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.EntityFrameworkCore;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.People;

/// <summary>What is out of sight is not there, through every read.</summary>
public sealed class SightTests : IAsyncLifetime
{
    private static readonly Person Sales = new("juniper", "Juniper", "sales", false);
    private static readonly Person Admin = new("quill", "Quill", "", true);
    private readonly Office _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_request_of_another_account_is_found_by_nothing()
    {
        var mine = await _office.InQualificationAsync("Meridian Aviary");
        var other = await _office.InQualificationAsync("Foxglove Freight");
        var sight = Sight.OfAccounts(["The Méridian Aviary Inc."]);
        var store = _office.Get<RequestStore>();

        Assert.NotNull(await store.FindAsync(mine.Number, sight));
        Assert.Null(await store.FindAsync(other.Number, sight));
        Assert.Null(await store.FindAsync(other.Id, sight));
        Assert.Null(await store.FindToActAsync(other.Id, sight));
        Assert.Null(await store.FindToActAsync(other.Number, sight));
        Assert.IsType<ActResult.NotFound>(await _office.Get<RequestDesk>().CommentAsync(other.Id, sight, "Hello", Sales));
        Assert.Equal((null, null), await AttachedAsync(other.Number, sight));
        Assert.Null(await _office.Get<AttachmentDesk>().OpenAsync(other.Number, 1, sight, default));
        Assert.False(await _office.Get<RequestList>().HasNumberAsync(other.Number, sight));
        Assert.True(await _office.Get<RequestList>().HasNumberAsync(mine.Number, sight));
    }

    [Fact]
    public async Task Lists_and_counts_are_those_of_ones_own_accounts()
    {
        var mine = await _office.InQualificationAsync("Meridian Aviary");
        var other = await _office.InQualificationAsync("Foxglove Freight");
        await _office.Get<Following>().SetAsync(Sales.Id, other.Id, true);
        var sight = Sight.OfAccounts(["Meridian Aviary"]);

        Assert.Equal([mine.Number], (await ListAsync("", sight)).Items.Select(item => item.Number));
        Assert.Empty((await ListAsync("Foxglove", sight)).Items);
        Assert.Equal([mine.Number], (await ListAsync("Meridian", sight)).Items.Select(item => item.Number));
        Assert.Equal([mine.Number], (await _office.Get<QueueOfTeam>().ListAsync("ie", new QueueFilter(), sight)).Lines.Select(line => line.Number));
        Assert.Equal(1, await _office.Get<QueueOfTeam>().CountAsync("ie", 100, sight));
        Assert.Equal(1, Assert.Single(await _office.Get<QueueOverview>().OfAsync(["ie"], sight)).Waiting);
        Assert.Empty((await _office.Get<WorkOfPerson>().OfAsync(Sales, sight)).Followed);
        Assert.Equal([other.Number], (await _office.Get<WorkOfPerson>().OfAsync(Ce, Sight.Everything)).Filed.Select(line => line.Number).Except([mine.Number]));
        Assert.Equal([mine.Number], (await _office.Get<WorkOfPerson>().OfAsync(Ce, sight)).Filed.Select(line => line.Number));
        Assert.Empty(await _office.Get<SimilarRequests>().FindAsync("Foxglove Freight", "", sight));
        Assert.Single(await _office.Get<SimilarRequests>().FindAsync("Foxglove Freight", "", Sight.Everything));
        Assert.Empty((await ListAsync("", Sight.OfAccounts([]))).Items);
    }

    [Fact]
    public async Task Past_requests_of_other_accounts_are_no_example()
    {
        var other = await _office.InQualificationAsync("Foxglove Freight");
        await _office.DoAsync(other, (r, now) => r.Withdraw("They went elsewhere.", Ce, now));
        var mine = await _office.InQualificationAsync("Meridian Aviary");

        Assert.Single(await _office.Get<PastRequests>().LikeAsync(mine, Sight.Everything));
        Assert.Empty(await _office.Get<PastRequests>().LikeAsync(mine, Sight.OfAccounts(["Meridian Aviary"])));
    }

    [Fact]
    public async Task Figures_that_are_left_out_are_nowhere_in_what_is_read()
    {
        var request = await _office.InQualificationAsync("Meridian Aviary");
        request = await _office.DoAsync(request, (r, now) => r.ChangeCustomer(r.Customer with { ArrUsd = 777_123, AddressableMarketUsd = 9_000_000 }, Ce, now));
        var sight = Sight.Everything.WithoutCommercial();
        var shown = (await _office.Get<RequestStore>().FindAsync(request.Number, sight))!;

        Assert.True(shown.LeavesOutCommercial);
        Assert.Equal((null, null, request.Version), (shown.Customer.ArrUsd, shown.Customer.AddressableMarketUsd, shown.Version));
        Assert.DoesNotContain(shown.History, entry => Core.Requests.History.HistoryJson.Write(entry.What).Contains("777", StringComparison.Ordinal));
        var line = Assert.Single((await _office.Get<QueueOfTeam>().ListAsync("ie", new QueueFilter(), sight)).Lines);
        Assert.Equal((0, ""), (line.Priority, line.PriorityPoints));
    }

    [Fact]
    public async Task Whoever_does_not_see_figures_acts_without_losing_them()
    {
        var request = await _office.InQualificationAsync("Meridian Aviary");
        request = await _office.DoAsync(request, (r, now) => r.ChangeCustomer(r.Customer with { ArrUsd = 777_123 }, Ce, now));
        var (desk, store, sight) = (_office.Get<RequestDesk>(), _office.Get<RequestStore>(), Sight.Everything.WithoutCommercial());
        var priority = await PriorityAsync();

        var done = Assert.IsType<ActResult.Done>(await desk.ActAsync(request.Id, sight, request.Version, (r, now) => r.Take(Ie, now)));
        var late = Assert.IsType<ActResult.Overtaken>(await desk.ActAsync(request.Id, sight, 1, (r, now) => r.Take(Ie, now)));

        Assert.True(done.Request.LeavesOutCommercial);
        Assert.True(late.Request.LeavesOutCommercial);
        Assert.Equal(777_123, (await store.FindAsync(request.Number, Sight.Everything))!.Customer.ArrUsd);
        Assert.Equal(priority, await PriorityAsync());
        late.Request.Comment("Hello", Ie, _office.Time.GetUtcNow().UtcDateTime);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.SaveAsync(late.Request));
    }

    [Fact]
    public async Task Sales_see_all_or_their_named_accounts_as_the_installation_says()
    {
        await _office.Get<PeopleDirectory>().RememberAsync([Sales, Admin, Ce, Cloud]);
        var (all, named) = (Sights(new RightsSetup()), Sights(new RightsSetup { SalesSeeNamedAccountsOnly = true }));

        Assert.Null((await all.OfAsync(Sales)).CustomerKeys);
        Assert.Equal([], (await named.OfAsync(Sales)).CustomerKeys);
        Assert.Equal("NotAnAdministrator", (await named.SetAccountsAsync(Sales.Id, ["Meridian Aviary"], Sales)).Refusal?.Name);
        Assert.True((await named.SetAccountsAsync(Sales.Id, [" Meridian  Aviary ", "", "Foxglove\nFreight"], Admin)).Succeeded);
        Assert.Equal(["Meridian Aviary", "Foxglove Freight"], await named.AccountsAsync(Sales.Id));
        Assert.Equal(["meridian aviary", "foxglove freight"], (await named.OfAsync(Sales)).CustomerKeys);
        Assert.Null((await named.OfAsync(Ce)).CustomerKeys);
        Assert.Null((await named.OfAsync(Admin)).CustomerKeys);
        Assert.Equal((true, false), ((await named.OfAsync(Ce)).SeesCommercial, (await named.OfAsync(Cloud)).SeesCommercial));
        Assert.Equal("PersonUnknown", (await named.SetAccountsAsync("nobody", ["A"], Admin)).Refusal?.Name);
        await _office.Get<PeopleDirectory>().RememberAsync([Sales with { Name = "Juniper G." }]);
        Assert.Equal(2, (await named.AccountsAsync(Sales.Id)).Count);
    }

    private Sights Sights(RightsSetup setup) => new(
        _office.Get<IDbContextFactory<RouterDb>>(), _office.Get<WriteGate>(), _office.Get<PlaybookInForce>(), setup, _office.Time);

    private async Task<(object?, Refusal?)> AttachedAsync(int number, Sight sight)
    {
        var result = await _office.Get<AttachmentDesk>().AttachAsync(number, "notes.txt", 3, new MemoryStream("abc"u8.ToArray()), Sales, sight, default);
        return (result.File, result.Refusal);
    }

    private Task<RequestListPage> ListAsync(string words, Sight sight) => _office.Get<RequestList>().PageAsync(
        new RequestFilter(words, RequestFilter.Open, null, null, null, RequestOrder.Changed), null, sight);

    private async Task<int> PriorityAsync() =>
        Assert.Single((await _office.Get<QueueOfTeam>().ListAsync("ie", new QueueFilter(), Sight.Everything)).Lines).Priority;
}
