using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DeploymentRouter.Persistence.Importing;

/// <summary>One JSON object a line; the values of an object <c>fields</c> inside it count as its own.</summary>
internal static class JsonRows
{
    private const string Inner = "fields";

    public static IEnumerable<ImportRow> Read(TextReader text)
    {
        using var lines = new BoundedLines(text).Read().GetEnumerator();
        for (var line = 1; ; line++)
        {
            string? fault = null;
            bool isThere;
            try
            {
                isThere = lines.MoveNext();
            }
            catch (DecoderFallbackException)
            {
                (isThere, fault) = (false, ImportFile.NotUtf8);
            }

            if (fault is not null) yield return ImportRow.Wrong(line, fault);
            if (!isThere) yield break;
            if (lines.Current is not { } row) yield return ImportRow.Wrong(line, string.Create(CultureInfo.InvariantCulture, $"The line has more than {ImportFile.MaxLine:N0} characters."));
            else if (!string.IsNullOrWhiteSpace(row)) yield return Row(line, row);
        }
    }

    private static ImportRow Row(int line, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind is not JsonValueKind.Object) return ImportRow.Wrong(line, "The line is not a JSON object.");
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            return Add(json.RootElement, cells, isInner: false) is { } fault ? ImportRow.Wrong(line, fault) : new ImportRow(line, cells, null);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return ImportRow.Wrong(line, "The line is not JSON.");
        }
    }

    private static string? Add(JsonElement from, Dictionary<string, string> cells, bool isInner)
    {
        foreach (var property in from.EnumerateObject())
        {
            if (!isInner && property.NameEquals(Inner) && property.Value.ValueKind is JsonValueKind.Object)
            {
                if (Add(property.Value, cells, isInner: true) is { } inside) return inside;
                continue;
            }

            if (property.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) return $"{property.Name}: write the value in quotation marks.";
            if (!cells.TryAdd(property.Name, property.Value.ToString())) return $"{property.Name} is there twice.";
        }

        return null;
    }
}
