using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Tests.Requests;

public sealed class RequestPagingTests : IAsyncLifetime
{
    private const int Count = 130;

    private readonly Office _office = new();

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        db.Requests.AddRange(Enumerable.Range(0, Count).Select(Row));
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Theory]
    [InlineData(RequestOrder.Changed)]
    [InlineData(RequestOrder.Customer)]
    [InlineData(RequestOrder.Due)]
    [InlineData(RequestOrder.Opened)]
    public async Task Pages_go_forth_and_back_and_lose_nothing_among_ties(RequestOrder order)
    {
        var filter = new RequestFilter("", RequestFilter.All, null, null, null, order);
        var (first, second, third) = await ForthAsync(filter);

        var all = first.Items.Concat(second.Items).Concat(third.Items).Select(item => item.Number).ToList();
        Assert.Equal(Count, all.Distinct().Count());
        Assert.Equal([50, 50, 30], [first.Items.Count, second.Items.Count, third.Items.Count]);
        Assert.Equal([(false, true), (true, true), (true, false)], [(first.HasEarlier, first.HasMore), (second.HasEarlier, second.HasMore), (third.HasEarlier, third.HasMore)]);

        var back = await BeforeAsync(filter, third.Items[0]);
        Assert.Equal(second.Items.Select(item => item.Number), back.Items.Select(item => item.Number));
        Assert.Equal((true, true), (back.HasEarlier, back.HasMore));
        var top = await BeforeAsync(filter, back.Items[0]);
        Assert.Equal(first.Items.Select(item => item.Number), top.Items.Select(item => item.Number));
        Assert.Equal((false, true), (top.HasEarlier, top.HasMore));
    }

    [Fact]
    public async Task A_page_goes_on_where_the_last_one_ended_although_others_changed_meanwhile()
    {
        var filter = new RequestFilter("", RequestFilter.All, null, null, null, RequestOrder.Changed);
        var first = await _office.Get<RequestList>().PageAsync(filter, null);
        var last = first.Items[^1].Number;
        var expected = (await AfterAsync(filter, first.Items[^1])).Items.Select(item => item.Number).ToList();
        await using (var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync())
            await db.Requests.Where(r => r.Number == last).ExecuteUpdateAsync(r => r.SetProperty(x => x.ChangedAt, DateTime.UnixEpoch.AddYears(90)));

        Assert.Equal(expected, (await AfterAsync(filter, first.Items[^1])).Items.Select(item => item.Number));
    }

    [Theory]
    [InlineData("2026-11-24T09:14:05.0000000~1027", true)]
    [InlineData("2026-11-24T09:14:05.0000000~x", false)]
    [InlineData("yesterday~1027", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_place_in_the_list_survives_the_address(string? text, bool isPlace)
    {
        var cursor = RequestCursor.Read(text, RequestOrder.Changed, backwards: false);
        Assert.Equal(isPlace ? text : null, cursor?.Text);
    }

    private async Task<(RequestListPage, RequestListPage, RequestListPage)> ForthAsync(RequestFilter filter)
    {
        var first = await _office.Get<RequestList>().PageAsync(filter, null);
        var second = await AfterAsync(filter, first.Items[^1]);
        return (first, second, await AfterAsync(filter, second.Items[^1]));
    }

    private Task<RequestListPage> AfterAsync(RequestFilter filter, RequestListItem item) =>
        _office.Get<RequestList>().PageAsync(filter, Place(filter, item, backwards: false));

    private Task<RequestListPage> BeforeAsync(RequestFilter filter, RequestListItem item) =>
        _office.Get<RequestList>().PageAsync(filter, Place(filter, item, backwards: true));

    private static RequestCursor? Place(RequestFilter filter, RequestListItem item, bool backwards) =>
        RequestCursor.Read(new RequestCursor(item.Key, item.Number, backwards).Text, filter.Order, backwards);

    // Ten share each value, so that most page borders fall among ties; every state takes part.
    private static RequestRow Row(int i) => new()
    {
        Id = Guid.NewGuid(),
        Number = 1001 + i * 37 % Count,
        SubmissionKey = Guid.NewGuid(),
        CustomerName = $"Customer {i / 10}",
        CustomerKey = $"customer {i / 10}",
        OpportunityKey = "",
        State = RequestFilter.All[i % RequestFilter.All.Count],
        StageId = "ie_request",
        StageName = "IE request",
        DecidedBy = "",
        Answers = "{}",
        PriorityPoints = "",
        OpenedById = "wren",
        OpenedByName = "Wren",
        OpenedAt = At(i / 10),
        ChangedAt = At(i / 10),
        DueOrder = i % 2 == 0 ? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc) : At(i / 10),
    };

    private static DateTime At(int day) => new DateTime(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc).AddDays(day);
}
