using Microsoft.OpenApi;

namespace DeploymentRouter.Web.Api.Reference;

/// <summary>The shape of something that goes in or out: its properties, or the values it can have.</summary>
/// <param name="Says">Lines.</param>
public sealed record ShapeView(string Name, IReadOnlyList<string> Says, IReadOnlyList<PropertyView> Properties, IReadOnlyList<string> Values)
{
    public static ShapeView Of(string name, IOpenApiSchema schema) => new(
        name,
        (schema.Description ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries),
        [.. schema.Properties?.Select(property => PropertyView.Of(property.Key, property.Value, schema.Required?.Contains(property.Key) ?? false)) ?? []],
        [.. (schema.Enum ?? []).Select(value => value.GetValue<string>())]);
}

public sealed record PropertyView(string Name, TypeView Type, bool IsRequired, string Says)
{
    public static PropertyView Of(string name, IOpenApiSchema schema, bool isRequired) =>
        new(name, TypeView.Of(schema)!, isRequired, schema.Description ?? "");
}

/// <summary>A type in words.</summary>
/// <param name="Shape">The shape it leads to; null: the words say it.</param>
public sealed record TypeView(string Text, string? Shape, bool CanBeNull)
{
    public static TypeView? Of(IOpenApiSchema? schema)
    {
        if (schema is null) return null;
        if (schema is OpenApiSchemaReference reference) return new TypeView(reference.Reference.Id!, reference.Reference.Id, CanBeNull: false);
        if (schema.OneOf?.Select(Of).FirstOrDefault(one => one?.Shape is not null) is { } shaped) return shaped with { CanBeNull = true };
        var canBeNull = schema.Type is { } type && type.HasFlag(JsonSchemaType.Null);
        return (schema.Type & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.Array when Of(schema.Items) is { } item => new TypeView($"list of {item.Text}", item.Shape, canBeNull),
            JsonSchemaType.Object when Of(schema.AdditionalProperties) is { } value => new TypeView($"{value.Text} by name", value.Shape, canBeNull),
            JsonSchemaType.Object => new TypeView("object", null, canBeNull),
            JsonSchemaType.Boolean => new TypeView("true or false", null, canBeNull),
            JsonSchemaType.Integer => new TypeView("whole number", null, canBeNull),
            JsonSchemaType.Number => new TypeView("number", null, canBeNull),
            JsonSchemaType.String => new TypeView(Words(schema.Format), null, canBeNull),
            _ => new TypeView("any JSON", null, CanBeNull: false),
        };
    }

    private static string Words(string? format) => format switch
    {
        "date" => "date",
        "date-time" => "time, UTC",
        "uuid" => "UUID",
        "binary" => "bytes",
        _ => "text",
    };
}
