using System.Collections.Immutable;
using DeploymentRouter.Core.Assigning;

namespace DeploymentRouter.Core.Tests.Assigning;

public sealed class NextInTurnTests
{
    private const int Rounds = 5_000;

    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly IReadOnlySet<string> Nobody = ImmutableHashSet<string>.Empty;

    [Fact]
    public void Whatever_the_loads_nobody_is_skipped_while_less_loaded_away_or_full()
    {
        var random = new Random(20261124);
        for (var round = 0; round < Rounds; round++)
        {
            var members = Members(random);
            var excluded = members.Where(_ => random.Next(8) == 0).Select(member => member.PersonId).ToHashSet(StringComparer.Ordinal);
            var able = members.Where(member => member.Open < member.Capacity && member.AbsenceOn(Today) is null && !excluded.Contains(member.PersonId)).ToList();

            var chosen = NextInTurn.Choose(members, Today, excluded).To;

            if (chosen is null)
            {
                Assert.Empty(able);
                continue;
            }

            Assert.Contains(chosen, able);
            Assert.All(able, member => Assert.True(Load(chosen) <= Load(member), $"Round {round}: {member} is less loaded than {chosen}."));
            Assert.All(
                able.Where(member => Load(member) == Load(chosen)),
                member => Assert.True((chosen.LastTurnAt ?? DateTime.MinValue) <= (member.LastTurnAt ?? DateTime.MinValue), $"Round {round}: {member} has waited longer."));
        }
    }

    [Fact]
    public void The_choice_does_not_depend_on_the_order_in_which_people_are_listed()
    {
        var random = new Random(7);
        for (var round = 0; round < Rounds; round++)
        {
            var members = Members(random);
            var shuffled = members.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(NextInTurn.Choose(members, Today, Nobody).To?.PersonId, NextInTurn.Choose(shuffled, Today, Nobody).To?.PersonId);
        }
    }

    [Fact]
    public void Over_time_everybody_gets_as_many_as_the_others()
    {
        Member[] members = [Of("a"), Of("b"), Of("c"), Of("d")];
        var got = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var day = 0; day < 401; day++)
        {
            // Each is done before the next one comes: the load alone would give everything to the first.
            var to = NextInTurn.Choose(members, Today, Nobody).To!;
            got[to.PersonId] = got.GetValueOrDefault(to.PersonId) + 1;
            members = [.. members.Select(member => member == to ? member with { LastTurnAt = At(day) } : member)];
        }

        Assert.Equal(4, got.Count);
        Assert.True(got.Values.Max() - got.Values.Min() <= 1, string.Join(", ", got));
    }

    [Fact]
    public void A_larger_capacity_carries_more()
    {
        Member[] members = [Of("half", capacity: 4), Of("full", capacity: 8)];
        for (var i = 0; i < 12; i++)
        {
            var to = NextInTurn.Choose(members, Today, Nobody).To!;
            members = [.. members.Select(member => member.PersonId == to.PersonId ? to with { Open = to.Open + 1, LastTurnAt = At(i) } : member)];
        }

        Assert.Equal([4, 8], members.Select(member => member.Open));
        Assert.Null(NextInTurn.Choose(members, Today, Nobody).To);
    }

    [Fact]
    public void Every_choice_says_why()
    {
        Assert.Equal("3 open of 8, next in turn", Why([Of("a", open: 3), Of("b", open: 3)]));
        Assert.Equal("3 open of 8, least loaded", Why([Of("a", open: 3), Of("b", open: 4)]));
        Assert.Equal("7 open of 8, the only one who can take it", Why([Of("a", open: 7), Of("b", open: 8)]));
        Assert.Equal("7 open of 8, had it before", Why([Of("a", open: 7), Of("b")], before: "a"));
        Assert.Equal("0 open of 8, the only one who can take it; Ada, who had it before, has 8 open of 8", Why([Of("a", open: 8, name: "Ada"), Of("b")], before: "a"));
        Assert.Equal("0 open of 8, the only one who can take it; Ada, who had it before, declined it", NextInTurn.Choose([Of("a", name: "Ada"), Of("b")], Today, new HashSet<string> { "a" }, "a").Why);
    }

    [Fact]
    public void Where_nobody_can_it_says_what_stands_in_the_way_of_each()
    {
        Assert.Equal("nobody is in the team yet", Why([]));
        Assert.Equal(
            "Ada is absent until 3 Dec, Bo has 8 open of 8",
            Why([Of("a", name: "Ada") with { Absences = [Away(Today, new DateOnly(2026, 12, 3))] }, Of("b", open: 8, name: "Bo")]));
        Assert.Equal(
            "of 4 people 1 is absent and 3 have as much open as they may",
            Why([Of("a", open: 8), Of("b", open: 8), Of("c", open: 9), Of("d") with { Absences = [Away(Today, Today)] }]));
    }

    [Fact]
    public void Where_nobody_of_many_can_only_what_is_so_is_said()
    {
        Member[] away = [.. "abcd".Select(id => Of($"{id}") with { Absences = [Away(Today, Today)] })];
        Assert.Equal("of 4 people 4 are absent", Why(away));
        Assert.Equal("of 4 people 3 are absent and 1 declined it", NextInTurn.Choose(away, Today, new HashSet<string> { "a" }).Why);
        Assert.Equal(
            "of 5 people 3 are absent, 1 has as much open as they may and 1 declined it",
            NextInTurn.Choose([.. away, Of("e", open: 8)], Today, new HashSet<string> { "a" }).Why);
    }

    [Theory]
    [InlineData("2026-11-20", "2026-11-23", true)]
    [InlineData("2026-11-20", "2026-11-24", false)]
    [InlineData("2026-11-24", "2026-11-24", false)]
    [InlineData("2026-11-25", "2026-11-30", true)]
    public void Both_ends_of_an_absence_are_days_away(string from, string to, bool isThere) => Assert.Equal(
        isThere,
        NextInTurn.Choose([Of("a") with { Absences = [Away(DateOnly.Parse(from, null), DateOnly.Parse(to, null))] }], Today, Nobody).To is not null);

    private static string Why(IReadOnlyList<Member> members, string? before = null) => NextInTurn.Choose(members, Today, Nobody, before).Why;

    private static decimal Load(Member member) => (decimal)member.Open / member.Capacity;

    private static Absence Away(DateOnly from, DateOnly to) => new(Guid.NewGuid(), from, to);

    private static DateTime At(int minutes) => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes);

    private static Member Of(string id, int open = 0, int capacity = 8, string? name = null) => new(id, name ?? id, capacity, open, null, [], IsLead: false);

    private static List<Member> Members(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(0, 7)).Select(i => Of($"p{i}", random.Next(0, 6), random.Next(0, 6)) with
        {
            LastTurnAt = random.Next(4) == 0 ? null : At(random.Next(5)),
            Absences = random.Next(4) == 0 ? [Away(Today.AddDays(-random.Next(3)), Today.AddDays(random.Next(-1, 3)))] : [],
        }),
    ];
}
