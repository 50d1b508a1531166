using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Tests.Queues;

namespace DeploymentRouter.Persistence.Tests.Growth;

public sealed class EngagingTests
{
    private static readonly Dictionary<string, Answer> NoChange = new(StringComparer.Ordinal);

    [Fact]
    public void A_watched_account_goes_to_IE_in_one_act()
    {
        var account = Account.Watched().Reads(18_400);
        var before = account.Request.Version;
        account.Does((r, now) => r.Engage(new(WatchForm(), [], NoChange), Office.Tam, now));
        var request = account.ReadBack();
        Assert.Equal(("qualification", "ie"), (request.Current.Stage.Id, request.OwnerTeamId));
        Assert.Single(request.History.Skip(before).Select(entry => entry.Act).Distinct());
        Assert.Equal("users", request.Form["trigger"]);
        Assert.Null(request.Override);
    }

    [Fact]
    public void A_live_account_moves_over_to_the_strategy_of_the_engagement()
    {
        var account = Account.Live().Reads(19_000).Does((r, now) => r.Engage(
            new(Account.IeForm(), [], new Dictionary<string, Answer>(StringComparer.Ordinal) { ["users_full"] = new NumberAnswer(30_000) }), Office.Tam, now));
        var request = account.ReadBack();
        Assert.Equal(("one-click-into-jointly-managed", "qualification", RequestState.InProgress), (request.StrategyId, request.Current.Stage.Id, request.State));
        Assert.Equal("outgrown", request.Override?.ReasonCode);
        Assert.Contains("95\u00a0%", request.Override!.Text, StringComparison.Ordinal);
        Assert.Equal(new NumberAnswer(30_000), request.Answers["users_full"]);
    }

    [Fact]
    public void An_answer_ages_the_day_after_its_time_and_only_if_its_question_says_so()
    {
        var account = Account.Watched().Reads(8_000);
        Assert.Empty(account.Request.AgedAnswers(Account.Start.AddDays(90)));
        Assert.Equal(["users_full", "repos_full", "single_machine_issues"], Aged(account.Request, 91));
        Assert.Equal(
            ["users_full", "repos_full", "code_host_types", "hosting_provider", "cluster_required", "single_machine_issues", "own_base_image", "image_restrictions"],
            Aged(account.Request, 181));
    }

