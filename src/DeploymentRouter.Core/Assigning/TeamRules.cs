using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Assigning;

/// <summary>Who may change how a team works, and what can be entered; each refusal worded once.</summary>
public static class TeamRules
{
    /// <summary>Absences further away than this, in years, are a slip of the finger.</summary>
    public const int MaxYears = 2;

    /// <summary>How many present and coming absences one person has at most.</summary>
    public const int MaxAbsences = 50;

    /// <summary>Why somebody cannot turn automatic assignment on or off or set capacities; null: they can.</summary>
    public static Refusal? WhyNotManage(Team team, IReadOnlyList<Member> members, Person by)
    {
        if (by.IsAdmin || members.Any(member => member.IsLead && member.PersonId == by.Id)) return null;
        var leads = members.Where(member => member.IsLead).Select(member => member.Name).ToList();
        return new Refusal("NotTheLead", leads.Count switch
        {
            0 => $"{team.Name} has no lead yet. An administrator can change this, and choose a lead.",
            1 => $"{leads[0]} leads {team.Name} and can change this. So can an administrator.",
            _ => $"{Wording.AndList(leads)} lead {team.Name} and can change this. So can an administrator.",
        });
    }

    /// <summary>Everybody says when they are away themselves; the lead and administrators say it for others.</summary>
    public static Refusal? WhyNotSetAbsence(Team team, IReadOnlyList<Member> members, string personId, Person by) =>
        personId == by.Id ? null : WhyNotManage(team, members, by);

    public static Refusal? WhyNotChooseLead(Person by) =>
        by.IsAdmin ? null : new Refusal("NotAnAdministrator", "An administrator chooses who leads a team.");

    public static Refusal? CapacityProblem(int? capacity) => capacity is >= 0 and <= Member.MaxCapacity
        ? null
        : new Refusal("CapacityInvalid", string.Create(CultureInfo.InvariantCulture, $"Enter a whole number from 0 to {Member.MaxCapacity}."));

    /// <param name="today">UTC.</param>
    public static Refusal? AbsenceProblem(DateOnly? from, DateOnly? to, DateOnly today) =>
        from is null || to is null ? new Refusal("AbsenceInvalid", "Choose the first and the last day.")
        : to < from ? new Refusal("AbsenceInvalid", "Choose a last day that is not before the first.")
        : to < today ? new Refusal("AbsenceInvalid", "Choose a last day that is not past.")
        : to > today.AddYears(MaxYears) ? new Refusal("AbsenceInvalid", $"Choose days that are at most {MaxYears} years away.")
        : null;

    /// <summary>Why these days are not entered beside the absences of a person; null: they can be.</summary>
    public static Refusal? WhyNotOneMore(Member member, DateOnly from, DateOnly to) =>
        member.Absences.Any(absence => absence.Covers(from) && absence.Covers(to))
            ? new Refusal("AbsentAlready", $"{member.Name} is absent on these days already.")
        : member.Absences.Count >= MaxAbsences
            ? new Refusal("TooManyAbsences", string.Create(CultureInfo.InvariantCulture, $"A person has at most {MaxAbsences} absences. Remove one first."))
        : null;

    public static Refusal NotAMember(Team team) =>
        new("NotAMember", $"This person is not in {team.Name} any more. Reload the page.");
}
