using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Hosting;

/// <summary>One way into the application: a method and an address.</summary>
/// <param name="Body">What it reads its body as; null: it reads none.</param>
internal sealed record Door(string Method, RoutePattern Pattern, Type? Body)
{
    private static readonly string[] Changing = ["POST", "PUT", "PATCH", "DELETE"];

    public string Text => $"{Method} /{Pattern.RawText?.TrimStart('/')}";

    public bool Changes => Changing.Contains(Method, StringComparer.Ordinal);

    public bool IsApi => Pattern.RawText?.TrimStart('/').StartsWith("api/v1", StringComparison.Ordinal) is true;

    /// <summary>The address with a value for each parameter.</summary>
    public string Path(Func<RoutePatternParameterPart, string> value) => "/" + string.Join('/', Pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => value(parameter),
        _ => throw new InvalidOperationException(part.ToString()),
    }))));

    /// <summary>A value that fits: a number where one is asked for, else an identifier that names nothing.</summary>
    public static string Fitting(RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Any(policy => policy.Content is "int" or "long") ? "1" : Guid.Empty.ToString();
}

internal static class Doors
{
    /// <summary>Every door there is, however it was mapped; files and the circuit's own traffic apart.</summary>
    public static IReadOnlyList<Door> Of(WebApplicationFactory<Program> app) =>
    [
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText is { } text && !text.TrimStart('/').StartsWith('_') && !System.IO.Path.HasExtension(text.TrimEnd('}')))
            .SelectMany(endpoint => Methods(endpoint).Select(method => new Door(method, endpoint.RoutePattern, endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType)))
            .DistinctBy(door => door.Text)
            .OrderBy(door => door.Text, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"];
}
