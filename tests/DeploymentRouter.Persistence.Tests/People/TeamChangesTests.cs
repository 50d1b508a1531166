using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Tests.Queues;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.People;

/// <summary>What is kept of changes of how a team works.</summary>
public sealed class TeamChangesTests : IAsyncLifetime
{
    private static readonly Person Admin = new("ada", "Ada", "", true);
    private static readonly DateOnly First = new(2026, 11, 5);
    private static readonly DateOnly Last = new(2026, 11, 6);

    private readonly Office _office = new();

    private TeamDesk Desk => _office.Get<TeamDesk>();

    private Team Team => _office.Get<PlaybookInForce>().Current.Team("ie");

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        await _office.Get<PeopleDirectory>().RememberAsync([Ce, Ie, OtherIe]);
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Every_change_is_kept_with_who_made_it_and_when()
    {
        await Desk.SetLeadAsync(Team, Ie.Id, true, Admin);
        await Desk.SetAutomaticAsync(Team, true, Ie);
        _office.Time.Advance(TimeSpan.FromHours(1));
        await Desk.SetCapacityAsync(Team, OtherIe.Id, 3, Ie);
        await Desk.SetCapacityAsync(Team, OtherIe.Id, 5, Ie);
        await Desk.AddAbsenceAsync(Team, OtherIe.Id, First, Last, OtherIe);
        var absence = (await _office.Get<TeamRoster>().OfAsync("ie")).Members.Single(member => member.PersonId == OtherIe.Id).Absences[0];
        await Desk.RemoveAbsenceAsync(Team, OtherIe.Id, absence.Id, Ie);
        await Desk.AddAbsenceAsync(Team, Ie.Id, Last, Last, Ie);
        await Desk.SetAutomaticAsync(Team, false, Ie);
        await Desk.SetLeadAsync(Team, Ie.Id, false, Admin);

        Assert.Equal(
            [
                "Ada ended the lead of Bram",
                "Bram turned automatic assignment off",
                "Bram entered an absence of Bram, 6 Nov 2026",
                "Bram removed the absence of Tansy, 5 Nov 2026 to 6 Nov 2026",
                "Tansy entered an absence of Tansy, 5 Nov 2026 to 6 Nov 2026",
                "Bram set the capacity of Tansy from 3 to 5",
                "Bram set the capacity of Tansy from 8 to 3",
                "Bram turned automatic assignment on",
                "Ada made Bram lead",
            ],
            (await ReadAsync()).Select(change => $"{change.ByName} {change.Text}"));
        var now = _office.Time.GetUtcNow().UtcDateTime;
        Assert.Equal([now, now.AddHours(-1)], (await ReadAsync()).Select(change => change.At).Distinct());
        Assert.Empty(await ReadAsync("ce"));
    }

    [Fact]
    public async Task What_is_refused_or_changes_nothing_leaves_no_trace()
    {
        await Desk.SetAutomaticAsync(Team, true, Ie);
        await Desk.SetCapacityAsync(Team, Ie.Id, 8, Admin);
        await Desk.SetLeadAsync(Team, Ie.Id, false, Admin);
        await Desk.AddAbsenceAsync(Team, Ie.Id, Last, First, Ie);
        await Desk.RemoveAbsenceAsync(Team, Ie.Id, Guid.NewGuid(), Ie);

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task The_last_ten_are_read_the_newest_first()
    {
        for (var capacity = 20; capacity < 32; capacity++) await Desk.SetCapacityAsync(Team, Ie.Id, capacity, Admin);

        var changes = await ReadAsync();
        Assert.Equal((10, "set the capacity of Bram from 30 to 31"), (changes.Count, changes[0].Text));
    }

    private Task<IReadOnlyList<AuditEntry>> ReadAsync(string team = "ie") => _office.Get<AuditLog>().OfAsync(AuditLog.OfTeam(team));
}
