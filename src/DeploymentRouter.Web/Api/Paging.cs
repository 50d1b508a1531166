using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Api;

/// <summary>The addresses of the pages beside one, in the body and as <c>Link</c> headers (RFC 8288).</summary>
internal static class Paging
{
    private static readonly string[] Places = ["after", "before", "page"];

    /// <summary>The address that was asked for, at another place.</summary>
    public static string At(HttpContext http, string name, string place)
    {
        var query = QueryString.Create(http.Request.Query.Where(pair => !Places.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))).Add(name, place);
        return $"{http.Request.Path}{query}";
    }

    /// <summary>Says in the header what the body says.</summary>
    public static void Link(HttpContext http, string? next, string? previous)
    {
        string?[] links = [next is null ? null : $"<{next}>; rel=\"next\"", previous is null ? null : $"<{previous}>; rel=\"prev\""];
        if (string.Join(", ", links.OfType<string>()) is { Length: > 0 } header) http.Response.Headers.Link = header;
    }

    public static IResult NoPlace(string name) => Problems.Of(
        StatusCodes.Status400BadRequest, new Refusal("CursorInvalid", $"{name}: take the address from next or previous of a page; this is no place in the list."));

    /// <summary>A filter with a value that it does not know; a page would pass over it, a program wants to know.</summary>
    public static IResult? Unknown(string name, string? value, IEnumerable<string> known)
    {
        var all = known.Where(one => one.Length > 0).ToList();
        return string.IsNullOrEmpty(value) || all.Contains(value, StringComparer.Ordinal)
            ? null
            : Problems.Of(StatusCodes.Status400BadRequest, new Refusal("FilterUnknown", $"{name}: choose one of {string.Join(", ", all)}."));
    }
}
