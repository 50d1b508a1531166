using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.CommandLine.Deciding;

/// <summary>Writes one line of JSON for each case: UTF-8, no byte order mark, each line ended by a line feed.</summary>
public sealed class DecisionWriter : IDisposable
{
    private readonly Stream output;
    private readonly ArrayBufferWriter<byte> buffer = new(64 * 1024);
    private readonly Utf8JsonWriter json;

    public DecisionWriter(Stream output)
    {
        this.output = output;
        // The lines go to programs and not into pages: letters stay letters.
        json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public void Write(string id, Decision decision)
    {
        WriteDecision(id, decision);
        EndLine();
    }

    /// <summary>The decision with all that can be said about it.</summary>
    public void Write(string id, Explanation explanation)
    {
        WriteDecision(id, explanation.Decision);
        ExplanationWriter.Write(json, explanation);
        EndLine();
    }

    public void WriteError(string? id, string error)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteString("error"u8, error);
        EndLine();
    }

    public async Task FlushAsync()
    {
        await output.WriteAsync(buffer.WrittenMemory);
        await output.FlushAsync();
        buffer.ResetWrittenCount();
    }

    public void Dispose() => json.Dispose();

    private void WriteDecision(string id, Decision decision)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteStartArray("possible"u8);
        foreach (var strategy in decision.Possible)
            json.WriteStringValue(strategy);
        json.WriteEndArray();
        json.WriteStartArray("open"u8);
        foreach (var question in decision.Open)
            json.WriteStringValue(question.Id);
        json.WriteEndArray();
        json.WriteString("strategy"u8, decision.Outcome);
        json.WriteString("rule"u8, decision.Rule?.Id);
        json.WriteString("because"u8, decision.Rule?.Because);
    }

    private void EndLine()
    {
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        buffer.GetSpan(1)[0] = (byte)'\n';
        buffer.Advance(1);
    }
}
