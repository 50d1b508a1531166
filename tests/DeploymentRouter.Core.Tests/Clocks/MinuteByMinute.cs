using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Tests.Clocks;

/// <summary>
/// What due times mean, by looking at the clock on the wall once a minute. It only ever asks what a zone's clock shows at an
/// instant; it computes no opening, no closing and no change of summer time.
/// </summary>
internal sealed class MinuteByMinute
{
    private readonly DateTime _first;
    private readonly DateOnly[] _dates;
    private readonly bool[] _open;
    private readonly DateOnly[] _openOn;

    public MinuteByMinute(WorkCalendar calendar, (DateOnly[] Dates, TimeOnly[] Times) shown, DateTime first)
    {
        _first = first;
        _dates = shown.Dates;
        _open = new bool[_dates.Length];
        _openOn = new DateOnly[_dates.Length];
        var span = new Dictionary<DateOnly, (int From, int To)>();
        for (var i = 0; i < _dates.Length; i++)
        {
            if (shown.Times[i] < calendar.Opens || shown.Times[i] >= calendar.Closes) continue;
            var date = _dates[i];
            if (!calendar.WorkingWeekdays.Contains(date.DayOfWeek) || calendar.Holidays.Contains(date)) continue;
            span[date] = span.TryGetValue(date, out var known) ? (known.From, i) : (i, i);
        }

        // A clock that is put back shows opening or closing twice: the first opening and the last closing count.
        foreach (var (date, (from, to)) in span)
        {
            for (var i = from; i <= to; i++) (_open[i], _openOn[i]) = (true, date);
        }
    }

    /// <summary>What a zone's clock shows, minute by minute.</summary>
    public static (DateOnly[] Dates, TimeOnly[] Times) Shown(string zone, DateTime first, int minutes)
    {
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var shown = Enumerable.Range(0, minutes).Select(i => TimeZoneInfo.ConvertTimeFromUtc(first.AddMinutes(i), info)).ToList();
        return ([.. shown.Select(DateOnly.FromDateTime)], [.. shown.Select(TimeOnly.FromDateTime)]);
    }

    public DateTime Due(int start, TargetDuration promise, IReadOnlyList<Pause> pauses) => promise switch
    {
        ElapsedHours hours => Walk(start, hours.Hours * 60, pauses, _ => true),
        WorkingHours hours => Walk(start, hours.Hours * 60, pauses, i => _open[i]),
        WorkingDays days => Walk(start, OpenMinutes(start, Closing(DayZero(start), days.Days)), pauses, i => _open[i]),
        OfficeHoursElseWorkingDays either when _open[start] => Walk(start, either.Hours * 60, pauses, _ => true),
        OfficeHoursElseWorkingDays either => Due(start, new WorkingDays(either.Days), pauses),
        CalendarDays days => InDays(start, FirstMinuteOf(_dates[start].AddDays(days.Days + 1)), pauses),
        _ => throw new ArgumentOutOfRangeException(nameof(promise)),
    };

    public DateTime DueFromDate(DateOnly start, int days) => At(Closing(start, days));

    public int FirstMinuteOf(DateOnly date) => Array.FindIndex(_dates, shown => shown >= date);

    // The first minute by which so many have passed that count and lie in no pause.
    private DateTime Walk(int start, int minutes, IReadOnlyList<Pause> pauses, Func<int, bool> counts)
    {
        var i = start;
        for (; minutes > 0; i++)
        {
            if (counts(i) && !IsPaused(i, pauses)) minutes--;
        }

        return At(i);
    }

    private DateTime InDays(int start, int end, IReadOnlyList<Pause> pauses)
    {
        var moved = Index(Walk(start, end - start, pauses, _ => true));
        return moved == end ? At(end) : At(FirstMinuteOf(_dates[moved - 1].AddDays(1)));
    }

    private DateOnly DayZero(int start)
    {
        if (_open[start]) return _openOn[start];
        var next = Array.FindIndex(_open, start, isOpen => isOpen);
        return _openOn[next].AddDays(-1);
    }

    // One past the last open minute of the nth date after day 0 that has any.
    private int Closing(DateOnly dayZero, int days)
    {
        var date = dayZero;
        for (var i = 0; ; i++)
        {
            if (!_open[i] || _openOn[i] <= date) continue;
            date = _openOn[i];
            if (--days == 0) return Array.FindIndex(_open, i, isOpen => !isOpen);
        }
    }

    private int OpenMinutes(int from, int to) => Enumerable.Range(from, to - from).Count(i => _open[i]);

    private bool IsPaused(int i, IReadOnlyList<Pause> pauses) => pauses.Any(pause => pause.From <= At(i) && At(i) < pause.Until);

    private DateTime At(int i) => _first.AddMinutes(i);

    private int Index(DateTime at) => (int)(at - _first).TotalMinutes;
}
