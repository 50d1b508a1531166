using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Tests.Queues;

namespace DeploymentRouter.Persistence.Tests.Growth;

/// <summary>Growth is read beside the relay: whoever has the ball is not disturbed by it.</summary>
public sealed class ReadingsBesideTests
{
    private static readonly Person OtherTam = new("moss", "Moss", "tam", IsAdmin: false);

    [Fact]
    public void A_reading_leaves_another_teams_act_to_be_taken_back_and_stays_itself()
    {
        var account = Engaged().Does((r, now) => r.Take(Office.Ie, now)).Does((r, now) => r.Complete(Office.Ie, now)).Reads(18_900, source: "Admin page")
            .Does((r, now) => r.Undo(Office.Ie, now));
        var request = account.ReadBack();
        Assert.Equal(("qualification", "ie"), (request.Current.Stage.Id, request.OwnerTeamId));
        Assert.Equal("Bram", request.Current.Assignee?.Name);
        Assert.Equal([18_400, 18_900], request.Readings.Select(reading => reading.Users));
        Assert.Equal(18_900, request.Growth?.Users.Latest);
        Assert.Equal("NothingToUndo", request.WhyNot(RequestAct.Undo, Office.Ie)?.Name);
    }

    [Fact]
    public void Ones_own_reading_is_still_ones_last_act()
    {
        var account = Account.Watched().Does((r, now) => r.Assign(OtherTam, Office.Tam, now)).Reads(8_000).Does((r, now) => r.Undo(Office.Tam, now));
        Assert.Empty(account.ReadBack().Readings);
        Assert.Equal("Moss", account.ReadBack().Current.Assignee?.Name);
    }

    [Fact]
    public void A_reading_that_somebody_withdrew_since_is_not_taken_back()
    {
        var account = Account.Watched().Reads(80_000).Does((r, now) => r.WithdrawReading(r.Readings[0].Entry, "A digit too many.", OtherTam, now));
        Assert.Equal("NothingToUndo", account.Request.WhyNot(RequestAct.Undo, Office.Tam)?.Name);
        Assert.Null(account.Request.WhyNot(RequestAct.Undo, OtherTam));
    }

    [Fact]
    public void A_reading_outlives_the_hand_over_it_was_taken_after()
    {
        var account = Account.Watched().Does((r, now) => r.RecordReading(DateOnly.FromDateTime(now), 8_000, 30_000, "Licence report", OtherTam, now));
        account.Does((r, now) => r.Undo(Office.Tam, now));
        Assert.Null(account.ReadBack().Watch);
        Assert.Single(account.ReadBack().Readings);
        account.Does((r, now) => r.Accept(OtherTam, now));
        Assert.Equal(8_000, account.ReadBack().Growth?.Users.Latest);
    }

    [Fact]
    public async Task Whoever_decides_is_not_told_that_a_reading_came_first()
    {
        var office = new Office();
        await office.InitializeAsync();
        var stored = await office.Get<RequestStore>().AddAsync(Engaged().Request, Guid.NewGuid());
        await office.DoAsync(stored, (r, now) => r.RecordReading(DateOnly.FromDateTime(now), 18_900, 30_000, "Admin page", Office.Tam, now));
        var result = await office.Get<RequestDesk>().ActAsync(stored.Id, stored.Version, (r, now) => r.Take(Office.Ie, now));
        Assert.Equal(2, Assert.IsType<ActResult.Done>(result).Request.Readings.Count);
        await office.DisposeAsync();
    }

    private static Account Engaged() => Account.Watched().Reads(18_400).Does((r, now) => r.Engage(
        new(new Dictionary<string, string>(Account.IeForm(), StringComparer.Ordinal) { ["trigger"] = "users" }, [], new Dictionary<string, Answer>(StringComparer.Ordinal)), Office.Tam, now));
}
