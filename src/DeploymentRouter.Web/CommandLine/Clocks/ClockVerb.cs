namespace DeploymentRouter.Web.CommandLine.Clocks;

/// <summary><c>clock due|preview|holidays</c>: due times, and what another playbook would make of them.</summary>
public static class ClockVerb
{
    internal const int AllFine = 0;
    internal const int Unusable = 2;

    internal const string Usage =
        """
        Usage: clock due --calendar ID --target TEXT --from DATE|INSTANT
                         [--holidays DATE,DATE|FILE.ics] [--pause INSTANT/INSTANT] [--playbook FILE]
                                        says when a promise is due, and why; --holidays and --pause may stand more than once
               clock preview --playbook FILE [--json]
                                        says which stored requests a playbook would make late, or late no more, and
                                        last quarter's attainment under it; reads the data directory and changes nothing
               clock holidays FILE.ics [--from DATE] [--until DATE]
                                        prints the holidays of an iCalendar file as a calendar of a playbook lists them

        """;

    internal const string Example = """For example: clock due --calendar cloud-office-hours --target "7 working days" --from 2022-10-07""";

    /// <returns>0; or 2 when the arguments or a file could not be used, and standard error says why.</returns>
    public static async Task<int> RunAsync(string[] words, Streams streams)
    {
        switch (words)
        {
            case ["due", .. var rest]:
                return await DueVerb.RunAsync(rest, streams);
            case ["preview", .. var rest]:
                return await PreviewVerb.RunAsync(rest, streams, CommandConfiguration.Read(), TimeProvider.System);
            case ["holidays", .. var rest]:
                return await HolidaysVerb.RunAsync(rest, streams);
            default:
                await streams.Errors.WriteAsync(Usage);
                return Unusable;
        }
    }

    internal static async Task<int> RefuseAsync(this Streams streams, string sentence)
    {
        await streams.Errors.WriteLineAsync(sentence);
        return Unusable;
    }
}
