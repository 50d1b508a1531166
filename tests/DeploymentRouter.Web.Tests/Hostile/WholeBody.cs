using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DeploymentRouter.Web.Tests.Hostile;

/// <summary>A body with every property in it, made of what an endpoint reads, so that it is taken but for the one text that is exchanged.</summary>
internal static class WholeBody
{
    // What a word alone would be refused for.
    private static readonly Dictionary<string, Func<JsonNode?>> Fitting = new(StringComparer.Ordinal)
    {
        ["email"] = () => $"{Guid.NewGuid():N}@pebbleworks.example",
        ["team"] = () => "ie",
        ["link"] = () => "https://sales.example/1",
        ["opportunityLink"] = () => "https://sales.example/1",
        ["url"] = () => "https://sales.example/1",
        ["answers"] = () => new JsonObject(),
        ["notes"] = () => new JsonObject { ["users_full"] = "words" },
        ["fields"] = () => new JsonObject { ["customer.name"] = "words", ["note.users_full"] = "words" },
        ["asOf"] = () => "2026-03-02",
        ["differentFrom"] = () => new JsonArray(),
    };

    public static JsonNode? Of(Type type, string name = "")
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Fitting.TryGetValue(name, out var fitting)) return fitting();
        if (type == typeof(string)) return $"words {Guid.NewGuid():N}"[..20];
        if (type == typeof(bool)) return false;
        if (type.IsEnum) return JsonNamingPolicy.KebabCaseLower.ConvertName(Enum.GetNames(type)[0]);
        if (type == typeof(Guid)) return Guid.NewGuid();
        if (type == typeof(DateOnly)) return DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (type == typeof(DateTime)) return DateTime.UtcNow.AddDays(30);
        if (type.IsPrimitive || type == typeof(decimal)) return 1;
        if (type == typeof(object) || type == typeof(JsonElement)) return new JsonObject();
        if (type.IsGenericType && type.GetGenericArguments() is [var key, var value] && key == typeof(string)) return new JsonObject { ["words"] = Of(value) };
        if (typeof(IEnumerable).IsAssignableFrom(type)) return new JsonArray(Of(type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0]));
        return new JsonObject(type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(one => (Name: JsonNamingPolicy.CamelCase.ConvertName(one.Name), one.PropertyType)).Select(one => KeyValuePair.Create(one.Name, Of(one.PropertyType, one.Name))));
    }

    /// <summary>The body once for each text in it, that text exchanged.</summary>
    public static IEnumerable<(string Path, JsonNode Body)> Exchanged(JsonNode body, Func<string, string> text)
    {
        foreach (var path in Texts(body).Select(node => node.GetPath()).ToList())
        {
            var copy = body.DeepClone();
            var at = Texts(copy).Single(node => node.GetPath() == path);
            at.ReplaceWith(text(at.GetValue<string>()));
            yield return (path, copy);
        }
    }

    private static IEnumerable<JsonValue> Texts(JsonNode? node) => node switch
    {
        JsonObject all => all.SelectMany(one => Texts(one.Value)),
        JsonArray all => all.SelectMany(Texts),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => [value],
        _ => [],
    };
}
