using System.Text.Json;
using Microsoft.OpenApi;

namespace DeploymentRouter.Web.Api.Reference;

/// <summary>One operation.</summary>
/// <param name="Body">What is sent; null: nothing, or <paramref name="Sends"/>.</param>
/// <param name="Sends">The kinds of body that are taken; empty: none.</param>
/// <param name="Returns">What comes back as JSON; null: something else, or nothing.</param>
/// <param name="Example">A body that can be sent as it is; null: none.</param>
/// <param name="Refusals">Those that it has beyond what every operation has.</param>
public sealed record OperationView(
    string Id, string Group, string Method, string Path, string Summary, string Says, IReadOnlyList<ParameterView> Parameters,
    TypeView? Body, string Sends, TypeView? Returns, string? Example, IReadOnlyList<string> Refusals)
{
    private const string Json = "application/json";
    private static readonly string[] OfAll = ["400", "401", "403", "409", "429"];

    // Letters stay letters: the page encodes what it shows.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static OperationView Of(HttpMethod method, string path, OpenApiOperation operation)
    {
        var body = operation.RequestBody?.Content;
        var json = body is not null && body.TryGetValue(Json, out var sent) ? sent : null;
        return new OperationView(
            operation.OperationId ?? "",
            operation.Tags?.FirstOrDefault()?.Name ?? "",
            method.Method,
            path,
            operation.Summary ?? "",
            operation.Description ?? "",
            [.. (operation.Parameters ?? []).Select(ParameterView.Of)],
            TypeView.Of(json?.Schema),
            string.Join(" or ", body?.Keys ?? []),
            TypeView.Of(Answer(operation)),
            json?.Example?.ToJsonString(Readable),
            [.. (operation.Responses ?? []).Select(response => response.Key).Where(status => status[0] is '4' && !OfAll.Contains(status, StringComparer.Ordinal)).Order(StringComparer.Ordinal)]);
    }

    /// <summary>A call of it, to be pasted.</summary>
    public string Curl(string host)
    {
        var lines = new List<string> { $"curl {(Method is "GET" ? "" : $"-X {Method} ")}{host}{Path}", """  -H "Authorization: Bearer $TOKEN" """.TrimEnd() };
        if (Example is not null) lines.AddRange([$"""  -H "Content-Type: {Json}" """.TrimEnd(), $"  -d '{Example.Replace("'", "'\\''", StringComparison.Ordinal)}'"]);
        return string.Join(" \\\n", lines);
    }

    private static IOpenApiSchema? Answer(OpenApiOperation operation) => (operation.Responses ?? [])
        .Where(response => response.Key[0] is '2')
        .Select(response => response.Value.Content is { } content && content.TryGetValue(Json, out var json) ? json.Schema : null)
        .FirstOrDefault(schema => schema is not null);
}

/// <summary>A part of the address, of the query, or a header.</summary>
public sealed record ParameterView(string Name, string Where, bool IsRequired, string Type, string Says)
{
    public static ParameterView Of(IOpenApiParameter parameter) => new(
        parameter.Name ?? "",
        parameter.In switch { ParameterLocation.Path => "address", ParameterLocation.Query => "query", ParameterLocation.Header => "header", _ => "" },
        parameter.Required,
        TypeView.Of(parameter.Schema)?.Text ?? "text",
        parameter.Description ?? "");
}
