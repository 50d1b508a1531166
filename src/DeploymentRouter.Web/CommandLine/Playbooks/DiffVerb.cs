using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Proving;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary><c>playbook diff</c>: which combinations of answers two playbooks decide differently, exactly, with an example of each kind.</summary>
internal static class DiffVerb
{
    public static async Task<int> RunAsync(PlaybookArguments arguments, Streams streams)
    {
        var (before, after) = await PlaybookPair.LoadAsync(arguments, streams);
        if (before is null || after is null || await PlaybookPair.CompareAsync(before, after, streams) is not { } comparison)
            return PlaybookVerb.Unreadable;
        if (arguments.Json)
            await PlaybookJson.WriteAsync(streams, json => Write(json, comparison.Differences));
        else
            await streams.WriteAsync(Words(before, after, comparison.Differences));
        return comparison.Differences.Changed.IsZero ? PlaybookVerb.Sound : PlaybookVerb.Findings;
    }

    // Counts are text: most readers of JSON keep no more than 53 bits of a number.
    private static void Write(Utf8JsonWriter json, Comparison differences)
    {
        json.WriteStartObject();
        json.WriteString("combinations"u8, Digits(differences.Combinations));
        json.WriteString("changed"u8, Digits(differences.Changed));
        json.WriteStartArray("regions"u8);
        foreach (var region in differences.Regions)
        {
            json.WriteStartObject();
            json.WriteString("from"u8, region.From);
            json.WriteString("to"u8, region.To);
            json.WriteString("count"u8, Digits(region.Count));
            json.Write("example", region.Example.Answers);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Words(Playbook before, Playbook after, Comparison differences)
    {
        if (differences.Changed.IsZero)
            return string.Create(CultureInfo.InvariantCulture, $"Nothing changes: all {differences.Combinations:N0} combinations of answers are decided alike.\n");
        var text = new StringBuilder();
        foreach (var region in differences.Regions)
        {
            text.Append(CultureInfo.InvariantCulture, $"{PlaybookPair.Name(before, region.From)} -> {PlaybookPair.Name(after, region.To)}: {region.Count:N0}\n");
            text.Append("  for example ").Append(CaseWords.Of(PlaybookPair.Rules(before, after), region.Example)).Append('\n');
        }
        text.Append(CultureInfo.InvariantCulture, $"{differences.Changed:N0} of {differences.Combinations:N0} combinations change.\n");
        return text.ToString();
    }

    private static string Digits(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
}