    [Fact]
    public void Aged_answers_are_confirmed_or_changed_before_anything_is_sent()
    {
        var account = Account.Watched().Later(100).Reads(18_400);
        var refusal = account.Tries((r, now) => r.Engage(new(WatchForm(), ["users_full"], NoChange), Office.Tam, now));
        Assert.Equal("AnswersAged", refusal?.Name);
        Assert.Contains("Repositories at full roll-out", refusal!.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Users at full roll-out", refusal.Sentence, StringComparison.Ordinal);

        account.Does((r, now) => r.Engage(
            new(WatchForm(), ["users_full", "single_machine_issues"], new Dictionary<string, Answer>(StringComparer.Ordinal) { ["repos_full"] = new NumberAnswer(90_000) }),
            Office.Tam,
            now));
        var request = account.ReadBack();
        Assert.Empty(request.AgedAnswers(account.Now));
        Assert.Equal(new NumberAnswer(90_000), request.Answers["repos_full"]);
        Assert.Equal(["single_machine_issues", "users_full"], request.History.Select(entry => entry.What).OfType<AnswersConfirmed>().Single().QuestionIds);
    }

    [Fact]
    public void A_reading_above_the_answer_is_asked_about_however_young_the_answer_is()
    {
        var account = Account.Live().Reads(9_500);
        Assert.Equal(9_500, Assert.Single(account.Request.AgedAnswers(account.Now)).Read);
        Assert.Equal("AnswersAged", account.Tries((r, now) => r.Engage(new(Account.IeForm(), ["users_full"], NoChange), Office.Tam, now))?.Name);
        var changed = new Dictionary<string, Answer>(StringComparer.Ordinal) { ["users_full"] = new NumberAnswer(9_400) };
        Assert.Contains(
            "the latest reading is 9,500", account.Tries((r, now) => r.Engage(new(Account.IeForm(), [], changed), Office.Tam, now))!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_aged_is_renewed_here() => Assert.Equal(
        "AnswerNotAged",
        Account.Watched().Reads(18_400).Tries((r, now) => r.Engage(new(WatchForm(), ["hosting_region"], NoChange), Office.Tam, now))?.Name);

    [Fact]
    public void What_is_missing_in_the_form_is_named()
    {
        var form = WatchForm();
        form.Remove("trigger");
        form.Remove("tdd_link");
        var refusal = Account.Watched().Reads(18_400).Tries((r, now) => r.Engage(new(form, [], NoChange), Office.Tam, now));
        Assert.Equal("Fill in first: What triggers it, Technical design document.", refusal?.Sentence);
    }

    [Fact]
    public void Another_team_and_another_stage_are_refused()
    {
        Assert.Equal("NotYourStage", Account.Watched().Reads(1).Request.WhyNot(RequestAct.Engage, Office.Ce)?.Name);
        var sent = Account.Watched().Reads(18_400).Does((r, now) => r.Engage(new(WatchForm(), [], NoChange), Office.Tam, now));
        Assert.Equal("NothingToEngage", sent.Request.WhyNot(RequestAct.Engage, Office.Tam)?.Name);
    }

    [Fact]
    public void What_IE_sends_back_is_sent_again_from_the_same_form()
    {
        var account = Account.Watched().Reads(18_400).Does((r, now) => r.Engage(new(WatchForm(), [], NoChange), Office.Tam, now))
            .Does((r, now) => r.SendBack("Which hosts?", [], [], Office.Ie, now));
        Assert.Equal(("ie_request", "tam"), (account.Request.Current.Stage.Id, account.Request.OwnerTeamId));
        account.Does((r, now) => r.Engage(new(Account.IeForm(), [], NoChange), Office.Tam, now));
        Assert.Equal("qualification", account.Request.Current.Stage.Id);
    }

    [Fact]
    public void An_answer_renewed_after_it_was_sent_back_is_not_asked_for_again()
    {
        var account = Account.Watched().Reads(18_400).Does((r, now) => r.Engage(new(WatchForm(), [], NoChange), Office.Tam, now))
            .Does((r, now) => r.SendBack("So many?", ["users_full"], [], Office.Ie, now));
        Assert.True(Assert.Single(account.Request.AgedAnswers(account.Now)).IsAskedBack);
        account.Does((r, now) => r.ChangeAnswers(
            new Dictionary<string, Answer?>(StringComparer.Ordinal) { ["users_full"] = new NumberAnswer(44_000) }, new Dictionary<string, string>(StringComparer.Ordinal), Office.Ce, now));
        Assert.Empty(account.ReadBack().AgedAnswers(account.Now));
    }

    [Fact]
    public void The_way_over_the_stage_itself_asks_for_the_aged_answers_too()
    {
        var account = Account.Watched().Later(100).Reads(18_400)
            .Does((r, now) => r.SaveForm(new Dictionary<string, string>(StringComparer.Ordinal) { ["trigger"] = "users" }, Office.Tam, now))
            .Does((r, now) => r.Complete(Office.Tam, now))
            .Does((r, now) => r.SaveForm(Account.IeForm(), Office.Tam, now));
        Assert.Equal("AnswersAged", account.Tries((r, now) => r.Complete(Office.Tam, now))?.Name);
    }

    private static Dictionary<string, string> WatchForm() => new(Account.IeForm(), StringComparer.Ordinal) { ["trigger"] = "users" };

    private static IEnumerable<string> Aged(Request request, int days) => request.AgedAnswers(Account.Start.AddDays(days)).Select(aged => aged.QuestionId);
}
