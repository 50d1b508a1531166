using System.Globalization;

namespace DeploymentRouter.Core.Assigning;

/// <summary>A change of how a team works, as it is kept.</summary>
/// <param name="Kind">Names it for good.</param>
/// <param name="Text">The rest of a sentence that begins with who did it.</param>
public sealed record TeamChange(string Kind, string Text)
{
    public static TeamChange Automatic(bool isOn) => new("team-automatic", $"turned automatic assignment {(isOn ? "on" : "off")}");

    public static TeamChange Capacity(Member member, int capacity) =>
        new("team-capacity", string.Create(CultureInfo.InvariantCulture, $"set the capacity of {member.Name} from {member.Capacity} to {capacity}"));

    public static TeamChange Lead(Member member, bool isLead) => new("team-lead", isLead ? $"made {member.Name} lead" : $"ended the lead of {member.Name}");

    public static TeamChange AbsenceAdded(Member member, DateOnly from, DateOnly to) =>
        new("team-absence", $"entered an absence of {member.Name}, {Days(from, to)}");

    public static TeamChange AbsenceRemoved(Member member, Absence absence) =>
        new("team-absence", $"removed the absence of {member.Name}, {Days(absence.From, absence.To)}");

    // Read long afterwards: always with the year.
    private static string Days(DateOnly from, DateOnly to) => from == to ? Day(to) : $"{Day(from)} to {Day(to)}";

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
