using System.Collections.Immutable;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Drafts;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Tests.Queues;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Requests;

public sealed class RequestDeskTests : IAsyncLifetime
{
    private readonly Office _office = new();

    private RequestDesk Desk => _office.Get<RequestDesk>();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Of_two_who_act_on_what_they_saw_one_wins_and_the_other_is_told()
    {
        var seen = await _office.InQualificationAsync("Orrery Labs");

        var results = await Task.WhenAll(
            Desk.ActAsync(seen.Id, seen.Version, (r, now) => r.Complete(Ie, now)),
            Desk.ActAsync(seen.Id, seen.Version, (r, now) => r.Decline("duplicate", "Seen twice.", OtherIe, now)));

        Assert.Single(results.OfType<ActResult.Done>());
        var overtaken = Assert.Single(results.OfType<ActResult.Overtaken>());
        Assert.Contains(overtaken.Since, entry => entry.What is StageStarted);
        Assert.Equal((await _office.Get<RequestStore>().FindAsync(seen.Id))!.Version, overtaken.Request.Version);
    }

    [Fact]
    public async Task Whoever_saw_an_old_version_changes_nothing()
    {
        var seen = await _office.InQualificationAsync("Orrery Labs");
        var moved = await _office.DoAsync(seen, (r, now) => r.Take(OtherIe, now));

        var result = await Desk.ActAsync(seen.Id, seen.Version, (r, now) => r.Complete(Ie, now));

        Assert.IsType<ActResult.Overtaken>(result);
        Assert.Equal(moved.Version, (await _office.Get<RequestStore>().FindAsync(seen.Id))!.Version);
    }

    [Fact]
    public async Task A_comment_overtakes_nobody()
    {
        var seen = await _office.InQualificationAsync("Orrery Labs");
        await Desk.CommentAsync(seen.Id, "Thank you for looking.", Ce);

        Assert.IsType<ActResult.Done>(await Desk.ActAsync(seen.Id, seen.Version, (r, now) => r.Complete(Ie, now)));
    }

    [Fact]
    public async Task Comments_of_many_at_once_are_all_kept()
    {
        var request = await _office.JointAsync("Orrery Labs");

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Desk.CommentAsync(request.Id, $"Comment {i}", Ce)));

        Assert.All(results, result => Assert.IsType<ActResult.Done>(result));
        var stored = await _office.Get<RequestStore>().FindAsync(request.Id);
        Assert.Equal(5, stored!.History.Count(entry => entry.What is Commented));
    }

    [Fact]
    public async Task Somebody_elses_draft_is_not_filed_away_by_its_key()
    {
        var drafts = _office.Get<DraftStore>();
        var draft = await drafts.StartAsync("otis");
        var facts = new CustomerFacts("Orrery Labs", "", Engagement.Trial, null, null, null, null, "");

        await Desk.FileAsync(draft.Id, facts, AnswerSet.Empty, ImmutableDictionary<string, string>.Empty, Ce);

        Assert.Null((await drafts.FindAsync(draft.Id, "otis"))!.RequestId);
    }

    [Fact]
    public async Task Changed_answers_keep_to_what_the_intake_asks_of_them()
    {
        var request = await _office.JointAsync("Orrery Labs");

        Assert.Equal("TextNeeded", await RefusedAsync(request, "other_cloud_blockers", new YesNoAnswer(true)));
        Assert.IsType<ActResult.Done>(await AnswerAsync(request, "other_cloud_blockers", new YesNoAnswer(true), "Works council."));
    }

    [Fact]
    public async Task An_initial_figure_stays_within_the_full_one()
    {
        var request = await _office.JointAsync("Orrery Labs", users: 25_000);
        foreach (var (id, answer) in new (string, Answer)[]
        {
            ("hosting_provider", new ChoiceAnswer("aws")),
            ("cluster_required", new YesNoAnswer(false)),
            ("single_machine_issues", new YesNoAnswer(false)),
            ("own_base_image", new ChoiceAnswer("not_required")),
            ("image_restrictions", new YesNoAnswer(false)),
            ("wants_production_quickly", new YesNoAnswer(true)),
        })
            request = Assert.IsType<ActResult.Done>(await AnswerAsync(request, id, answer)).Request;

        Assert.Equal("AnswerInvalid", await RefusedAsync(request, "users_initial", new NumberAnswer(25_001)));
        request = Assert.IsType<ActResult.Done>(await AnswerAsync(request, "users_initial", new NumberAnswer(25_000))).Request;
        Assert.Equal("AnswerInvalid", await RefusedAsync(request, "users_full", new NumberAnswer(24_000)));
    }

    private Task<ActResult> AnswerAsync(Request request, string id, Answer answer, string? note = null) => Desk.ActAsync(
        request.Id,
        request.Version,
        (r, now) => r.ChangeAnswers(
            new Dictionary<string, Answer?> { [id] = answer }, note is null ? [] : new Dictionary<string, string> { [id] = note }, Ce, now));

    private async Task<string> RefusedAsync(Request request, string id, Answer answer) =>
        Assert.IsType<ActResult.Refused>(await AnswerAsync(request, id, answer)).Refusal.Name;
}
