using System.Text.Json;
using System.Text.Json.Nodes;
using DeploymentRouter.Web.Api;
using DeploymentRouter.Web.Api.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class OpenApiTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Address = "/openapi/v1.json";

    [Fact]
    public async Task The_document_is_valid_OpenAPI_3_1()
    {
        var text = await app.CreateClient().GetStringAsync(Address);
        var read = OpenApiDocument.Parse(text, "json");

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Document!.Validate(ValidationRuleSet.GetDefaultRuleSet()));
        Assert.StartsWith("3.1", JsonDocument.Parse(text).RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_endpoint_says_its_name_what_it_does_what_comes_of_it_and_what_opens_it()
    {
        var paths = (await DocumentAsync())["paths"]!.AsObject();
        var endpoints = Endpoints().ToList();
        Assert.True(endpoints.Count > 70, $"{endpoints.Count} endpoints");

        var lacking = new List<string>();
        foreach (var (method, path) in endpoints)
        {
            var operation = paths[path]?[method];
            if (operation is null) lacking.Add($"{method} {path} is not in the document");
            else
            {
                lacking.AddRange(new[] { "operationId", "summary", "description", "tags", "responses", "security" }.Where(part => Length(operation[part]) == 0).Select(part => $"{method} {path}: {part}"));
                lacking.AddRange(new[] { "400", "401", "403", "429" }.Where(status => operation["responses"]?[status] is null).Select(status => $"{method} {path}: {status}"));
                lacking.AddRange((operation["parameters"]?.AsArray() ?? []).Where(parameter => Length(parameter!["description"]) == 0).Select(parameter => $"{method} {path}: {parameter!["name"]}"));
                if (!operation["responses"]!.AsObject().Any(response => response.Key[0] is '2')) lacking.Add($"{method} {path}: no success");
            }
        }

        Assert.Empty(lacking);
        Assert.Equal(endpoints.Count, paths.Where(path => path.Key.StartsWith(ApiV1.Root, StringComparison.Ordinal)).Sum(path => path.Value!.AsObject().Count));
    }

    [Fact]
    public async Task Names_are_given_once_and_every_reference_leads_somewhere()
    {
        var document = await DocumentAsync();
        var names = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!["operationId"]!.GetValue<string>()).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(References(document), reference => Assert.NotNull(reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)document, (node, part) => node?[part])));
        Assert.Equal("bearer", document["components"]!["securitySchemes"]!["token"]!["scheme"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_goes_in_and_out_is_described_and_enumerations_are_text()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!.AsObject();
        Assert.Contains("undecided", schemas["Request"]!["properties"]!["strategy"]!["description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("on hold", schemas["Request"]!["properties"]!["hold"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("on hold", schemas["Hold"]!["description"]?.GetValue<string>() ?? "", StringComparison.Ordinal);
        Assert.Contains("on-hold", schemas["RequestState"]!["enum"]!.AsArray().Select(value => value!.GetValue<string>()));
        Assert.Equal("string", schemas["RequestState"]!["type"]!.GetValue<string>());
        Assert.Contains("refusal", schemas["ProblemDetails"]!["properties"]!.AsObject().Select(property => property.Key));
    }

    [Theory]
    [InlineData("Decide", "/api/v1/decisions")]
    [InlineData("ExplainDecision", "/api/v1/decisions/explain")]
    [InlineData("DecideMany", "/api/v1/decisions/batch")]
    [InlineData("FileRequest", "/api/v1/requests")]
    [InlineData("Comment", "/api/v1/requests/1001/acts/comment")]
    public async Task Examples_can_be_sent_as_they_are(string operation, string path)
    {
        using var api = await app.ApiAsync("wren-lanternby");
        var answer = await api.SendAsync(HttpMethod.Post, path, Examples.Of(operation));

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Examples_stand_at_operations_that_there_are()
    {
        var names = (await DocumentAsync())["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject())
            .Where(operation => operation.Value!["requestBody"]?["content"]?["application/json"]?["example"] is not null)
            .Select(operation => operation.Value!["operationId"]!.GetValue<string>());

        Assert.Equal(Examples.Operations.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    private IEnumerable<(string Method, string Path)> Endpoints() =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = System.Text.RegularExpressions.Regex.Replace("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), ":[a-z]+}", "}").TrimEnd('/')
        where path.StartsWith(ApiV1.Root, StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
        select (method.ToLowerInvariant(), path);

    private async Task<JsonNode> DocumentAsync() => JsonNode.Parse(await app.CreateClient().GetStringAsync(Address))!;

    private static int Length(JsonNode? node) => node switch
    {
        JsonArray array => array.Count,
        JsonObject entries => entries.Count,
        JsonValue value => value.GetValue<string>().Length,
        _ => 0,
    };

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject entries => entries.SelectMany(entry => entry.Key == "$ref" ? [entry.Value!.GetValue<string>()] : References(entry.Value)),
        JsonArray array => array.SelectMany(References),
        _ => [],
    };
}
