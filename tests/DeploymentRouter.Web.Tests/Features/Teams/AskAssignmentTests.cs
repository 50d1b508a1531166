using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Features.Requests.Detail;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.Extensions.DependencyInjection;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Teams;

/// <summary>What is asked of a team that has not the ball, where the team has what it gets assigned in turn.</summary>
public sealed class AskAssignmentTests : RequestRoom
{
    private static readonly Person OtherTam = new("rue", "Rue Amberly", "tam", false);
    private static readonly Person OtherCloud = new("sol", "Sol Amberly", "cloud", false);

    private TeamDesk Desk => Services.GetRequiredService<TeamDesk>();

    [Fact]
    public async Task A_hand_over_that_is_offered_is_assigned_in_turn_and_counts()
    {
        await StaffAsync(Hazel, OtherTam);
        var first = await OfferedAsync();
        var second = await OfferedAsync();

        Assert.Equal(["Hazel Evergreen", "Rue Amberly"], new[] { first, second }.Select(request => WaitOf(request, "tam")!.Assignee?.Name));
        Assert.Equal("offered it to TAM. Assigned to Hazel Evergreen of TAM: 0 open of 8, next in turn", LastAct(first));
        Assert.Equal("Assigned in turn: 0 open of 8, next in turn", Participant.Of(first, Wren).Single(one => one.Name == "Hazel Evergreen").Why);
        Assert.Equal([1, 1], (await MembersAsync("tam")).Select(member => member.Open));
        var work = await Services.GetRequiredService<WorkOfPerson>().OfAsync(OtherTam);
        Assert.Equal((second.Number, "Rue Amberly"), (Assert.Single(work.Assigned).Number, work.Assigned[0].AssigneeName));
        Assert.Empty(work.Untaken);
        Assert.Equal("Wren Lanternby", (await Store.FindAsync(first.Id))!.Current.Assignee?.Name);
    }

    [Fact]
    public async Task What_was_returned_is_offered_to_who_had_it()
    {
        await StaffAsync(Hazel, OtherTam);
        var request = await OfferedAsync();
        request = await ElsewhereAsync(request, (r, now) => r.Return("No address.", OtherTam, now));
        Assert.Null(request.AskedOf("tam"));

        request = await ElsewhereAsync(request, (r, now) => r.Offer(Wren, now));

        Assert.Equal("offered it to TAM. Assigned to Hazel Evergreen of TAM: 0 open of 8, had it before", LastAct(request));
        request = await ElsewhereAsync(request, (r, now) => r.Accept(OtherTam, now));
        Assert.Equal(("tam", "Rue Amberly"), (request.OwnerTeamId, request.Current.Assignee?.Name));
        Assert.Equal([0, 0], (await MembersAsync("tam")).Select(member => member.Open));
    }

    [Fact]
    public async Task An_offer_that_is_taken_back_is_nobodys_turn()
    {
        await StaffAsync(Hazel, OtherTam);
        var request = await OfferedAsync();

        request = await ElsewhereAsync(request, (r, now) => r.Undo(Wren, now));

        Assert.Null(WaitOf(request, "tam"));
        Assert.All(await MembersAsync("tam"), member => Assert.Equal((0, null), (member.Open, member.LastTurnAt)));
    }

    [Fact]
    public async Task Answers_asked_of_a_team_are_assigned_and_stay_with_who_has_them_when_the_ball_follows()
    {
        await StaffAsync(Skye, OtherCloud);
        var request = await StoreAsync(Filed(UndecidedAnswers.With("required_certifications", new ChoicesAnswer(["hipaa"])).With("hosting_region", null)));
        Assert.Equal("ce", request.OwnerTeamId);
        Assert.Equal(("Skye Nimbus", Ask.Answer), (WaitOf(request, "cloud")!.Assignee?.Name, WaitOf(request, "cloud")!.Ask));
        Assert.Contains("Assigned to Skye Nimbus of Cloud: 0 open of 8, next in turn", LastAct(request), StringComparison.Ordinal);

        request = await ElsewhereAsync(request, (r, now) => r.ChangeAnswers(
            new Dictionary<string, Answer?> { ["hosting_region"] = new ChoiceAnswer("us") }, new Dictionary<string, string>(), Wren, now));

        Assert.Equal(("cloud", "Skye Nimbus", "0 open of 8, had it before"), (request.OwnerTeamId, request.Current.Assignee?.Name, request.Current.AssignedBecause));
        Assert.Equal([1, 0], (await MembersAsync("cloud")).Select(member => member.Open));
    }

