using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Tests.Queues;

namespace DeploymentRouter.Persistence.Tests.Growth;

public sealed class WatchingTests
{
    private static readonly Dictionary<string, Answer> NoChange = new(StringComparer.Ordinal);

    [Fact]
    public void Readings_go_on_while_IE_has_the_engagement()
    {
        var account = Engaged().Later(30).Reads(20_001);
        Assert.Equal(("qualification", "ie"), (account.Request.Current.Stage.Id, account.Request.OwnerTeamId));
        Assert.Equal(GrowthState.Over, account.ReadBack().OutlookOn(account.Now).State);
        Assert.Equal("TAM", Account.Playbook.Team(account.Request.Watch!.TeamId).Name);
        Assert.Equal("NotYourStage", account.Request.WhyNot(RequestAct.RecordReading, Office.Ie)?.Name);
        account.Does((r, now) => r.Complete(Office.Ie, now)).Later(30).Reads(20_500);
    }

    [Fact]
    public void A_withdrawn_request_is_watched_no_more()
    {
        var account = Engaged().Does((r, now) => r.Withdraw("Gone.", Office.Ce, now));
        Assert.Null(account.Request.Watch);
        Assert.Equal("NotAGrowthStage", account.Request.WhyNot(RequestAct.RecordReading, Office.Tam)?.Name);
    }

    [Fact]
    public void A_declined_engagement_goes_back_to_the_watch()
    {
        var account = Declined(Engaged()).Reads(18_600, source: "Admin page").Does((r, now) => r.WatchAgain(Office.Tam, now));
        var request = account.ReadBack();
        Assert.Equal(
            ("growth_watch", "one-click-into-jointly-managed", "tam", RequestState.InProgress),
            (request.Current.Stage.Id, request.StrategyId, request.OwnerTeamId, request.State));
        account.Reads(18_700, source: "Support").Does((r, now) => r.Engage(new(WatchForm(), [], NoChange), Office.Tam, now));
        Assert.Equal("qualification", account.Request.Current.Stage.Id);
    }

    [Fact]
    public void A_live_account_whose_engagement_is_declined_is_live_again_under_its_own_strategy()
    {
        var changed = new Dictionary<string, Answer>(StringComparer.Ordinal) { ["users_full"] = new NumberAnswer(30_000) };
        var live = Account.Live().Reads(19_000).Does((r, now) => r.Engage(new(Account.IeForm(), [], changed), Office.Tam, now));
        var account = Declined(live).Does((r, now) => r.WatchAgain(Office.Ce, now));
        var request = account.ReadBack();
        Assert.Equal(("live", "one-click", "tam", RequestState.Delivered), (request.Current.Stage.Id, request.StrategyId, request.OwnerTeamId, request.State));
        Assert.Null(request.Override);
        Assert.Equal("Hazel", request.Current.Assignee?.Name);
        account.Reads(19_100, source: "Admin page");
    }

    [Fact]
    public void Only_a_declined_request_goes_back_and_only_by_its_owner_or_whoever_watches()
    {
        Assert.Equal("NotDeclined", Engaged().Request.WhyNot(RequestAct.WatchAgain, Office.Tam)?.Name);
        Assert.Equal("NotYourAct", Declined(Engaged()).Request.WhyNot(RequestAct.WatchAgain, Office.Ie)?.Name);
    }

    private static Account Engaged() => Account.Watched().Reads(18_400).Does((r, now) => r.Engage(new(WatchForm(), [], NoChange), Office.Tam, now));

    private static Account Declined(Account account) =>
        account.Does((r, now) => r.Decline(Account.Playbook.DeclineReasons[0].Id, "Not before spring.", Office.Ie, now));

    private static Dictionary<string, string> WatchForm() => new(Account.IeForm(), StringComparer.Ordinal) { ["trigger"] = "users" };
}
