using System.Globalization;
using System.Text;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Holidays;

namespace DeploymentRouter.Web.CommandLine.Clocks;

/// <summary><c>clock holidays</c>: the holidays of an iCalendar file, ready to be pasted below a calendar of a playbook.</summary>
internal static class HolidaysVerb
{
    private const int Years = 3;

    public static async Task<int> RunAsync(string[] words, Streams streams)
    {
        if (words is not [var file, .. var options] || Window(options) is not var (from, until))
            return await streams.RefuseAsync($"Name a file, and dates such as 2026-01-01.\n\n{ClockVerb.Usage}");
        var load = HolidayFile.Load(file, from, until);
        if (load.Fault is not null) return await streams.RefuseAsync($"{Path.GetFileName(file)}: {load.Fault}");
        foreach (var name in load.PassedOver)
            await streams.Errors.WriteLineAsync($"{Path.GetFileName(file)}: “{name}” lasts no whole day and is passed over.");
        await streams.WriteAsync(Yaml(load.Holidays));
        return ClockVerb.AllFine;
    }

    // From the first day of this year, unless the caller says otherwise.
    private static (DateOnly From, DateOnly Until)? Window(string[] options)
    {
        var from = new DateOnly(DateTime.UtcNow.Year, 1, 1);
        DateOnly? until = null;
        for (var i = 0; i < options.Length; i += 2)
        {
            if (i + 1 == options.Length || TypedTime.Date(options[i + 1]) is not (var date, null)) return null;
            if (options[i] == "--from") from = date;
            else if (options[i] == "--until") until = date;
            else return null;
        }

        var end = until ?? from.AddYears(Years).AddDays(-1);
        return from <= end ? (from, end) : null;
    }

    private static string Yaml(IReadOnlyList<Holiday> holidays)
    {
        if (holidays.Count == 0) return "    holidays: []\n";
        var text = new StringBuilder("    holidays:\n");
        foreach (var holiday in holidays)
        {
            // A name comes from a file that anybody wrote; a comment ends where the line does.
            var name = new string([.. holiday.Name.Where(letter => !char.IsControl(letter))]).Trim();
            text.Append(CultureInfo.InvariantCulture, $"      - {holiday.Date:yyyy-MM-dd}{(name.Length == 0 ? "" : $" # {name}")}\n");
        }

        return text.ToString();
    }
}
