using System.Globalization;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Core.Assigning;

/// <summary>Who of a team gets a request.</summary>
/// <param name="To">Null: nobody can take it, and it waits in the queue.</param>
/// <param name="Why">In a few words: "3 open of 8, next in turn".</param>
public sealed record Choice(Member? To, string Why);

/// <summary>
/// Shares requests out: to who has the smallest part of their capacity open; among equals to who has waited longest for one.
/// Nobody gets one while away, or beyond their capacity.
/// </summary>
public static class NextInTurn
{
    private const int MostNamed = 3;

    /// <param name="today">UTC.</param>
    /// <param name="excluded">Ids of people who may not have this one, because they have decided on it before.</param>
    /// <param name="before">Who had this very request before, and gets it back if they can.</param>
    public static Choice Choose(IReadOnlyList<Member> members, DateOnly today, IReadOnlySet<string> excluded, string? before = null)
    {
        var able = members.Where(member => WhyNot(member, today, excluded) is null).ToList();
        if (able.Find(member => member.PersonId == before) is { } back) return new Choice(back, $"{Load(back)}, had it before");
        if (able.Count == 0) return new Choice(null, Nobody(members, today, excluded));

        able.Sort(Compare);
        var first = able[0];
        var reason = able.Count == 1 ? "the only one who can take it"
            : SameLoad(first, able[1]) ? "next in turn"
            : "least loaded";
        var away = members.FirstOrDefault(member => member.PersonId == before);
        return new Choice(first, $"{Load(first)}, {reason}{(away is null ? "" : $"; {away.Name}, who had it before, {WhyNot(away, today, excluded)}")}");
    }

    /// <summary>"3 open of 8".</summary>
    public static string Load(Member member) => string.Create(CultureInfo.InvariantCulture, $"{member.Open} open of {member.Capacity}");

    // Why somebody cannot take it, as the rest of a sentence that begins with their name.
    private static string? WhyNot(Member member, DateOnly today, IReadOnlySet<string> excluded) =>
        excluded.Contains(member.PersonId) ? "declined it"
        : member.AbsenceOn(today) is { } absence ? $"is absent until {Day(absence.To, today)}"
        : member.HasRoom ? null
        : $"has {Load(member)}";

    private static string Nobody(IReadOnlyList<Member> members, DateOnly today, IReadOnlySet<string> excluded)
    {
        if (members.Count == 0) return "nobody is in the team yet";
        if (members.Count <= MostNamed) return string.Join(", ", members.Select(member => $"{member.Name} {WhyNot(member, today, excluded)}"));
        var declined = members.Count(member => excluded.Contains(member.PersonId));
        var absent = members.Count(member => !excluded.Contains(member.PersonId) && member.AbsenceOn(today) is not null);
        var full = members.Count - declined - absent;
        var kinds = new[]
        {
            absent > 0 ? $"{Count(absent)} {(absent == 1 ? "is" : "are")} absent" : null,
            full > 0 ? $"{Count(full)} {(full == 1 ? "has" : "have")} as much open as they may" : null,
            declined > 0 ? $"{Count(declined)} declined it" : null,
        };
        return $"of {Count(members.Count)} people {Wording.AndList(kinds.OfType<string>())}";
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static int Compare(Member one, Member other)
    {
        // Parts of a capacity are compared without dividing: thirds have no exact figure.
        var load = ((long)one.Open * other.Capacity).CompareTo((long)other.Open * one.Capacity);
        if (load != 0) return load;
        var turn = (one.LastTurnAt ?? DateTime.MinValue).CompareTo(other.LastTurnAt ?? DateTime.MinValue);
        return turn != 0 ? turn : string.CompareOrdinal(one.PersonId, other.PersonId);
    }

    private static bool SameLoad(Member one, Member other) => (long)one.Open * other.Capacity == (long)other.Open * one.Capacity;

    private static string Day(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);
}