    [Fact]
    public async Task An_operation_is_assigned_until_somebody_takes_it()
    {
        await StaffAsync(Skye, OtherCloud);
        Assert.True((await Desk.AddAbsenceAsync(Team("cloud"), Skye.Id, Today, Today, Skye)).Succeeded);
        var request = await ElsewhereAsync(await StoreAsync(TrialRunning()), Suspends);
        Assert.Equal(("Sol Amberly", 1), (WaitOf(request, "cloud")!.Assignee?.Name, (await MembersAsync("cloud"))[1].Open));
        Assert.EndsWith(
            $"Assigned to Sol Amberly of Cloud: 0 open of 8, the only one who can take it; Skye Nimbus, who had it before, is absent until {Today:d MMM}", LastAct(request), StringComparison.Ordinal);

        request = await ElsewhereAsync(request, (r, now) => r.TakeOperation(Skye, now));

        Assert.Equal("Skye Nimbus", WaitOf(request, "cloud")!.Assignee?.Name);
        Assert.Equal([1, 0], (await MembersAsync("cloud")).Select(member => member.Open));
        request = await ElsewhereAsync(request, (r, now) => r.CompleteOperation("", Skye, now));
        Assert.All(await MembersAsync("cloud"), member => Assert.Equal(0, member.Open));
    }

    [Fact]
    public async Task With_nobody_who_can_take_it_it_waits_and_says_why()
    {
        await StaffAsync(Skye);
        await Desk.SetCapacityAsync(Team("cloud"), Skye.Id, 0, Quill);

        var request = await ElsewhereAsync(await StoreAsync(TrialRunning()), Suspends);

        Assert.EndsWith("Assigned to nobody of Cloud: Skye Nimbus has 0 open of 0", LastAct(request), StringComparison.Ordinal);
        Assert.Equal(request.Number, Assert.Single((await Services.GetRequiredService<QueueOfTeam>().ListAsync("cloud", new QueueFilter(AssigneeId: QueueFilter.Nobody))).Lines).Number);
    }

    [Fact]
    public async Task What_waits_already_when_it_is_turned_on_waits_on()
    {
        await Services.GetRequiredService<PeopleDirectory>().RememberAsync([Hazel]);
        var request = await OfferedAsync();
        await StaffAsync(Hazel);

        request = await ElsewhereAsync(request, (r, now) => r.Comment("Soon.", Wren, now));

        Assert.Null(WaitOf(request, "tam")!.Assignee);
    }

    private Wait? WaitOf(Request request, string team) => Waiting.For(request, team, Time.GetUtcNow().UtcDateTime);

    private DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    private Team Team(string id) => Services.GetRequiredService<PlaybookInForce>().Current.Team(id);

    private static Outcome Suspends(Request request, DateTime now) =>
        request.AskFor("suspend", "Not paid.", null, new Dictionary<string, string>(), "", Wren, now);

    private async Task StaffAsync(params Person[] people)
    {
        await Services.GetRequiredService<PeopleDirectory>().RememberAsync(people);
        Assert.True((await Desk.SetAutomaticAsync(Team(people[0].TeamId), true, Quill)).Succeeded);
    }

    private async Task<Request> OfferedAsync() => await ElsewhereAsync(await StoreAsync(BeforeOffer()), (r, now) => r.Offer(Wren, now));

    private async Task<IReadOnlyList<Core.Assigning.Member>> MembersAsync(string team) => (await Services.GetRequiredService<TeamRoster>().OfAsync(team)).Members;

    private static string LastAct(Request request) => string.Concat(
        HistoryLine.SentenceOf([.. request.History.Where(entry => entry.Act == request.History[^1].Act)], request).Select(piece => piece.Text));
}
