using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Tests.Clocks;

/// <summary>Calendars, promises and pauses as nobody would write them.</summary>
internal static class RandomCalendars
{
    // Around the hours at which zones change their clocks, and the usual ones.
    private static readonly string[] Edges =
        ["00:00", "00:30", "01:00", "01:30", "01:45", "02:00", "02:15", "02:30", "03:00", "07:00", "09:30", "17:00", "22:00", "23:00", "23:30", "23:59"];

    public static WorkCalendar Next(Random random, string zone, DateTime first)
    {
        var weekdays = Enum.GetValues<DayOfWeek>().Where(_ => random.Next(7) > 1).DefaultIfEmpty(DayOfWeek.Sunday).ToList();
        var opens = random.Next(Edges.Length - 1);
        var closes = random.Next(opens + 1, Edges.Length);
        var holidays = Enumerable.Range(0, random.Next(4)).Select(_ => DateOnly.FromDateTime(first).AddDays(random.Next(2, 70))).Order().ToList();
        return new WorkCalendar("random", "Random", zone, weekdays, TimeOnly.Parse(Edges[opens], null), TimeOnly.Parse(Edges[closes], null), holidays);
    }

    public static IEnumerable<TargetDuration> Promises(Random random) =>
    [
        new ElapsedHours(random.Next(1, 60)),
        new WorkingHours(random.Next(1, 6)),
        new WorkingDays(random.Next(1, 5)),
        new OfficeHoursElseWorkingDays(random.Next(1, 5), random.Next(1, 3)),
        new CalendarDays(random.Next(1, 20)),
    ];

    /// <summary>Up to three, which may begin before the start, touch each other, or come too late to matter.</summary>
    public static IReadOnlyList<Pause> Pauses(Random random, DateTime start)
    {
        var pauses = new List<Pause>();
        var from = start.AddMinutes(random.Next(-600, 3_000));
        for (var count = random.Next(4); count > 0; count--)
        {
            var until = from.AddMinutes(random.Next(5) == 0 ? random.Next(30) : random.Next(4_000));
            pauses.Add(new Pause(from, until, "waits"));
            from = until.AddMinutes(random.Next(4) == 0 ? 0 : random.Next(4_000));
        }

        return pauses;
    }
}
