using DeploymentRouter.Core.Assigning;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Tests.Queues;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.People;

public sealed class AssignmentTests : IAsyncLifetime
{
    private static readonly Person ThirdIe = new("umber", "Umber", "ie", false);
    private static readonly Person OtherCloud = new("sol", "Sol", "cloud", false);
    private static readonly Person Admin = new("ada", "Ada", "", true);

    private readonly Office _office = new();

    private TeamDesk Desk => _office.Get<TeamDesk>();

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        await _office.Get<PeopleDirectory>().RememberAsync([Ce, Cloud, OtherCloud, Ie, OtherIe, Tpm, Tam]);
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Until_it_is_turned_on_a_request_waits_for_somebody_to_take_it()
    {
        var request = await _office.InQualificationAsync("Orrery Labs");

        Assert.Null(request.Current.Assignee);
        Assert.Null(request.Current.AssignedBecause);
    }

    [Fact]
    public async Task What_a_team_gets_is_assigned_in_turn_and_says_why()
    {
        await TurnOnAsync("ie");

        var first = await _office.InQualificationAsync("Orrery Labs");
        var second = await _office.InQualificationAsync("Aster Foundry");
        var third = await _office.InQualificationAsync("Birchwater Mills");

        Assert.Equal(["Bram", "Tansy", "Bram"], new[] { first, second, third }.Select(request => request.Current.Assignee?.Name));
        Assert.Equal(["0 open of 8, next in turn", "0 open of 8, least loaded", "1 open of 8, next in turn"], new[] { first, second, third }.Select(request => request.Current.AssignedBecause));
        var stored = await _office.Get<RequestStore>().FindAsync(third.Id);
        Assert.Equal(third.Current.AssignedBecause, stored!.Current.AssignedBecause);
        Assert.Equal(stored.History[^2].Act, stored.History[^1].Act);
    }

