using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Tests.Queues;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Requests;

public sealed class RequestListTests : IAsyncLifetime
{
    private static readonly RequestFilter Everything = new("", RequestFilter.All, null, null, null, RequestOrder.Changed);

    private readonly Office _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Each_filter_leaves_what_it_names()
    {
        await _office.JointAsync("With CE");
        await _office.InQualificationAsync("With IE");
        await _office.VerdictOpenAsync("With Cloud");
        var lost = await _office.JointAsync("Lost");
        await _office.DoAsync(lost, (r, now) => r.Withdraw("Lost.", Ce, now));

        Assert.Equal(["Lost", "With Cloud", "With IE", "With CE"], await NamesAsync(Everything));
        Assert.Equal(["With Cloud", "With IE", "With CE"], await NamesAsync(Everything with { States = RequestFilter.Open }));
        Assert.Equal(["Lost"], await NamesAsync(Everything with { States = [RequestState.Withdrawn] }));
        Assert.Equal(["With Cloud"], await NamesAsync(Everything with { StrategyId = RequestFilter.Undecided }));
        Assert.Equal(["Lost", "With IE", "With CE"], await NamesAsync(Everything with { StrategyId = "jointly-managed" }));
        Assert.Equal(["With IE"], await NamesAsync(Everything with { TeamId = "ie" }));
        Assert.Equal(["Lost", "With CE"], await NamesAsync(Everything with { StageId = "ie_request" }));
        Assert.Equal(["With CE"], await NamesAsync(Everything with { StageId = "ie_request", TeamId = "ce", StrategyId = "jointly-managed", States = RequestFilter.Open }));
    }

    [Fact]
    public async Task Each_order_puts_first_what_it_promises()
    {
        await _office.InQualificationAsync("Bluefinch");
        await _office.JointAsync("The Ångström Company");
        await _office.InQualificationAsync("Zephyr");
        var first = await _office.JointAsync("Marrowbridge");
        await _office.DoAsync(first, (r, now) => r.Comment("Hello.", Ce, now));

        Assert.Equal(["Marrowbridge", "Zephyr", "The Ångström Company", "Bluefinch"], await NamesAsync(Everything));
        Assert.Equal(["The Ångström Company", "Bluefinch", "Marrowbridge", "Zephyr"], await NamesAsync(Everything with { Order = RequestOrder.Customer }));
        Assert.Equal(["Bluefinch", "Zephyr", "The Ångström Company", "Marrowbridge"], await NamesAsync(Everything with { Order = RequestOrder.Due }));
        Assert.Equal(["Marrowbridge", "Zephyr", "The Ångström Company", "Bluefinch"], await NamesAsync(Everything with { Order = RequestOrder.Opened }));
    }

    [Theory]
    [InlineData("moss", "Moss & Lantern Insurance")]
    [InlineData("lan mos", "Moss & Lantern Insurance")]
    [InlineData("angst", "The Ångström Company")]
    [InlineData("ÅNGSTRÖM", "The Ångström Company")]
    [InlineData("\"*) NEAR (", null)]
    [InlineData("antern", null)]
    public async Task Words_are_found_by_their_beginning_without_accents(string words, string? found)
    {
        await _office.JointAsync("Moss & Lantern Insurance");
        await _office.InQualificationAsync("The Ångström Company");
        await _office.JointAsync("Orrery Labs");

        Assert.Equal(found is null ? [] : [found], await NamesAsync(Everything with { Words = words }));
    }

    [Fact]
    public async Task Words_and_filters_narrow_together()
    {
        await _office.JointAsync("Orrery Labs");
        await _office.InQualificationAsync("Orrery Works");

        Assert.Equal(["Orrery Works"], await NamesAsync(Everything with { Words = "orrery", TeamId = "ie" }));
        Assert.Equal(["Orrery Labs", "Orrery Works"], await NamesAsync(Everything with { Words = "orrery", Order = RequestOrder.Customer }));
    }

    [Fact]
    public async Task A_renamed_customer_is_found_by_the_new_name_only()
    {
        var request = await _office.JointAsync("Orrery Labs");
        await _office.DoAsync(request, (r, now) => r.ChangeCustomer(r.Customer with { Name = "Driftwood" }, Ce, now));

        Assert.Empty(await NamesAsync(Everything with { Words = "orrery" }));
        Assert.Equal(["Driftwood"], await NamesAsync(Everything with { Words = "drift" }));
    }

    [Fact]
    public async Task A_line_says_who_has_it_and_what_it_waits_for()
    {
        await _office.VerdictOpenAsync("Halcyon");
        var item = Assert.Single((await ListAsync(Everything)).Items);

        Assert.Equal(("Halcyon", "cloud", RequestState.NeedsInformation), (item.Customer, item.OwnerTeamId, item.State));
        Assert.Equal([("cloud", Ask.Answer)], item.Waits.Select(wait => (wait.TeamId, wait.Ask)));
    }

    [Fact]
    public async Task A_number_is_known_or_not()
    {
        var request = await _office.JointAsync("Halcyon");
        Assert.True(await _office.Get<RequestList>().HasNumberAsync(request.Number));
        Assert.False(await _office.Get<RequestList>().HasNumberAsync(request.Number + 1));
    }

    private async Task<IEnumerable<string>> NamesAsync(RequestFilter filter) => (await ListAsync(filter)).Items.Select(item => item.Customer);

    private Task<RequestListPage> ListAsync(RequestFilter filter) => _office.Get<RequestList>().PageAsync(filter, null);
}
