using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Tests.Queues;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.People;

public sealed class TeamDeskTests : IAsyncLifetime
{
    private static readonly Person Admin = new("ada", "Ada", "", true);

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
    public async Task Only_a_lead_or_an_administrator_turns_it_on_and_it_says_who_did()
    {
        var refusal = (await Desk.SetAutomaticAsync(Team, true, Ie)).Refusal;
        Assert.Equal(("NotTheLead", "IE has no lead yet. An administrator can change this, and choose a lead."), (refusal?.Name, refusal?.Sentence));

        Assert.True((await Desk.SetLeadAsync(Team, Ie.Id, true, Admin)).Succeeded);
        Assert.True((await Desk.SetAutomaticAsync(Team, true, Ie)).Succeeded);

        Assert.Equal("Bram leads IE and can change this. So can an administrator.", (await Desk.SetAutomaticAsync(Team, false, OtherIe)).Refusal?.Sentence);
        var team = await ReadAsync();
        Assert.True(team.IsAutomatic);
        Assert.Equal(("Bram", _office.Time.GetUtcNow().UtcDateTime), team.Changed);
    }

    [Fact]
    public async Task Turning_on_what_is_on_changes_nothing()
    {
        await Desk.SetAutomaticAsync(Team, true, Admin);
        _office.Time.Advance(TimeSpan.FromHours(1));

        Assert.True((await Desk.SetAutomaticAsync(Team, true, Admin)).Succeeded);

        Assert.Equal(_office.Time.GetUtcNow().UtcDateTime.AddHours(-1), (await ReadAsync()).Changed?.At);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_makes_leads() =>
        Assert.Equal("NotAnAdministrator", (await Desk.SetLeadAsync(Team, Ie.Id, true, Ie)).Refusal?.Name);

    [Theory]
    [InlineData(null)]
    [InlineData(-1)]
    [InlineData(201)]
    public async Task A_capacity_is_a_number_within_reason(int? capacity) =>
        Assert.Equal("Enter a whole number from 0 to 200.", (await Desk.SetCapacityAsync(Team, Ie.Id, capacity, Admin)).Refusal?.Sentence);

    [Fact]
    public async Task A_capacity_is_kept_when_somebody_becomes_lead()
    {
        await Desk.SetCapacityAsync(Team, Ie.Id, 3, Admin);
        await Desk.SetLeadAsync(Team, Ie.Id, true, Admin);

        var bram = (await ReadAsync()).Members.Single(member => member.PersonId == Ie.Id);
        Assert.Equal((3, true, 0), (bram.Capacity, bram.IsLead, bram.Open));
    }

    [Theory]
    [InlineData(null, "2026-11-05", "Choose the first and the last day.")]
    [InlineData("2026-11-05", "2026-11-04", "Choose a last day that is not before the first.")]
    [InlineData("2026-11-01", "2026-11-02", "Choose a last day that is not past.")]
    [InlineData("2026-11-05", "2029-01-01", "Choose days that are at most 2 years away.")]
    public async Task An_absence_is_days_to_come(string? from, string? to, string sentence) => Assert.Equal(
        sentence, (await Desk.AddAbsenceAsync(Team, Ie.Id, Day(from), Day(to), Ie)).Refusal?.Sentence);

    [Fact]
    public async Task Everybody_says_when_they_are_away_and_takes_it_back()
    {
        Assert.True((await Desk.AddAbsenceAsync(Team, Ie.Id, Day("2026-11-05"), Day("2026-11-06"), Ie)).Succeeded);
        Assert.Equal("NotTheLead", (await Desk.AddAbsenceAsync(Team, Ie.Id, Day("2026-11-05"), Day("2026-11-06"), OtherIe)).Refusal?.Name);
        Assert.Equal("NotAMember", (await Desk.AddAbsenceAsync(Team, Ce.Id, Day("2026-11-05"), Day("2026-11-06"), Ce)).Refusal?.Name);
        var absence = Assert.Single((await ReadAsync()).Members.Single(member => member.PersonId == Ie.Id).Absences);

        Assert.Equal("NotTheLead", (await Desk.RemoveAbsenceAsync(Team, Ie.Id, absence.Id, OtherIe)).Refusal?.Name);
        Assert.True((await Desk.RemoveAbsenceAsync(Team, Ie.Id, absence.Id, Ie)).Succeeded);

        Assert.All((await ReadAsync()).Members, member => Assert.Empty(member.Absences));
    }

    [Fact]
    public async Task A_lead_does_not_take_back_an_absence_of_somebody_in_another_team()
    {
        await Desk.SetLeadAsync(Team, Ie.Id, true, Admin);
        var theirs = _office.Get<PlaybookInForce>().Current.Team("ce");
        await Desk.AddAbsenceAsync(theirs, Ce.Id, Day("2026-11-05"), Day("2026-11-06"), Ce);
        var absence = Assert.Single((await ReadAsync("ce")).Members.Single(member => member.PersonId == Ce.Id).Absences);

        Assert.Equal("NotAMember", (await Desk.RemoveAbsenceAsync(Team, Ce.Id, absence.Id, Ie)).Refusal?.Name);

        Assert.Single((await ReadAsync("ce")).Members.Single(member => member.PersonId == Ce.Id).Absences);
    }

    [Theory]
    [InlineData("2026-11-05", "2026-11-10")]
    [InlineData("2026-11-06", "2026-11-06")]
    public async Task Days_that_are_entered_already_are_not_entered_again(string from, string to)
    {
        await Desk.AddAbsenceAsync(Team, Ie.Id, Day("2026-11-05"), Day("2026-11-10"), Ie);

        Assert.Equal("Bram is absent on these days already.", (await Desk.AddAbsenceAsync(Team, Ie.Id, Day(from), Day(to), Ie)).Refusal?.Sentence);

        Assert.True((await Desk.AddAbsenceAsync(Team, Ie.Id, Day("2026-11-10"), Day("2026-11-11"), Ie)).Succeeded);
    }

    [Fact]
    public async Task A_person_has_fifty_absences_at_most()
    {
        var first = new DateOnly(2026, 11, 5);
        for (var i = 0; i < 50; i++)
            Assert.True((await Desk.AddAbsenceAsync(Team, Ie.Id, first.AddDays(i), first.AddDays(i), Ie)).Succeeded);

        Assert.Equal("TooManyAbsences", (await Desk.AddAbsenceAsync(Team, Ie.Id, first.AddDays(50), first.AddDays(50), Ie)).Refusal?.Name);
    }

    private Task<Core.Assigning.TeamAtWork> ReadAsync(string team = "ie") => _office.Get<TeamRoster>().OfAsync(team);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
