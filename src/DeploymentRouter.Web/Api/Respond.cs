using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace DeploymentRouter.Web.Api;

/// <summary>A result with its tag: <c>"7-3f9a0c12d4e5"</c>, the version where there is one, and a hash of what is said.</summary>
/// <param name="value">What is said.</param>
/// <param name="version">What <c>If-Match</c> goes by; null: it has none.</param>
internal sealed class TaggedResult<T>(T value, int? version, int status) : IResult
{
    private const int HashLetters = 12;

    public async Task ExecuteAsync(HttpContext http)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        var hash = Convert.ToHexStringLower(SHA256.HashData(json))[..HashLetters];
        var tag = new EntityTagHeaderValue(version is { } seen ? string.Create(CultureInfo.InvariantCulture, $"\"{seen}-{hash}\"") : $"\"{hash}\"");
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        if (HttpMethods.IsGet(http.Request.Method) && IsKnown(http, tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = json.Length;
        await http.Response.Body.WriteAsync(json, http.RequestAborted);
    }

    private static bool IsKnown(HttpContext http, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(http.Request.Headers.IfNoneMatch, out var known)
        && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false));
}

/// <summary>What the API answers.</summary>
internal static class Respond
{
    public static IResult Ok<T>(T value, int? version = null) => new TaggedResult<T>(value, version, StatusCodes.Status200OK);

    /// <summary>Something new, and where it is.</summary>
    public static IResult Created<T>(HttpContext http, string at, T value, int? version = null)
    {
        http.Response.Headers.Location = ApiV1.Root + at;
        return new TaggedResult<T>(value, version, StatusCodes.Status201Created);
    }
}
