using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using DeploymentRouter.Core.Proving;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Web.Features.Playbooks.Proof;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary><c>playbook diff</c>: which combinations of answers two playbooks decide differently, exactly, with an example of each kind.</summary>
internal static class DiffVerb
{
    // More parts than anybody reads; the JSON has them all.
    private const int MaxParts = 40;

    public static async Task<int> RunAsync(PlaybookArguments arguments, Streams streams)
    {
        if (await PlaybookPair.LoadAsync(arguments, streams) is not { } pair)
            return PlaybookVerb.Unreadable;
        if (arguments.Json)
            await PlaybookJson.WriteAsync(streams, json => Write(json, pair));
        else
            await streams.WriteAsync(Words(pair));
        return pair.Comparison.Differences.Changed.IsZero ? PlaybookVerb.Sound : PlaybookVerb.Findings;
    }

    // Counts are text: most readers of JSON keep no more than 53 bits of a number.
    private static void Write(Utf8JsonWriter json, PlaybookPair pair)
    {
        var differences = pair.Comparison.Differences;
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
            json.Write("example_before", region.From is null ? null : PlaybookPair.Known(pair.Before, region.Example.Answers));
            json.Write("example_after", region.To is null ? null : PlaybookPair.Known(pair.After, region.Example.Answers));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("text"u8);
        foreach (var part in pair.Text)
        {
            json.WriteStartObject();
            json.WriteString("where"u8, part.Where);
            json.WriteString("change"u8, part.Change);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Words(PlaybookPair pair)
    {
        var differences = pair.Comparison.Differences;
        var text = new StringBuilder();
        foreach (var region in differences.Regions)
        {
            text.Append(CultureInfo.InvariantCulture, $"{PlaybookPair.Name(pair.Before, region.From)} -> {PlaybookPair.Name(pair.After, region.To)}: {region.Count:N0} ({Share(region.Count, differences)})\n");
            text.Append("  for example ").Append(CaseWords.Of(pair.Rules, region.Example)).Append('\n');
        }
        text.Append(differences.Changed.IsZero
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{(pair.Text.Count == 0 ? "Nothing changes" : "No combination leads elsewhere")}: all {differences.Combinations:N0} combinations of answers are decided alike.\n")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{differences.Changed:N0} of {differences.Combinations:N0} combinations change ({Share(differences.Changed, differences)}).\n"));
        return text.Append(Parts(pair.Text)).ToString();
    }

    private static string Parts(IReadOnlyList<TextDifference> parts)
    {
        if (parts.Count == 0)
            return "";
        var more = parts.Count > MaxParts ? string.Create(CultureInfo.InvariantCulture, $"  and {parts.Count - MaxParts} more\n") : "";
        return $"What the text says differently:\n{string.Concat(parts.Take(MaxParts).Select(part => $"  {part.Where} ({part.Change})\n"))}{more}";
    }

    private static string Share(BigInteger part, Comparison differences) =>
        ProofWords.Share(Math.Exp(BigInteger.Log(part) - BigInteger.Log(differences.Combinations)));

    private static string Digits(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
}
