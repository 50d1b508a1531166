using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary>Writes one line of JSON to standard output.</summary>
internal static class PlaybookJson
{
    public static async Task WriteAsync(Streams streams, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        // The line goes to programs and not into pages: letters stay letters.
        await using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            write(json);
        buffer.Write("\n"u8);
        await streams.Output.WriteAsync(buffer.WrittenMemory);
    }

    /// <summary>Answers as <c>decide</c> takes them; null where there are none.</summary>
    public static void Write(this Utf8JsonWriter json, string key, AnswerSet? answers)
    {
        json.WritePropertyName(key);
        if (answers is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        foreach (var (id, answer) in answers.ByQuestion)
        {
            json.WritePropertyName(id);
            AnswerJson.Write(json, answer);
        }
        json.WriteEndObject();
    }
}
