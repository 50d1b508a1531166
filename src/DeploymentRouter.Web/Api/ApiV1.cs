using System.Text.Json;
using System.Text.Json.Serialization;
using DeploymentRouter.Web.Api.Limits;
using DeploymentRouter.Web.Api.Requests;
using DeploymentRouter.Web.Api.Tokens;

namespace DeploymentRouter.Web.Api;

/// <summary>The REST API, <c>/api/v1</c>: everything a page can do, for programs. Its reference is <c>/openapi/v1.json</c>.</summary>
public static class ApiV1
{
    public const string Root = "/api/v1";
    public const string Document = "v1";

    // Deeper than anything asked for, shallow enough for nothing to pile up.
    private const int MaxDepth = 32;

    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.AddApiAccess();
        builder.AddApiLimits();
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi(Document);
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options => Strict(options.SerializerOptions));
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup(Root).DisableAntiforgery();
        api.MapRequests();
        api.MapTokens();
        // What is not there is said here: further on, a page would be made of it.
        app.Map("/api/{**rest}", () => Problems.Of(StatusCodes.Status404NotFound, BadInput.NothingHere)).WithOrder(int.MaxValue).ExcludeFromDescription().AllowAnonymous().DisableAntiforgery();
    }

    // A misspelt name or a missing value is told at the door instead of being passed over.
    private static void Strict(JsonSerializerOptions json)
    {
        json.MaxDepth = MaxDepth;
        json.AllowDuplicateProperties = false;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }
}
