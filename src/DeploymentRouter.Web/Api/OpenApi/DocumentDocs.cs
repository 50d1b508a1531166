using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DeploymentRouter.Web.Api.OpenApi;

/// <summary>What the reference says of the whole.</summary>
public sealed class DocumentDocs : IOpenApiDocumentTransformer
{
    public const string Token = "token";

    private const string About =
        "Everything a page can do, for programs. Calls carry an access token and may do what its owner may, within its scopes. "
        + "Refusals are application/problem+json with the name and the sentence that pages show. "
        + "GETs carry an ETag: If-None-Match gives 304 while nothing changed, and If-Match on an act does nothing once others acted. "
        + "Lists are read by following next. Times are UTC.";

    // In the order of the reference.
    private static readonly (string Name, string Says)[] Tags =
    [
        ("Me", "Who the token acts as."),
        ("Decisions", "What the playbook makes of answers. Nothing is stored."),
        ("Drafts", "The caller's drafts of requests."),
        ("Requests", "Filed, found, read."),
        ("Acts on a request", "Each act is a POST and gives the request as it is then. What the caller can do now stands in its acts."),
        ("Files", "Files on a request; a link is added, and a file removed, by an act."),
        ("Queues", "What waits for each team."),
        ("Growth", "Deployments whose growth is watched."),
        ("Playbook", "The policy in force, what would come of another one, and putting it in force."),
        ("Tokens", "Access tokens of the caller and of teams."),
        ("Webhooks", "Who is told what happens, for administrators. A message says what happened to which request and who did it, and where to read it: POST with id, type, timestamp and data, signed as Standard Webhooks has it (webhook-id, webhook-timestamp, webhook-signature)."),
        ("People and teams", "Who there is, and how teams share out their work."),
    ];

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = nameof(DeploymentRouter), Version = ApiV1.Document, Description = About };
        document.AddComponent(Token, (IOpenApiSecurityScheme)new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "drp_…",
            Description = "A personal access token from your account page.",
        });
        var known = document.Tags?.Select(tag => tag.Name).ToList() ?? [];
        document.Tags = new HashSet<OpenApiTag>([
            .. Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Says }),
            .. known.Except(Tags.Select(tag => tag.Name), StringComparer.Ordinal).Select(name => new OpenApiTag { Name = name }),
        ]);
        return Task.CompletedTask;
    }
}
