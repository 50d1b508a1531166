namespace DeploymentRouter.Persistence.Playbooks.Holidays;

/// <summary>A day off, as a calendar file names it.</summary>
public sealed record Holiday(DateOnly Date, string Name);

/// <summary>What came of reading a calendar file: its holidays, or why it cannot be used.</summary>
/// <param name="Holidays">By date, each date once.</param>
/// <param name="PassedOver">Names of events that last no whole day and are no holidays therefore.</param>
/// <param name="Fault">One sentence that says what to do; null: it was read.</param>
public sealed record HolidayLoad(IReadOnlyList<Holiday> Holidays, IReadOnlyList<string> PassedOver, string? Fault)
{
    internal static HolidayLoad Refused(string fault) => new([], [], fault);
}
