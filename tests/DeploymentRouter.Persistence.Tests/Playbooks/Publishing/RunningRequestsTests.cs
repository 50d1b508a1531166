using System.Collections.Immutable;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Playbooks.Publishing;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.EntityFrameworkCore;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Playbooks.Publishing;

/// <summary>What another playbook means for requests that exist.</summary>
public sealed class RunningRequestsTests : IAsyncLifetime
{
    private static readonly Person Owner = new("odile", "Odile Marginalia", "", false) { OwnsPlaybook = true };

    private readonly Office _office = new();

    private PlaybookInForce InForce => _office.Get<PlaybookInForce>();

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        await _office.Get<PeopleDirectory>().RememberAsync([Ce, Cloud, Ie, Tpm, Owner]);
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_stage_in_which_a_request_stands_cannot_go_and_can_once_it_has_ended()
    {
        var request = await _office.InCloudReviewAsync("Larkspur Foundry");

        var trial = (await NotFitAsync(Revised.Yaml(2, Revised.NoCloudReview))).Trial;

        var obstacle = Assert.Single(trial.Obstacles);
        Assert.Equal($"The stage Cloud review is gone, and DR-{request.Number} needs it.", obstacle.Sentence);
        Assert.Equal([request.Number], obstacle.Requests);
        Assert.Equal("PlaybookInUse", trial.InUse!.Name);
        Assert.Equal(1, InForce.Current.Version);

        await _office.DoAsync(request, (r, now) => r.Withdraw("The customer left.", Ce, now));
        await PublishAsync(Revised.Yaml(2, Revised.NoCloudReview));
        var past = await _office.Get<RequestStore>().FindAsync(request.Id, Sight.Everything);
        Assert.Equal(RequestState.Withdrawn, past!.State);
        Assert.Equal(1, past.Decision.PlaybookVersion);
    }

    [Fact]
    public async Task What_is_out_of_sight_is_counted_and_not_named()
    {
        await _office.InCloudReviewAsync("Larkspur Foundry");
        var trial = await _office.Get<PlaybookDesk>().TryAsync(Revised.Yaml(2, Revised.NoCloudReview), Owner, Sight.OfAccounts(["Elsewhere"]));
        Assert.Equal("The stage Cloud review is gone, and 1 request needs it.", Assert.Single(trial.Obstacles).Sentence);
    }

    [Fact]
    public async Task A_team_cannot_go_while_people_are_in_it()
    {
        var sales = new Person("juniper", "Juniper", "sales", false);
        await _office.Get<PeopleDirectory>().RememberAsync([sales]);
        var yaml = Revised.Yaml(
            2, ("  sales:\n    name: Sales\n    full_name: Sales\n", ""), ("also_by: [sales]\n", "also_by: [ce]\n"), ("asked_by: [ce, sales]", "asked_by: [ce]"));
        if (System.Text.Encoding.UTF8.GetString(yaml).Contains("[sales]", StringComparison.Ordinal)) Assert.Fail("Sales is named elsewhere, too.");

        Assert.Contains((await NotFitAsync(yaml)).Trial.Obstacles, obstacle => obstacle.Sentence == "The team Sales is gone, and 1 person is in it.");
    }

    [Fact]
    public async Task Due_times_follow_in_lists_and_queues_and_again_after_a_start_in_the_middle()
    {
        var request = await _office.InCloudReviewAsync("Larkspur Foundry");
        var (before, line) = (await RowAsync(request), await LineAsync(request));
        await PublishAsync(Revised.Yaml(2, Revised.SlowReview));
        // As if the process had been stopped before its rows were made anew.
        Assert.Equal(before.DueAt, (await RowAsync(request)).DueAt);

        Assert.Equal(1, await _office.Get<DerivedRows>().RefreshAsync());

        Assert.Equal(before.DueAt!.Value.AddHours(24), (await RowAsync(request)).DueAt);
        Assert.Equal(line.DueAt!.Value.AddHours(24), (await LineAsync(request)).DueAt);
        Assert.True(string.CompareOrdinal((await LineAsync(request)).Order, line.Order) > 0);
        Assert.Equal(0, await _office.Get<DerivedRows>().RefreshAsync());
    }

