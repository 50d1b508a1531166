using System.Text.Json;

namespace DeploymentRouter.Web.CommandLine;

internal static class JsonLists
{
    public static void WriteStrings(this Utf8JsonWriter json, string key, IEnumerable<string> values)
    {
        json.WriteStartArray(key);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
