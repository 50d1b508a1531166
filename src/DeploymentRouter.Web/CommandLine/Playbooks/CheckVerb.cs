using System.Globalization;
using System.Text;
using System.Text.Json;
using DeploymentRouter.Core.Proving;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Formatting;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary><c>playbook check</c>: proves that the rules are sound and the laws hold.</summary>
internal static class CheckVerb
{
    public static async Task<int> RunAsync(PlaybookArguments arguments, Streams streams)
    {
        var exit = PlaybookVerb.Sound;
        foreach (var source in await PlaybookSource.AllAsync(arguments, streams))
            exit = Math.Max(exit, source is null ? PlaybookVerb.Unreadable : await CheckAsync(source, arguments.Json, streams));
        return exit;
    }

    private static async Task<int> CheckAsync(PlaybookSource source, bool asJson, Streams streams)
    {
        var (read, faults) = PlaybookFile.LoadRules(source.Utf8, source.Name);
        var proof = read is null ? null : PlaybookProof.Of(read.Rules);
        if (proof is { Faults.Count: > 0 })
            faults = read!.At(proof.Faults);
        // What passes the proof may still be too large to decide by; only a gap, which the proof has named, is no surprise then.
        else if (proof is not null && !proof.Findings.Any(finding => finding.Kind is ProofFinding.Uncovered))
            faults = PlaybookFile.Load(source.Utf8, source.Name).Faults;
        if (faults.Count > 0)
        {
            await streams.WriteFaultsAsync(faults);
            return PlaybookVerb.Unreadable;
        }
        if (asJson)
            await PlaybookJson.WriteAsync(streams, json => Write(json, proof!));
        else
            await streams.WriteAsync(Words(source.Name, read!, proof!));
        return proof!.IsSound ? PlaybookVerb.Sound : PlaybookVerb.Findings;
    }

    private static void Write(Utf8JsonWriter json, PlaybookProof proof)
    {
        json.WriteStartObject();
        json.WriteBoolean("sound"u8, proof.IsSound);
        json.WriteStartArray("findings"u8);
        foreach (var finding in proof.Findings)
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, finding.Kind);
            json.WriteString("where"u8, finding.Where);
            json.WriteString("message"u8, finding.Message);
            json.Write("example", finding.Example?.Answers);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Words(string name, ReadRules read, PlaybookProof proof)
    {
        var text = new StringBuilder();
        foreach (var finding in proof.Findings)
        {
            text.Append(read.At(finding.Where, finding.Message)).Append('\n');
            if (finding.SuggestedRow is { } row)
                text.Append("  A row that would help:\n").Append(Indented(RowYaml.Of(row)));
        }
        var (rules, laws) = (read.Rules.Definition, proof.Laws.Count);
        text.Append(proof.IsSound
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{name} is sound: every combination of answers to its {rules.Questions.Count} questions has one outcome, each of its {rules.Rules.Count} rows and {rules.Conditions.Count} conditions can matter, and its {laws} laws hold.\n")
            : string.Create(CultureInfo.InvariantCulture, $"{name}: {proof.Findings.Count} {(proof.Findings.Count == 1 ? "finding" : "findings")}.\n"));
        return text.ToString();
    }

    private static string Indented(string lines) =>
        string.Concat(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"  {line}\n"));
}
