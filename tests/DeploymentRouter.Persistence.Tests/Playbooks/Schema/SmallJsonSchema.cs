using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DeploymentRouter.Persistence.Tests.Playbooks.Schema;

/// <summary>
/// The part of JSON Schema 2020-12 that the playbook's schema uses; anything else in a schema is an error, so that nothing
/// is silently passed over.
/// </summary>
internal sealed class SmallJsonSchema(JsonNode root)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$defs", "title", "description"];

    public bool Accepts(JsonNode? value) => Accepts(root, value);

    private bool Accepts(JsonNode schema, JsonNode? value)
    {
        if (schema is JsonValue always)
            return always.GetValue<bool>();
        var all = schema.AsObject();
        return all.All(pair => Annotations.Contains(pair.Key) || Holds(pair.Key, pair.Value!, all, value));
    }

    private bool Holds(string keyword, JsonNode rule, JsonObject schema, JsonNode? value) => keyword switch
    {
        "$ref" => Accepts(Resolve(rule.GetValue<string>()), value),
        "type" => Names(rule).Any(name => IsOfType(name, value)),
        "enum" => rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
        "const" => JsonNode.DeepEquals(rule, value),
        "pattern" => Text(value) is not { } text || Regex.IsMatch(text, rule.GetValue<string>()),
        "minLength" => Text(value) is not { } text || text.Length >= rule.GetValue<int>(),
        "maxLength" => Text(value) is not { } text || text.Length <= rule.GetValue<int>(),
        "minimum" => !IsOfType("integer", value) || value!.GetValue<long>() >= rule.GetValue<long>(),
        "items" => value is not JsonArray list || list.All(item => Accepts(rule, item)),
        "minItems" => value is not JsonArray list || list.Count >= rule.GetValue<int>(),
        "uniqueItems" => value is not JsonArray list || list.Select(item => item!.ToJsonString()).Distinct().Count() == list.Count,
        "required" => value is not JsonObject map || rule.AsArray().All(key => map.ContainsKey(key!.GetValue<string>())),
        "dependentRequired" => value is not JsonObject map
            || rule.AsObject().All(pair => !map.ContainsKey(pair.Key) || pair.Value!.AsArray().All(key => map.ContainsKey(key!.GetValue<string>()))),
        "minProperties" => value is not JsonObject map || map.Count >= rule.GetValue<int>(),
        "maxProperties" => value is not JsonObject map || map.Count <= rule.GetValue<int>(),
        "propertyNames" => value is not JsonObject map || map.All(pair => Accepts(rule, JsonValue.Create(pair.Key))),
        "properties" => value is not JsonObject map
            || map.All(pair => rule.AsObject().TryGetPropertyValue(pair.Key, out var inner) is false || Accepts(inner!, pair.Value)),
        "additionalProperties" => value is not JsonObject map
            || map.All(pair => schema["properties"]?.AsObject().ContainsKey(pair.Key) is true || Accepts(rule, pair.Value)),
        "anyOf" => rule.AsArray().Any(one => Accepts(one!, value)),
        "allOf" => rule.AsArray().All(one => Accepts(one!, value)),
        "if" => Accepts(rule, value) ? schema["then"] is not { } then || Accepts(then, value) : schema["else"] is not { } other || Accepts(other, value),
        "then" or "else" => true,
        _ => throw new NotSupportedException($"The keyword '{keyword}' is not known here."),
    };

    private JsonNode Resolve(string reference) => reference.Split('/').Skip(1).Aggregate(root, (node, step) => node[step]!);

    private static IEnumerable<string> Names(JsonNode rule) => rule is JsonArray several ? several.Select(one => one!.GetValue<string>()) : [rule.GetValue<string>()];

    private static string? Text(JsonNode? value) => IsOfType("string", value) ? value!.GetValue<string>() : null;

    private static bool IsOfType(string name, JsonNode? value) => name switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() is System.Text.Json.JsonValueKind.String,
        "boolean" => value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        "integer" => value is JsonValue number && number.TryGetValue<long>(out _),
        "number" => value?.GetValueKind() is System.Text.Json.JsonValueKind.Number,
        _ => throw new NotSupportedException($"The type '{name}' is not known here."),
    };
}
