using System.Globalization;
using System.Text;
using System.Text.Json;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.CommandLine.Deciding;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary><c>playbook replay</c>: decides stored answers by two playbooks and says which move from where to where.</summary>
internal static class ReplayVerb
{
    public static async Task<int> RunAsync(PlaybookArguments arguments, Streams streams)
    {
        var (before, after) = await PlaybookPair.LoadAsync(arguments, streams);
        if (before is null || after is null || await PlaybookPair.CompareAsync(before, after, streams) is not { } comparison)
            return PlaybookVerb.Unreadable;
        var tally = new ReplayTally(comparison);
        if (!await TryReplayAsync(arguments.Answers!, new CaseReader(PlaybookPair.Questions(before, after)), tally, streams))
            return PlaybookVerb.Unreadable;
        if (arguments.Json)
            await PlaybookJson.WriteAsync(streams, json => Write(json, tally));
        else
            await streams.WriteAsync(Words(before, after, tally));
        return tally.Moved.Count == 0 ? PlaybookVerb.Sound : PlaybookVerb.Findings;
    }

    private static async Task<bool> TryReplayAsync(string file, CaseReader stored, ReplayTally tally, Streams streams)
    {
        try
        {
            var allFine = true;
            await using var input = File.OpenRead(file);
            await foreach (var batch in new InputLines(input).BatchesAsync())
            {
                foreach (var line in batch)
                {
                    var read = line.IsTooLong ? DecideCase.TooLong : stored.Read(line.Utf8);
                    if (read.Error is null)
                        tally.Add(read.Id!, read.Answers!);
                    else
                        await streams.Errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}:{line.Number}: {read.Error}"));
                    allFine &= read.Error is null;
                }
                tally.Replay();
            }
            return allFine;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            await streams.Errors.WriteLineAsync($"{Path.GetFileName(file)}: The file cannot be read. {refused.Message}");
            return false;
        }
    }

    private static void Write(Utf8JsonWriter json, ReplayTally tally)
    {
        json.WriteStartObject();
        json.WriteNumber("cases"u8, tally.Cases);
        json.WriteStartArray("counts"u8);
        foreach (var ((from, to), count) in tally.Counts)
        {
            json.WriteStartObject();
            json.WriteString("from"u8, from.Outcome);
            json.WriteString("to"u8, to.Outcome);
            json.WriteNumber("count"u8, count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("moved"u8);
        foreach (var (id, from, to) in tally.Moved)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, id);
            json.WriteString("from"u8, from.Outcome);
            json.WriteString("to"u8, to.Outcome);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Words(Playbook before, Playbook after, ReplayTally tally)
    {
        var text = new StringBuilder();
        foreach (var ((from, to), count) in tally.Counts)
            text.Append(CultureInfo.InvariantCulture, $"{count,9:N0}  {Name(before, from)}{(from == to ? " stays" : $" -> {Name(after, to)}")}\n");
        foreach (var (id, from, to) in tally.Moved)
            text.Append(CultureInfo.InvariantCulture, $"  {id}: {Name(before, from)} -> {Name(after, to)}\n");
        text.Append(CultureInfo.InvariantCulture, $"{tally.Moved.Count:N0} of {tally.Cases:N0} move.\n");
        return text.ToString();
    }

    private static string Name(Playbook playbook, Said said) => said switch
    {
        { Outcome: { } outcome } => PlaybookPair.Name(playbook, outcome),
        { IsTaken: true } => "(needs information)",
        _ => PlaybookPair.Name(playbook, null),
    };
}
