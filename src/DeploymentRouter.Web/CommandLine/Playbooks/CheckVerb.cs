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
        foreach (var (called, source, fault) in PlaybookSource.Tried(arguments))
        {
            var file = source is null ? CheckedFile.Missing(called, fault!) : CheckedFile.Of(called, source);
            await streams.WriteFaultsAsync(file.Faults);
            if (arguments.Json)
                await PlaybookJson.WriteAsync(streams, json => Write(json, file));
            else if (file.Read is { } read)
                await streams.WriteAsync(Words(source!.Name, read, file));
            exit = Math.Max(exit, file.Exit);
        }
        return exit;
    }

    private static void Write(Utf8JsonWriter json, CheckedFile file)
    {
        json.WriteStartObject();
        json.WriteString("file"u8, file.Called);
        json.WriteBoolean("sound"u8, file.Exit == PlaybookVerb.Sound);
        json.WriteStartArray("findings"u8);
        foreach (var fault in file.Faults)
            Write(json, "unreadable", fault, null);
        foreach (var finding in file.Findings)
            Write(json, finding.Kind, file.Read!.At(finding.Where, finding.Message), finding.Example?.Answers);
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

    private static string Words(string name, ReadRules read, CheckedFile file)
    {
        var text = new StringBuilder();
        foreach (var finding in file.Findings)
        {
            text.Append(read.At(finding.Where, finding.Message)).Append('\n');
            if (finding.SuggestedRow is { } row)
                text.Append("  A row that would help:\n").Append(Indented(RowYaml.Of(row)));
        }
        var (rules, laws, tests) = (read.Rules.Definition, read.Rules.Laws.Count, read.Tested?.Tests.Count ?? 0);
        text.Append(file.Findings.Count == 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{name} is sound: every combination of answers to its {rules.Questions.Count} questions has one outcome, each of its {rules.Rules.Count} rows and {rules.Conditions.Count} conditions can matter, its {laws} laws hold, and its {tests} tests pass.\n")
            : string.Create(CultureInfo.InvariantCulture, $"{name}: {file.Findings.Count} {(file.Findings.Count == 1 ? "finding" : "findings")}.\n"));
        return text.ToString();
    }

    private static string Indented(string lines) =>
        string.Concat(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"  {line}\n"));
}
