using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.CommandLine.Clocks;

/// <summary>What stands behind <c>clock due</c>.</summary>
/// <param name="Date">Where it counts from, if that is a date.</param>
/// <param name="Instant">Where it counts from, if that is an instant; UTC.</param>
/// <param name="Holidays">Dates that were listed.</param>
/// <param name="HolidayFiles">Calendar files that were named.</param>
internal sealed record DueArguments(
    string CalendarId,
    TargetDuration Target,
    DateOnly? Date,
    DateTime Instant,
    IReadOnlyList<DateOnly> Holidays,
    IReadOnlyList<string> HolidayFiles,
    IReadOnlyList<Pause> Pauses,
    string? PlaybookFile)
{
    private static readonly string[] Once = ["--calendar", "--target", "--from", "--playbook"];
    private static readonly string[] Known = [.. Once, "--holidays", "--pause"];

    /// <summary>The arguments, or a sentence that says what is wrong with them.</summary>
    public static (DueArguments? Arguments, string? Problem) Read(string[] words)
    {
        var given = new List<(string Name, string Value)>();
        for (var i = 0; i < words.Length; i += 2)
        {
            var name = words[i];
            if (!Known.Contains(name, StringComparer.Ordinal)) return (null, $"There is no option '{name}'{Suggestion.For(name, Known)}");
            if (i + 1 == words.Length || words[i + 1].Length == 0) return (null, $"{name} needs a value.");
            if (Once.Contains(name, StringComparer.Ordinal) && given.Exists(one => one.Name == name)) return (null, $"{name} is given twice. Keep one.");
            given.Add((name, words[i + 1]));
        }

        string? Value(string name) => given.Find(one => one.Name == name).Value;
        foreach (var needed in (string[])["--calendar", "--target", "--from"])
        {
            if (Value(needed) is null) return (null, $"{needed} is missing.");
        }

        if (!TargetText.TryParse(Value("--target")!, out var target))
            return (null, $"'{Value("--target")}' is not a target. Write it like one of: {string.Join("; ", TargetText.Examples)}.");
        var (date, instant, problem) = From(Value("--from")!);
        var holidays = given.Where(one => one.Name == "--holidays").Select(one => Listed(one.Value)).ToList();
        var pauses = given.Where(one => one.Name == "--pause").Select(one => PauseOf(one.Value)).ToList();
        problem ??= holidays.Concat(pauses.Select(one => (default(IReadOnlyList<DateOnly>), (string?)null, one.Problem)))
            .Select(one => one.Item3).FirstOrDefault(one => one is not null);
        return problem is not null ? (null, problem) : (new DueArguments(
            Value("--calendar")!, target, date, instant,
            [.. holidays.SelectMany(one => one.Dates ?? [])], [.. holidays.Select(one => one.File).OfType<string>()],
            [.. pauses.Select(one => one.Pause!)], Value("--playbook")), null);
    }

    private static (DateOnly? Date, DateTime Instant, string? Problem) From(string text)
    {
        if (!text.Contains('T', StringComparison.Ordinal))
        {
            var (date, problem) = TypedTime.Date(text);
            return (date, default, problem);
        }

        var (instant, fault) = TypedTime.Instant(text);
        return (null, instant, fault);
    }

    // What begins like a date is meant as dates; everything else is a file.
    private static (IReadOnlyList<DateOnly>? Dates, string? File, string? Problem) Listed(string text)
    {
        var parts = text.Split(',');
        var read = parts.Select(part => TypedTime.Date(part.Trim())).ToList();
        if (read.TrueForAll(one => one.Problem is null)) return ([.. read.Select(one => one.Date)], null, null);
        return File.Exists(text) || !char.IsAsciiDigit(text[0]) ? (null, text, null) : (null, null, read.Find(one => one.Problem is not null).Problem);
    }

    private static (Pause? Pause, string? Problem) PauseOf(string text)
    {
        if (text.Split('/') is not [var first, var last])
            return (null, $"'{text}' is not a pause. Write two instants with a / between: 2022-10-10T09:00:00Z/2022-10-12T09:00:00Z.");
        var ((from, problem), (until, other)) = (TypedTime.Instant(first), TypedTime.Instant(last));
        return problem is not null || other is not null ? (null, problem ?? other)
            : until <= from ? (null, $"The pause '{text}' ends before it begins.")
            : (new Pause(from, until, ""), null);
    }
}
