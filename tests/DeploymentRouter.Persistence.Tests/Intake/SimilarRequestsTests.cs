using System.Collections.Immutable;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Intake;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Tests.Queues;

namespace DeploymentRouter.Persistence.Tests.Intake;

public sealed class SimilarRequestsTests : IAsyncLifetime
{
    private readonly Office _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task The_same_opportunity_is_found_whatever_the_customer_is_called()
    {
        var request = await OpenAsync("Orrery Labs", "https://crm.example/opportunity/7");
        await OpenAsync("Pinwheel Aerospace", "https://crm.example/opportunity/8");

        var found = Assert.Single(await FindAsync("Something Else", "HTTPS://CRM.example/opportunity/7/"));

        Assert.Equal(request.Number, found.Number);
        Assert.Equal("the opportunity is the same", found.Why);
    }

    [Theory]
    [InlineData("Moss & Lantern Insurance Ltd", "the name differs only in “Ltd”")]
    [InlineData("Moss & Lantern", "the name differs only in “insurance”")]
    [InlineData("Mos & Lantern Insurance", "the name differs only in spelling")]
    [InlineData("Lantern & Moss Insurance", "the name has the same words in another order")]
    public async Task A_similar_name_is_found_and_it_is_said_why(string name, string why)
    {
        await OpenAsync("Moss & Lantern Insurance");
        await OpenAsync("Mosaic Lanes");

        Assert.Equal(why, Assert.Single(await FindAsync(name)).Why);
    }

    [Fact]
    public async Task It_says_who_has_it_since_when()
    {
        var request = await _office.InQualificationAsync("Bluefinch Mutual");

        var found = Assert.Single(await FindAsync("Blue Finch Mutual"));

        Assert.Equal(("ie", "Qualification", "jointly-managed", "Wren"), (found.OwnerTeamId, found.StageName, found.StrategyId, found.OpenedByName));
        Assert.Equal(request.Current.StartedAt, found.Since);
    }

    [Fact]
    public async Task A_withdrawn_request_is_in_nobodys_way()
    {
        var request = await _office.JointAsync("Orrery Labs");
        await _office.DoAsync(request, (r, now) => r.Withdraw("Changed plans", Office.Ce, now));

        Assert.Empty(await FindAsync("Orrery Labs", "https://crm.example/1"));
    }

    [Fact]
    public async Task The_likest_come_first_and_never_more_than_three()
    {
        for (var i = 0; i < 4; i++) await OpenAsync("Orrery Labs");
        var same = await OpenAsync("Harbour Light", "https://crm.example/9");

        var found = await FindAsync("Orrery Labs", "https://crm.example/9");

        Assert.Equal(SimilarRequests.Most, found.Count);
        Assert.Equal(same.Number, found[0].Number);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("\" OR * NEAR(", "")]
    [InlineData("!!", "not a link")]
    public async Task Anything_may_be_typed(string name, string link)
    {
        await OpenAsync("Orrery Labs");

        Assert.Empty(await FindAsync(name, link));
    }

    [Fact]
    public async Task Asking_costs_the_same_however_many_requests_there_are()
    {
        await OpenAsync("Orrery Labs");
        _office.Plans.Take();

        Assert.Single(await FindAsync("Orrery Lab", "https://crm.example/1"));

        Assert.All(_office.Plans.Take(), step => Assert.Matches("^(SEARCH |SCAN RequestSearch VIRTUAL TABLE INDEX|USE TEMP B-TREE)", step));
    }

    private Task<IReadOnlyList<SimilarRequest>> FindAsync(string name, string link = "") =>
        _office.Get<SimilarRequests>().FindAsync(name, link);

    private async Task<Request> OpenAsync(string customer, string link = "")
    {
        var facts = new CustomerFacts(customer, link, Engagement.NewProduction, null, null, null, null, "");
        var result = await _office.Get<RequestDesk>().FileAsync(
            Guid.NewGuid(), facts, AnswerSet.Empty, ImmutableDictionary<string, string>.Empty, Office.Ce);
        return Assert.IsType<ActResult.Done>(result).Request;
    }
}
