using System.Globalization;
using System.Text;
using System.Text.Json;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary>Says what came of a replay, for people and for machines.</summary>
internal static class ReplayReport
{
    public static void Write(Utf8JsonWriter json, ReplayTally tally)
    {
        json.WriteStartObject();
        json.WriteNumber("cases"u8, tally.Cases);
        json.WriteStartArray("counts"u8);
        foreach (var ((from, to), count) in tally.Counts)
        {
            json.WriteStartObject();
            json.WriteString("from"u8, Id(from));
            json.WriteString("to"u8, Id(to));
            json.WriteNumber("count"u8, count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("moved"u8);
        foreach (var (id, from, to) in tally.Moved)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, id);
            json.WriteString("from"u8, Id(from));
            json.WriteString("to"u8, Id(to));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("ignored"u8);
        foreach (var (question, count) in tally.Ignored)
            json.WriteNumber(question, count);
        json.WriteEndObject();
        json.WriteNumber("skipped"u8, tally.Bad);
        json.WriteEndObject();
    }

    public static string Words(Playbook before, Playbook after, ReplayTally tally)
    {
        var text = new StringBuilder();
        foreach (var ((from, to), count) in tally.Counts)
            text.Append(CultureInfo.InvariantCulture, $"{count,9:N0}  {Name(before, from)}{(from == to ? " stays" : $" -> {Name(after, to)}")}\n");
        foreach (var (id, from, to) in tally.Moved)
            text.Append(CultureInfo.InvariantCulture, $"  {id}: {Name(before, from)} -> {Name(after, to)}\n");
        if (tally.Ignored.Count > 0)
            text.Append("Answers that count for nothing, because neither playbook has the question: ")
                .AppendJoin(", ", tally.Ignored.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} ({pair.Value:N0})"))).Append(".\n");
        if (tally.Bad > 0)
            text.Append(CultureInfo.InvariantCulture, $"{tally.Bad:N0} {(tally.Bad == 1 ? "line that cannot be read is" : "lines that cannot be read are")} left out.\n");
        text.Append(CultureInfo.InvariantCulture, $"{tally.Moved.Count:N0} of {tally.Cases:N0} move.\n");
        return text.ToString();
    }

    // Null is left for what needs information, as in "decide".
    private static string? Id(Said said) => said.IsTaken ? said.Outcome : PlaybookPair.NotAnAnswer;

    private static string Name(Playbook playbook, Said said) => said switch
    {
        { Outcome: { } outcome } => PlaybookPair.Name(playbook, outcome),
        { IsTaken: true } => "(needs information)",
        _ => PlaybookPair.NotAnAnswer,
    };
}
