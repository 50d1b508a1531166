using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DeploymentRouter.Web.Api.OpenApi;

/// <summary>What the reference says of the things that go in and out.</summary>
public sealed class SchemaDocs(XmlDocs docs) : IOpenApiSchemaTransformer
{
    private const string Json = "Json";

    // As the generator of the document keeps them beside a schema that becomes a reference.
    private const string ReferenceId = "x-schema-id";
    private const string ReferenceSays = "x-ref-description";

    /// <summary>What a shape is called: RequestJson is "Request"; any JSON needs no name of its own.</summary>
    public static string? NameOf(JsonTypeInfo type) =>
        type.Type == typeof(JsonElement) ? null
        : OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name && name.EndsWith(Json, StringComparison.Ordinal) ? name[..^Json.Length]
        : OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum) Enumeration(schema, type);
        else if (type == typeof(decimal)) schema.Format = "decimal";
        else if (type == typeof(IReadOnlyDictionary<string, JsonElement>)) schema.AdditionalProperties = new OpenApiSchema();
        else if (type == typeof(ProblemDetails)) Problem(schema);
        if (schema.Properties is not null && type.Namespace?.StartsWith(nameof(DeploymentRouter), StringComparison.Ordinal) is true) Describe(schema, context, type);
        return Task.CompletedTask;
    }

    private void Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, Type type)
    {
        schema.Description ??= docs.Summary(type);
        foreach (var property in context.JsonTypeInfo.Properties)
        {
            if (!schema.Properties!.TryGetValue(property.Name, out var described) || docs.Property(type, property.Name) is not { } says) continue;
            // What is said of a property is not said of every other one of the same shape.
            if (described is OpenApiSchema { Metadata: { } metadata } && metadata.ContainsKey(ReferenceId)) metadata[ReferenceSays] = says;
            else described.Description = says;
        }
    }

    private void Enumeration(OpenApiSchema schema, Type type)
    {
        schema.Type = JsonSchemaType.String;
        var values = Enum.GetNames(type).Select(name => (Name: JsonNamingPolicy.KebabCaseLower.ConvertName(name), Says: docs.Summary(type, name))).Where(value => value.Says is not null);
        schema.Description = string.Join('\n', [docs.Summary(type) ?? "", .. values.Select(value => $"- {value.Name}: {value.Says}")]).Trim();
    }

    private static void Problem(OpenApiSchema schema)
    {
        schema.Description = "Why not (RFC 9457).";
        schema.AdditionalPropertiesAllowed = true;
        var properties = schema.Properties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        properties[Problems.RefusalKey] = Text("The stable name of the refusal, for programs.");
        properties[Problems.LacksKey] = List("Of a stage that is not done: what it lacks.", "kind", "id", "text");
        properties[Problems.FieldsKey] = List("Of what was filled in: each field that is not right, and what to do about it.", "field", "message");
        (schema.Required ??= new HashSet<string>(StringComparer.Ordinal)).Add(Problems.RefusalKey);
        schema.Properties["detail"].Description = "A sentence for people: who can, or what to do.";
    }

    private static OpenApiSchema Text(string says) => new() { Type = JsonSchemaType.String, Description = says };

    private static OpenApiSchema List(string says, params string[] parts) => new()
    {
        Type = JsonSchemaType.Array,
        Description = says,
        Items = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = parts.ToDictionary(part => part, _ => (IOpenApiSchema)new OpenApiSchema { Type = JsonSchemaType.String }, StringComparer.Ordinal),
        },
    };
}
