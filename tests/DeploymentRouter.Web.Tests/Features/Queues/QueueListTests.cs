using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Web.Features.Queues;

namespace DeploymentRouter.Web.Tests.Features.Queues;

public sealed class QueueListTests
{
    private static readonly QueueLine A = Line("A");
    private static readonly QueueLine B = Line("B");
    private static readonly QueueLine C = Line("C");
    private readonly QueueList _list = new();

    public QueueListTests() => _list.Open(new QueueLines([A, B, C], HasMore: false));

    [Fact]
    public void The_first_line_is_selected() => Assert.Equal(A, _list.Selected);

    [Theory]
    [InlineData("A", "B")]
    [InlineData("B", "C")]
    [InlineData("C", "B")]
    public void After_an_act_the_next_line_is_selected_and_at_the_end_the_one_before(string acted, string next)
    {
        var line = _list.Lines.Single(l => l.CustomerName == acted);
        _list.Select(line.RequestId);
        _list.SelectAfter(line.RequestId);
        _list.Refresh(new QueueLines([.. _list.Lines.Where(l => l != line)], HasMore: false));
        Assert.Equal(next, _list.Selected?.CustomerName);
        Assert.False(_list.SelectedIsGone);
    }

    [Fact]
    public void After_the_last_line_nothing_is_selected_until_another_comes()
    {
        _list.Open(new QueueLines([A], HasMore: false));
        _list.SelectAfter(A.RequestId);
        _list.Refresh(new QueueLines([], HasMore: false));
        Assert.Null(_list.Selected);
        Assert.Equal(1, _list.Refresh(new QueueLines([B], HasMore: false)));
        Assert.Equal(B, _list.Selected);
    }

    [Fact]
    public void A_selected_line_that_leaves_stays_in_its_place_until_the_selection_moves()
    {
        _list.Select(B.RequestId);
        _list.Refresh(new QueueLines([A, C], HasMore: false));
        Assert.Equal([A, B, C], _list.Lines);
        Assert.True(_list.SelectedIsGone);

        _list.Refresh(new QueueLines([A, C], HasMore: false));
        Assert.Equal([A, B, C], _list.Lines);

        _list.Select(C.RequestId);
        Assert.Equal([A, C], _list.Lines);
        Assert.False(_list.SelectedIsGone);
    }

    [Fact]
    public void A_line_that_comes_back_is_no_longer_gone()
    {
        _list.Refresh(new QueueLines([B, C], HasMore: false));
        Assert.True(_list.SelectedIsGone);
        _list.Refresh(new QueueLines([B, C, A], HasMore: false));
        Assert.False(_list.SelectedIsGone);
        Assert.Equal([B, C, A], _list.Lines);
    }

    [Fact]
    public void Next_to_take_is_the_first_that_nobody_has_and_that_is_not_on_hold()
    {
        _list.Open(new QueueLines(
            [A with { AssigneeId = "bram" }, B with { State = RequestState.OnHold }, C with { HasBall = false }, Line("D")], HasMore: false));
        Assert.Equal("D", _list.NextToTake()?.CustomerName);
    }

    private static QueueLine Line(string customer) => new(
        Guid.NewGuid(), 1, customer, "ie", Ask.Review, "Qualify", "Qualification", default, true, null, null, RequestState.InProgress, null, null, null, false, 0, "", "", "", null, null, null);
}