    [Fact]
    public async Task Two_that_are_filed_at_the_same_moment_go_to_two_people()
    {
        await TurnOnAsync("cloud");

        for (var round = 1; round <= 5; round++)
        {
            var filed = await Task.WhenAll(_office.VerdictOpenAsync($"Orrery {round}"), _office.VerdictOpenAsync($"Aster {round}"));

            Assert.Equal(["skye", "sol"], filed.Select(request => request.Current.Assignee!.PersonId).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Many_at_the_same_moment_fill_everybody_and_nobody_beyond_their_capacity()
    {
        await TurnOnAsync("cloud");
        Assert.True((await Desk.SetCapacityAsync(Of("cloud"), Cloud.Id, 3, Admin)).Succeeded);
        Assert.True((await Desk.SetCapacityAsync(Of("cloud"), OtherCloud.Id, 2, Admin)).Succeeded);

        var filed = await Task.WhenAll(Enumerable.Range(1, 7).Select(i => _office.VerdictOpenAsync($"Orrery {i}")));

        Assert.Equal(3, filed.Count(request => request.Current.Assignee?.PersonId == Cloud.Id));
        Assert.Equal(2, filed.Count(request => request.Current.Assignee?.PersonId == OtherCloud.Id));
        var waiting = filed.Where(request => request.Current.Assignee is null).ToList();
        Assert.Equal(2, waiting.Count);
        Assert.All(waiting, request => Assert.Equal("Skye has 3 open of 3, Sol has 2 open of 2", request.Current.AssignedBecause));
    }

    [Fact]
    public async Task Whoever_is_away_gets_nothing()
    {
        await TurnOnAsync("ie");
        Assert.True((await Desk.AddAbsenceAsync(Of("ie"), Ie.Id, new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 6), Ie)).Succeeded);

        var request = await _office.InQualificationAsync("Orrery Labs");

        Assert.Equal(("Tansy", "0 open of 8, the only one who can take it"), (request.Current.Assignee?.Name, request.Current.AssignedBecause));
        _office.Time.Advance(TimeSpan.FromDays(4));
        Assert.Equal("Bram", (await _office.InQualificationAsync("Aster Foundry")).Current.Assignee?.Name);
    }

    [Fact]
    public async Task What_was_sent_back_returns_to_who_had_it()
    {
        await TurnOnAsync("ie");
        var request = await _office.InQualificationAsync("Orrery Labs");
        await _office.DoAsync(await _office.InQualificationAsync("Aster Foundry"), (r, now) => r.Withdraw("No need.", Ce, now));
        request = await _office.DoAsync(request, (r, now) => r.SendBack("Which cluster?", [], [], Ie, now));
        await _office.InQualificationAsync("Birchwater Mills");

        request = await _office.DoAsync(request, (r, now) => r.Complete(Ce, now));

        Assert.Equal("Bram", request.Current.Assignee?.Name);
        Assert.EndsWith("had it before", request.Current.AssignedBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_appeal_does_not_go_to_who_declined()
    {
        await TurnOnAsync("ie");
        var request = await _office.InQualificationAsync("Orrery Labs");
        request = await _office.DoAsync(request, (r, now) => r.Decline("duplicate", "Seen twice.", Ie, now));

        request = await _office.DoAsync(request, (r, now) => r.Appeal("It is another one.", Ce, now));

        Assert.Equal("Tansy", request.Current.Assignee?.Name);
        Assert.Equal("0 open of 8, the only one who can take it; Bram, who had it before, declined it", request.Current.AssignedBecause);
    }

    [Fact]
    public async Task An_appeal_goes_to_the_lead_who_alone_decides_while_there()
    {
        await Desk.SetLeadAsync(Of("ie"), OtherIe.Id, true, Admin);
        await _office.Get<PeopleDirectory>().RememberAsync([ThirdIe]);
        var request = await _office.DoAsync(await _office.InQualificationAsync("Orrery Labs"), (r, now) => r.Decline("duplicate", "Seen twice.", Ie, now));

        request = await _office.DoAsync(request, (r, now) => r.Appeal("It is another one.", Ce, now));

        Assert.Equal(("Tansy", "Tansy"), (request.Current.Assignee?.Name, request.AppealDecider?.Name));
        request = (await _office.Get<RequestStore>().FindAsync(request.Id))!;
        Assert.Equal("The appeal is decided by Tansy, who leads IE.", request.WhyNot(RequestAct.Complete, ThirdIe)?.Sentence);

        await Desk.AddAbsenceAsync(Of("ie"), OtherIe.Id, new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 3), OtherIe);
        request = (await _office.Get<RequestStore>().FindAsync(request.Id))!;
        Assert.Null(request.WhyNot(RequestAct.Complete, ThirdIe));
        Assert.Equal("DifferentPersonNeeded", request.WhyNot(RequestAct.Complete, Ie)?.Name);

        _office.Time.Advance(TimeSpan.FromDays(1));
        request = (await _office.Get<RequestStore>().FindAsync(request.Id))!;
        Assert.Equal("DecidedByLead", request.WhyNot(RequestAct.Complete, ThirdIe)?.Name);
        request = await _office.DoAsync(request, (r, now) => r.SendBack("By how much?", [], [], OtherIe, now));
        request = await _office.DoAsync(request, (r, now) => r.Complete(Ce, now));
        Assert.Equal("Tansy", request.Current.Assignee?.Name);

        request = await _office.DoAsync(request, (r, now) => r.SendBack("And by when?", [], [], OtherIe, now));
        await Desk.AddAbsenceAsync(Of("ie"), OtherIe.Id, new DateOnly(2026, 11, 4), new DateOnly(2026, 11, 4), OtherIe);
        request = await _office.DoAsync(request, (r, now) => r.Complete(Ce, now));
        Assert.Equal((null, null), (request.Current.Assignee, request.WhyNot(RequestAct.Complete, ThirdIe)));
    }

    [Fact]
    public async Task A_lead_who_declined_or_is_away_does_not_decide_the_appeal()
    {
        await Desk.SetLeadAsync(Of("ie"), OtherIe.Id, true, Admin);
        var declined = await _office.DoAsync(await _office.InQualificationAsync("Orrery Labs"), (r, now) => r.Decline("duplicate", "Seen twice.", OtherIe, now));
        declined = await _office.DoAsync(declined, (r, now) => r.Appeal("It is another one.", Ce, now));
        Assert.Equal((null, null), (declined.NamedDecider, declined.WhyNot(RequestAct.Complete, Ie)));

        await Desk.AddAbsenceAsync(Of("ie"), OtherIe.Id, new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 3), OtherIe);
        var away = await _office.DoAsync(await _office.InQualificationAsync("Aster Foundry"), (r, now) => r.Decline("duplicate", "Seen twice.", Ie, now));
        away = await _office.DoAsync(away, (r, now) => r.Appeal("It is another one.", Ce, now));
        Assert.Null(away.NamedDecider);
    }

    [Fact]
    public void Appeals_of_before_the_lead_decided_can_still_be_read() =>
        Assert.Equal(new Appealed("Again."), HistoryJson.Read("""{"kind":"appealed","text":"Again."}"""));

    [Fact]
    public async Task Taking_an_act_back_takes_its_assignment_back_too()
    {
        await TurnOnAsync("ie");
        var request = await _office.InQualificationAsync("Orrery Labs");

        request = await _office.DoAsync(request, (r, now) => r.Undo(Ce, now));

        Assert.Equal(("ie_request", "Wren"), (request.Current.Stage.Id, request.Current.Assignee?.Name));
        Assert.All((await _office.Get<TeamRoster>().OfAsync("ie")).Members, member => Assert.Equal(0, member.Open));
    }

    [Fact]
    public async Task Whoever_has_a_request_keeps_it_through_the_next_stage_unless_away()
    {
        await TurnOnAsync("ie");
        var (kept, passedOn) = (await _office.InQualificationAsync("Orrery Labs"), await _office.InQualificationAsync("Aster Foundry"));
        Assert.Equal("Tansy", passedOn.Current.Assignee?.Name);

        kept = await _office.DoAsync(kept, (r, now) => r.Complete(Ie, now));
        Assert.Equal(("Bram", null), (kept.Current.Assignee?.Name, kept.Current.AssignedBecause));

        await Desk.AddAbsenceAsync(Of("ie"), OtherIe.Id, new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 3), OtherIe);
        passedOn = await _office.DoAsync(passedOn, (r, now) => r.Complete(Ie, now));
        Assert.Equal(("Bram", "1 open of 8, the only one who can take it; Tansy, who had it before, is absent until 3 Nov"), (passedOn.Current.Assignee?.Name, passedOn.Current.AssignedBecause));
    }

    [Fact]
    public void Assignments_of_before_there_were_turns_can_still_be_read()
    {
        var read = Assert.IsType<Assigned>(HistoryJson.Read("""{"kind":"assigned","to":{"personId":"bram","name":"Bram"}}"""));

        Assert.Equal(new Assigned(new Assignee("bram", "Bram")), read);
    }

    private Team Of(string id) => _office.Get<PlaybookInForce>().Current.Team(id);

    private async Task TurnOnAsync(string teamId) => Assert.True((await Desk.SetAutomaticAsync(Of(teamId), true, Admin)).Succeeded);
}
