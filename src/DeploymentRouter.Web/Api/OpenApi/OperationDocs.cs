using System.Collections.Frozen;
using System.Reflection;
using DeploymentRouter.Web.Api.Playbooks;
using DeploymentRouter.Web.Api.Repeating;
using DeploymentRouter.Web.Api.Reports;
using DeploymentRouter.Web.Api.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DeploymentRouter.Web.Api.OpenApi;

/// <summary>What the reference says of each endpoint: all that its line, its handler and its rights say.</summary>
public sealed class OperationDocs(XmlDocs docs) : IOpenApiOperationTransformer
{
    private const string Problem = "application/problem+json";
    private const string Json = "application/json";

    // What stands in many addresses is said once.
    private static readonly FrozenDictionary<string, string> InAddresses = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["number"] = "The request's number, as in DR-1027.",
        ["id"] = "Its identifier.",
        ["team"] = "A team's identifier.",
        ["person"] = "A person's identifier.",
        ["delivery"] = "The delivery's identifier.",
        ["absence"] = "The absence's identifier.",
        ["entry"] = "The number of the history entry that attached it.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Always = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["400"] = "The request cannot be read.",
        ["401"] = "No token, or one that does not count.",
        ["403"] = "The token's scope or the person's rights do not reach.",
        ["409"] = "The first call with the same key is under way, or what became of it is not known.",
        ["429"] = "Too many calls; Retry-After says when to go on.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var method = metadata.OfType<MethodInfo>().FirstOrDefault();
        operation.Description = string.Join(' ', new[] { method is null ? null : docs.Remarks(method), Scope(metadata) }.OfType<string>());
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            parameter.Description ??= (method is null ? null : docs.Parameter(method, parameter.Name!)) ?? InAddresses.GetValueOrDefault(parameter.Name!);
        if (HttpMethods.IsPost(context.Description.HttpMethod ?? "")) (operation.Parameters ??= []).Add(TakesHeader.IdempotencyKey.Parameter);
        foreach (var header in metadata.OfType<TakesHeader>()) (operation.Parameters ??= []).Add(header.Parameter);
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentDocs.Token, context.Document)] = [] }];
        await RefuseAsync(operation, context, cancellationToken);
        Bodies(operation, metadata);
    }

    // The schema is made where the others are made; a response of every endpoint needs it.
    private static async Task RefuseAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), parameterDescription: null, cancel);
        foreach (var (status, says) in Always)
        {
            if (status is "409" && operation.Parameters?.Any(parameter => parameter.Name == IdempotencyKeys.Header) is not true) continue;
            (operation.Responses ??= [])[status] = new OpenApiResponse
            {
                Description = says,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [Problem] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), context.Document) },
                },
            };
        }
    }

    private static void Bodies(OpenApiOperation operation, IList<object> metadata)
    {
        if (metadata.OfType<TakesFile>().Any()) operation.RequestBody = Body(("application/octet-stream", Bytes), ("multipart/form-data", Form));
        if (metadata.OfType<TakesYaml>().Any()) operation.RequestBody = Body((PlaybookApi.Yaml, Text));
        if (metadata.OfType<GivesFile>().Any()) operation.Responses!["200"] = new OpenApiResponse { Description = "The file.", Content = Content(("application/octet-stream", Bytes)) };
        if (metadata.OfType<GivesCsv>().Any() && operation.Responses!["200"].Content is { } given) given["text/csv"] = new OpenApiMediaType { Schema = Text };
        if (operation.RequestBody?.Content is { } content && content.TryGetValue(Json, out var json) && Examples.Of(operation.OperationId!) is { } example) json.Example = example;
    }

    private static string Scope(IList<object> metadata) =>
        metadata.OfType<IAuthorizeData>().Select(data => data.Policy?.Split(':')[^1].ToLowerInvariant()).FirstOrDefault(scope => scope is not null) is { } scope
            ? $"Needs a token with the scope “{scope}”."
            : "";

    private static OpenApiSchema Text => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Bytes => new() { Type = JsonSchemaType.String, Format = "binary" };

    private static OpenApiSchema Form => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["file"] = Bytes },
    };

    private static OpenApiRequestBody Body(params (string Type, OpenApiSchema Schema)[] contents) => new() { Required = true, Content = Content(contents) };

    private static Dictionary<string, OpenApiMediaType> Content(params (string Type, OpenApiSchema Schema)[] contents) =>
        contents.ToDictionary(content => content.Type, content => new OpenApiMediaType { Schema = content.Schema }, StringComparer.Ordinal);
}

/// <summary>A header that an endpoint reads.</summary>
internal sealed record TakesHeader(string Name, string Says)
{
    public static TakesHeader IfMatch { get; } = new("If-Match", "The ETag that it was read with: if others acted since, nothing is done. Left out, it is done to whatever is there now.");

    public static TakesHeader IdempotencyKey { get; } = new(IdempotencyKeys.Header, "One key of up to 255 visible characters, for example a UUID: a retried call with the same key is done once.");

    public OpenApiParameter Parameter => new() { Name = Name, In = ParameterLocation.Header, Description = Says, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
