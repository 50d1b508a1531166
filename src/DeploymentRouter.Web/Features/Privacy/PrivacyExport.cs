using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DeploymentRouter.Persistence.Privacy;
using DeploymentRouter.Web.SignIn;

namespace DeploymentRouter.Web.Features.Privacy;

/// <summary>All that is stored about a person, as a file.</summary>
public static class PrivacyExport
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string AddressOf(string personId) => $"/privacy/people/{Uri.EscapeDataString(personId)}/export";

    public static void MapPrivacyExport(this WebApplication app) => app.MapGet("/privacy/people/{personId}/export", ExportAsync);

    private static async Task<IResult> ExportAsync(string personId, HttpContext http, PersonExport export)
    {
        if (http.User.ToPerson() is not { } by) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var (all, refusal) = await export.OfAsync(personId, by, http.RequestAborted);
        // Who may not read it learns nothing of who there is.
        if (refusal is not null) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (all is null) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(Text(all), "application/json", $"person-{personId}.json");
    }

    private static byte[] Text(JsonObject all) => System.Text.Encoding.UTF8.GetBytes(all.ToJsonString(Readable));
}
