using System.Globalization;
using DeploymentRouter.Web.CommandLine.Deciding;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary><c>playbook replay</c>: decides stored answers by two playbooks and says which move from where to where.</summary>
internal static class ReplayVerb
{
    private const int MaxNamed = 100;

    public static async Task<int> RunAsync(PlaybookArguments arguments, Streams streams)
    {
        if (await PlaybookPair.LoadAsync(arguments, streams) is not { } pair)
            return PlaybookVerb.Unreadable;
        var tally = new ReplayTally(pair.Comparison);
        var stored = new CaseReader(pair.Questions, pair.Before.Questions, tally.Ignore);
        if (!await TryReplayAsync(arguments.Answers!, stored, tally, arguments.SkipBad, streams))
            return PlaybookVerb.Unreadable;
        if (arguments.Json)
            await PlaybookJson.WriteAsync(streams, json => ReplayReport.Write(json, tally));
        else
            await streams.WriteAsync(ReplayReport.Words(pair.Before, pair.After, tally));
        return tally.Moved.Count == 0 ? PlaybookVerb.Sound : PlaybookVerb.Findings;
    }

    private static async Task<bool> TryReplayAsync(string file, CaseReader stored, ReplayTally tally, bool skipBad, Streams streams)
    {
        var name = Path.GetFileName(file);
        try
        {
            await using var input = File.OpenRead(file);
            await foreach (var batch in new InputLines(input).BatchesAsync())
            {
                foreach (var line in batch)
                {
                    var read = line.IsTooLong ? DecideCase.TooLong : stored.Read(line.Utf8);
                    if (read.Error is null)
                        tally.Add(read.Id!, read.Answers!);
                    else if (++tally.Bad <= MaxNamed)
                        await streams.Errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}:{line.Number}: {read.Error}"));
                }
                tally.Replay();
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            await streams.Errors.WriteLineAsync($"{name}: The file cannot be read. {refused.Message}");
            return false;
        }
        if (tally.Bad == 0 || skipBad)
            return true;
        await streams.Errors.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {tally.Bad:N0} {(tally.Bad == 1 ? "line" : "lines")} cannot be read{(tally.Bad > MaxNamed ? $", of which the first {MaxNamed} are named" : "")}; nothing is counted. --skip-bad counts the others."));
        return false;
    }
}
