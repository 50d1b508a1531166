using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.People;

/// <summary>Whose turn is next, after what.</summary>
public sealed class TurnTests : IAsyncLifetime
{
    private readonly Office _office = new();

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        await _office.Get<PeopleDirectory>().RememberAsync([Ce, Ie, OtherIe]);
        var ie = _office.Get<PlaybookInForce>().Current.Team("ie");
        Assert.True((await _office.Get<TeamDesk>().SetAutomaticAsync(ie, true, new Person("ada", "Ada", "", true))).Succeeded);
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Whoever_keeps_a_request_has_had_no_turn()
    {
        var kept = await _office.InQualificationAsync("Orrery Labs");
        await _office.InQualificationAsync("Aster Foundry");

        kept = await _office.DoAsync(kept, (r, now) => r.Complete(Ie, now));

        Assert.Equal("Bram", kept.Current.Assignee?.Name);
        Assert.Equal("Bram", (await _office.InQualificationAsync("Birchwater Mills")).Current.Assignee?.Name);
    }

    [Fact]
    public async Task Whoever_gets_a_request_back_has_had_no_turn()
    {
        var request = await _office.InQualificationAsync("Orrery Labs");
        await _office.InQualificationAsync("Aster Foundry");
        request = await _office.DoAsync(request, (r, now) => r.SendBack("Which cluster?", [], [], Ie, now));

        request = await _office.DoAsync(request, (r, now) => r.Complete(Ce, now));

        Assert.EndsWith("had it before", request.Current.AssignedBecause, StringComparison.Ordinal);
        Assert.Equal("Bram", (await _office.InQualificationAsync("Birchwater Mills")).Current.Assignee?.Name);
    }

    [Fact]
    public async Task Whoever_takes_one_from_the_queue_has_had_their_turn()
    {
        await TurnOfAsync("Orrery Labs");
        var taken = await TurnOfAsync("Aster Foundry");
        Assert.Equal("Tansy", taken.Current.Assignee?.Name);

        taken = await _office.DoAsync(taken, (r, now) => r.Take(Ie, now));

        Assert.Equal(taken.ChangedAt, await LastAsync(Ie));
    }

    [Fact]
    public async Task Taking_an_act_back_gives_the_turn_back()
    {
        Assert.Equal((null, null), (await LastAsync(Ie), await LastAsync(OtherIe)));
        var first = await _office.DoAsync(await TurnOfAsync("Orrery Labs"), (r, now) => r.Withdraw("No need.", Ce, now));
        var second = await TurnOfAsync("Aster Foundry");
        Assert.Equal("Tansy", second.Current.Assignee?.Name);
        await _office.DoAsync(second, (r, now) => r.Withdraw("No need.", Ce, now));
        var third = await TurnOfAsync("Birchwater Mills");
        Assert.Equal((third.ChangedAt, "Bram"), (await LastAsync(Ie), third.Current.Assignee?.Name));

        await _office.DoAsync(third, (r, now) => r.Undo(Ce, now));

        Assert.Equal((first.Turns[Ie.Id], "Bram"), (await LastAsync(Ie), (await NextAsync()).Name));
    }

    [Fact]
    public async Task A_later_turn_stays_when_an_earlier_one_is_taken_back()
    {
        await AwayAsync(OtherIe);
        var (first, second) = (await TurnOfAsync("Orrery Labs"), await TurnOfAsync("Aster Foundry"));

        await _office.DoAsync(first, (r, now) => r.Undo(Ce, now));
        Assert.Equal(second.ChangedAt, await LastAsync(Ie));

        await _office.DoAsync(second, (r, now) => r.Undo(Ce, now));
        Assert.Null(await LastAsync(Ie));
    }

    [Fact]
    public async Task A_database_of_before_there_were_turns_finds_them_in_its_histories()
    {
        await AwayAsync(OtherIe);
        var kept = await TurnOfAsync("Orrery Labs");
        await _office.DoAsync(await TurnOfAsync("Aster Foundry"), (r, now) => r.Undo(Ce, now));
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();

        await db.GetService<IMigrator>().MigrateAsync("TeamsAtWork");
        await db.GetService<IMigrator>().MigrateAsync();

        Assert.Equal(kept.ChangedAt, await LastAsync(Ie));
    }

    private Task<Request> TurnOfAsync(string customer) => _office.InQualificationAsync(customer);

    private async Task AwayAsync(Person person)
    {
        var (ie, today) = (_office.Get<PlaybookInForce>().Current.Team("ie"), DateOnly.FromDateTime(_office.Time.GetUtcNow().UtcDateTime));
        Assert.True((await _office.Get<TeamDesk>().AddAbsenceAsync(ie, person.Id, today, today, person)).Succeeded);
    }

    private async Task<DateTime?> LastAsync(Person person) =>
        (await _office.Get<TeamRoster>().OfAsync("ie")).Members.Single(member => member.PersonId == person.Id).LastTurnAt;

    private async Task<(string? Name, string? Why)> NextAsync()
    {
        var request = await TurnOfAsync("Pinwheel Space");
        return (request.Current.Assignee?.Name, request.Current.AssignedBecause);
    }
}
