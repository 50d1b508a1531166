using System.Globalization;
using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Holidays;
using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.CommandLine.Clocks;

/// <summary><c>clock due</c>: prints when a promise is due and the sentence that says why.</summary>
internal static class DueVerb
{
    // Holidays push a due time out, and those are worked out before it is known.
    private const int YearsBeyond = 3;

    public static async Task<int> RunAsync(string[] words, Streams streams)
    {
        var (arguments, problem) = DueArguments.Read(words);
        if (arguments is null) return await streams.RefuseAsync($"{problem}\n{ClockVerb.Example}");
        var load = arguments.PlaybookFile is { } file ? PlaybookFile.LoadFrom(file) : await PlaybookStart.LoadAsync(CommandConfiguration.Read());
        if (load.Playbook is not { } playbook)
        {
            await streams.WriteFaultsAsync(load.Faults);
            return ClockVerb.Unusable;
        }

        if (playbook.Calendars.FirstOrDefault(one => one.Id == arguments.CalendarId) is not { } calendar)
        {
            var ids = playbook.Calendars.Select(one => one.Id).ToList();
            return await streams.RefuseAsync(
                $"The playbook has no calendar '{arguments.CalendarId}'{Suggestion.For(arguments.CalendarId, ids)} It has: {string.Join(", ", ids)}.");
        }

        var until = LastDayToKnow(arguments, calendar);
        var (holidays, refused) = await HolidaysAsync(arguments, calendar, until, streams);
        if (holidays is null) return await streams.RefuseAsync(refused!);
        var promise = PromiseOf(arguments, calendar with { Holidays = holidays });
        var now = DateTime.UtcNow;
        var due = promise.DueAt(now);
        if (arguments.HolidayFiles.Count > 0 && DateOnly.FromDateTime(due.At) > until)
            return await streams.RefuseAsync("The holidays leave too few working days. Check what repeats in the calendar file.");
        await streams.WriteAsync($"{Text(due)}\n{ClockSentence.Of(promise, now, toTheSecond: true)}\n");
        return ClockVerb.AllFine;
    }

    private static Promise PromiseOf(DueArguments arguments, WorkCalendar calendar) => new(
        arguments.Target,
        calendar,
        arguments.Date is { } date ? ClockStart.On(date, calendar, "") : ClockStart.Since(arguments.Instant, ""),
        arguments.Pauses);

    private static DateOnly LastDayToKnow(DueArguments arguments, WorkCalendar calendar) =>
        DateOnly.FromDateTime(PromiseOf(arguments, calendar).DueAt(DateTime.UtcNow).At).AddYears(YearsBeyond);

    private static async Task<(IReadOnlyList<DateOnly>? Holidays, string? Refused)> HolidaysAsync(
        DueArguments arguments, WorkCalendar calendar, DateOnly until, Streams streams)
    {
        var all = calendar.Holidays.Concat(arguments.Holidays).ToHashSet();
        var from = DateOnly.FromDateTime(PromiseOf(arguments, calendar).Start.At).AddYears(-1);
        foreach (var file in arguments.HolidayFiles)
        {
            var load = HolidayFile.Load(file, from, until);
            if (load.Fault is not null) return (null, $"{Path.GetFileName(file)}: {load.Fault}");
            all.UnionWith(load.Holidays.Select(holiday => holiday.Date));
            foreach (var name in load.PassedOver)
                await streams.Errors.WriteLineAsync($"{Path.GetFileName(file)}: “{name}” lasts no whole day and is passed over.");
        }

        return all.Count <= WorkCalendar.MaxHolidays ? ([.. all.Order()], null)
            : (null, string.Create(CultureInfo.InvariantCulture, $"There are more than {WorkCalendar.MaxHolidays:N0} holidays. Leave out those that do not matter."));
    }

    private static string Text(Due due) => due.Date is { } date
        ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : due.At.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
