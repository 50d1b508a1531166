using System.Text.Json;
using System.Text.Json.Serialization;
using DeploymentRouter.Web.Api.Deciding;
using DeploymentRouter.Web.Api.Drafts;
using DeploymentRouter.Web.Api.Growth;
using DeploymentRouter.Web.Api.Imports;
using DeploymentRouter.Web.Api.Limits;
using DeploymentRouter.Web.Api.Me;
using DeploymentRouter.Web.Api.OpenApi;
using DeploymentRouter.Web.Api.Opportunities;
using DeploymentRouter.Web.Api.People;
using DeploymentRouter.Web.Api.Playbooks;
using DeploymentRouter.Web.Api.Queues;
using DeploymentRouter.Web.Api.Reference;
using DeploymentRouter.Web.Api.Reports;
using DeploymentRouter.Web.Api.Requests;
using DeploymentRouter.Web.Api.Tokens;
using DeploymentRouter.Web.Api.Webhooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;

namespace DeploymentRouter.Web.Api;

/// <summary>The REST API, <c>/api/v1</c>: everything a page can do, for programs. Its reference is <c>/openapi/v1.json</c>.</summary>
public static class ApiV1
{
    public const string Prefix = "/api";
    public const string Root = "/api/v1";
    public const string Document = "v1";

    // Deeper than anything asked for, shallow enough for nothing to pile up.
    private const int MaxDepth = 32;

    /// <summary>The largest body, in bytes; files and imports say their own.</summary>
    public const long MaxBody = 1_000_000;

    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.AddApiAccess();
        builder.AddApiLimits();
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton<Filing>().AddSingleton<DraftReading>().AddSingleton<TeamDoor>().AddSingleton<PersonDoor>().AddSingleton<ReportDoor>().AddSingleton<PlaybookBench>().AddSingleton<QueuePlaces>();
        builder.Services.AddSingleton<XmlDocs>().AddSingleton<ReferenceDocument>();
        builder.Services.AddOpenApi(Document, options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith(Root.TrimStart('/'), StringComparison.Ordinal) is true;
            options.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1;
            options.CreateSchemaReferenceId = SchemaDocs.NameOf;
            options.AddSchemaTransformer<SchemaDocs>().AddOperationTransformer<OperationDocs>().AddDocumentTransformer<DocumentDocs>();
        });
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options => Strict(options.SerializerOptions));
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup(Root).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MaxBody));
        api.AddEndpointFilter(BodyNeeded.CheckAsync);
        api.MapMe();
        api.MapDecisions();
        api.MapDrafts();
        api.MapRequests();
        api.MapQueues();
        api.MapGrowth();
        api.MapPlaybook();
        api.MapReports();
        api.MapPeople();
        api.MapTeams();
        api.MapTokens();
        api.MapImports();
        api.MapOpportunities();
        api.MapWebhooks();
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
