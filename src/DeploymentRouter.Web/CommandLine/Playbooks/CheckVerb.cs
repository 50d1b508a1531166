using System.Globalization;
using System.Text;
using System.Text.Json;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Formatting;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary><c>playbook check</c>: proves that the rules are sound and the laws hold, and runs the tests.</summary>
internal static class CheckVerb
{
    public static async Task<int> RunAsync(PlaybookArguments arguments, Streams streams)
    {
        var exit = PlaybookVerb.Sound;
        foreach (var (called, source, fault) in await PlaybookSource.TriedAsync(arguments))
        {
            var check = source is null ? PlaybookCheck.Missing(fault!) : PlaybookCheck.Of(source.Utf8, source.Name);
            await streams.WriteFaultsAsync(check.Faults);
            if (arguments.Json)
                await PlaybookJson.WriteAsync(streams, json => Write(json, called, check));
            else if (check.Read is { } read)
                await streams.WriteAsync(Words(source!.Name, read, check));
            exit = Math.Max(exit, Exit(check));
        }
        return exit;
    }

    private static int Exit(PlaybookCheck check) =>
        check.Read is null ? PlaybookVerb.Unreadable : check.Findings.Count > 0 ? PlaybookVerb.Findings : PlaybookVerb.Sound;

    private static void Write(Utf8JsonWriter json, string called, PlaybookCheck check)
    {
        json.WriteStartObject();
        json.WriteString("file"u8, called);
        json.WriteBoolean("sound"u8, Exit(check) == PlaybookVerb.Sound);
        json.WriteStartArray("findings"u8);
        foreach (var (kind, at, example) in check.All())
            Write(json, kind, at, example);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string kind, PlaybookFault at, AnswerSet? example)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, kind);
        json.WriteString("where"u8, at.Path);
        json.WriteString("message"u8, at.Message);
        json.Write("example", example);
        if (at.Line > 0)
            json.WriteNumber("line"u8, at.Line);
        else
            json.WriteNull("line"u8);
        json.WriteEndObject();
    }

    private static string Words(string name, ReadRules read, PlaybookCheck check)
    {
        var text = new StringBuilder();
        foreach (var finding in check.Findings)
        {
            text.Append(read.At(finding.Where, finding.Message)).Append('\n');
            if (finding.SuggestedRow is { } row)
                text.Append("  A row that would help:\n").Append(Indented(RowYaml.Of(row)));
        }
        var (rules, laws, tests) = (read.Rules.Definition, read.Rules.Laws.Count, read.Tested?.Tests.Count ?? 0);
        text.Append(check.Findings.Count == 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{name} is sound: every combination of answers to its {rules.Questions.Count} questions has one outcome, each of its {rules.Rules.Count} rows and {rules.Conditions.Count} conditions can matter, its {laws} laws hold, and its {tests} tests pass.\n")
            : string.Create(CultureInfo.InvariantCulture, $"{name}: {check.Findings.Count} {(check.Findings.Count == 1 ? "finding" : "findings")}.\n"));
        return text.ToString();
    }

    private static string Indented(string lines) =>
        string.Concat(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"  {line}\n"));
}
