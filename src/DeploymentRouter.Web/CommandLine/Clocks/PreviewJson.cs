using System.Globalization;
using System.Text.Json;
using DeploymentRouter.Core.Clocks;

namespace DeploymentRouter.Web.CommandLine.Clocks;

/// <summary>What <c>clock preview --json</c> prints.</summary>
internal static class PreviewJson
{
    public static void Write(Utf8JsonWriter json, ClockPreview preview)
    {
        json.WriteStartObject();
        json.WriteString("now"u8, preview.Now);
        json.WriteNumber("open"u8, preview.Open);
        json.WriteStartObject("late"u8);
        json.WriteNumber("before"u8, preview.LateBefore);
        json.WriteNumber("after"u8, preview.LateAfter);
        Write(json, "become"u8, preview.BecomeLate);
        Write(json, "stop"u8, preview.StopBeingLate);
        json.WriteEndObject();
        json.WriteStartObject("attainment"u8);
        json.WriteString("from"u8, Text(preview.QuarterFrom));
        json.WriteString("until"u8, Text(preview.QuarterUntil));
        Write(json, "before"u8, preview.Total.Before);
        Write(json, "after"u8, preview.Total.After);
        json.WriteStartArray("stages"u8);
        foreach (var stage in preview.Stages)
        {
            json.WriteStartObject();
            json.WriteString(stage.IsOperation ? "operation"u8 : "stage"u8, stage.StageId);
            Write(json, "before"u8, stage.Before);
            Write(json, "after"u8, stage.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> key, IReadOnlyList<int> numbers)
    {
        json.WriteStartArray(key);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> key, Attainment part)
    {
        json.WriteStartObject(key);
        json.WriteNumber("met"u8, part.Met);
        json.WriteNumber("ended"u8, part.Ended);
        json.WriteEndObject();
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
