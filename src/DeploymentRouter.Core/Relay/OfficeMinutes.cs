using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Relay;

/// <summary>Counts office time in whole minutes, calendar by calendar, so that no second is lost between segments.</summary>
internal sealed class OfficeMinutes(Playbook playbook)
{
    private readonly Dictionary<string, (WorkDays Days, TimeSpan Counted)> _calendars = new(StringComparer.Ordinal);

    /// <summary>The next segment's minutes on the calendar of its stage: that of its first target, else the playbook's first.</summary>
    public long Take(StageVisit? visit, DateTime from, DateTime until)
    {
        if (visit is null) return 0;
        var id = visit.Stage.Targets is [var target, ..] ? target.CalendarId : playbook.Calendars[0].Id;
        if (!_calendars.TryGetValue(id, out var known)) known = (new WorkDays(playbook.Calendar(id)), TimeSpan.Zero);
        var counted = known.Counted + known.Days.OfficeTime(from, until);
        _calendars[id] = known with { Counted = counted };
        return (counted.Ticks / TimeSpan.TicksPerMinute) - (known.Counted.Ticks / TimeSpan.TicksPerMinute);
    }
}