    [Fact]
    public async Task Open_pages_hear_of_each_request_that_says_something_else()
    {
        var touched = await _office.InCloudReviewAsync("Larkspur Foundry");
        await _office.JointAsync("Quillfeather Press");
        await _office.Get<DerivedRows>().RefreshAsync();
        var heard = new List<Guid>();
        _office.Get<RequestFeed>().Changed += heard.Add;

        await PublishAsync(Revised.Yaml(2, Revised.SlowReview));
        await _office.Get<DerivedRows>().RefreshAsync();

        Assert.Equal([touched.Id], heard);
    }

    [Fact]
    public async Task It_is_said_before_which_requests_lead_elsewhere_and_which_are_due_otherwise()
    {
        await _office.InCloudReviewAsync("Larkspur Foundry");
        var asked = await PciAsync("Amberjack Submarines");

        var impact = (await _office.Get<PlaybookDesk>().TryAsync(Revised.Yaml(2, Revised.SlowReview, Revised.PciIsFine), Owner, Sight.Everything)).Impact!;

        Assert.Equal((2, 1, 1), (impact.Running, impact.LeadElsewhere, impact.DueOtherwise));
        Assert.Equal([new MovedRequest(asked.Number, null, "cloud")], impact.Examples);
    }

    [Fact]
    public async Task An_act_that_began_under_the_playbook_before_is_done_by_the_one_in_force()
    {
        var store = _office.Get<RequestStore>();
        var request = await _office.InCloudReviewAsync("Larkspur Foundry");
        var early = (await store.FindToActAsync(request.Id, Sight.Everything))!;
        await PublishAsync(Revised.Yaml(2, Revised.SlowReview));

        Assert.True(early.Take(Cloud, _office.Time.GetUtcNow().UtcDateTime).Succeeded);
        Assert.False(await store.SaveAsync(early));
        var late = await _office.DoAsync(request, (r, now) => r.Take(Cloud, now));
        Assert.Equal(2, late.Playbook.Version);
    }

    [Fact]
    public async Task What_was_opened_under_the_playbook_before_is_not_filed()
    {
        var (opened, _) = Request.Open(
            Guid.CreateVersion7(), InForce.Current, Office.Facts("Larkspur Foundry"), Office.Joint(1_000), ImmutableDictionary<string, string>.Empty, Ce, DateTime.UtcNow);
        await PublishAsync(Revised.Yaml(2, Revised.SlowReview));
        await Assert.ThrowsAsync<PlaybookReplacedException>(() => _office.Get<RequestStore>().AddAsync(opened!, Guid.NewGuid()));
    }

    private async Task<Request> PciAsync(string customer) => await _office.FileAsync(
        customer,
        Office.Joint(1_000).With("code_host_reachability", new Decisions.ChoiceAnswer("public")).With("required_certifications", new Decisions.ChoicesAnswer(["pci"])));

    private Task<PublishResult> TryPublishAsync(byte[] utf8) =>
        _office.Get<PlaybookDesk>().PublishAsync(utf8, InForce.Current.Hash, "Because.", Owner, Sight.Everything);

    private async Task PublishAsync(byte[] utf8) => Assert.IsType<PublishResult.Done>(await TryPublishAsync(utf8));

    private async Task<PublishResult.NotFit> NotFitAsync(byte[] utf8) => Assert.IsType<PublishResult.NotFit>(await TryPublishAsync(utf8));

    private async Task<RequestRow> RowAsync(Request request)
    {
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        return await db.Requests.AsNoTracking().SingleAsync(row => row.Id == request.Id);
    }

    private async Task<QueueRow> LineAsync(Request request)
    {
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        return await db.Queues.AsNoTracking().SingleAsync(line => line.RequestId == request.Id && line.Ask == Ask.Review);
    }
}
