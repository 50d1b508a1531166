using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Opportunities;
using DeploymentRouter.Persistence.Tests.Queues;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Opportunities;

/// <summary>Where Sales sees named accounts only, so does what they hand in.</summary>
public sealed class OpportunitySightTests : IAsyncLifetime
{
    private static readonly Sight Theirs = Sight.OfAccounts(["Moss & Lantern"]);
    private readonly Office _office = new();

    private OpportunityDesk Desk => _office.Get<OpportunityDesk>();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task An_opportunity_out_of_sight_is_neither_overwritten_nor_told_of()
    {
        await PutAsync("O-1", "Foxglove Freight", 3, Sight.Everything);

        var (_, taken) = await PutAsync("O-1", "Moss & Lantern", 4, Theirs);
        var (_, older) = await PutAsync("O-1", "Moss & Lantern", 2, Theirs);
        var (_, free) = await PutAsync("O-2", "Foxglove Freight", 4, Theirs);

        Assert.Equal("AccountNotYours", taken!.Name);
        Assert.Equal((taken, taken), (older!, free!));
        Assert.Equal("Foxglove Freight", (await Desk.FindAsync("O-1", Sight.Everything))!.Account);
        Assert.Null(await Desk.FindAsync("O-2", Sight.Everything));
    }

    [Fact]
    public async Task An_opportunity_of_ones_own_account_is_put()
    {
        Assert.Equal((true, null), await PutAsync("O-1", "Moss & Lantern Inc.", 3, Theirs));
        Assert.Equal((false, null), await PutAsync("O-1", "Moss & Lantern", 4, Theirs));
    }

    [Fact]
    public async Task Those_out_of_sight_take_no_place_among_the_few_that_are_offered()
    {
        for (var i = 0; i < OpportunityDesk.Most; i++) await PutAsync($"O-{i}", "Foxglove Freight", 5, Sight.Everything, "https://crm.example/1");
        await PutAsync("O-mine", "Moss & Lantern", 2, Sight.Everything);

        Assert.Equal(["O-mine"], (await Desk.MatchingAsync("Moss & Lantern", "https://crm.example/1", Theirs)).Select(found => found.ExternalId));
        Assert.Equal(OpportunityDesk.Most, (await Desk.MatchingAsync("Moss & Lantern", "https://crm.example/1", Sight.Everything)).Count);
    }

    private Task<(bool IsNew, Refusal? Refusal)> PutAsync(string id, string account, int day, Sight sight, string link = "")
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { [DraftKeys.CustomerName] = account, [DraftKeys.OpportunityLink] = link };
        return Desk.PutAsync(new Opportunity(id, fields, null, "Salesbook", new DateOnly(2026, 10, day)), Ce, sight);
    }
}
