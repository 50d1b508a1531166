using DeploymentRouter.Core.Requests;
using Microsoft.AspNetCore.Http.Metadata;

namespace DeploymentRouter.Web.Api;

/// <summary>Refuses a body that is missing, or is only the word null, where an endpoint reads one.</summary>
internal static class BodyNeeded
{
    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } type && IsReadHere(type) && !context.Arguments.Any(type.IsInstanceOfType)
            ? Problems.Of(StatusCodes.Status400BadRequest, new Refusal("BodyMissing", "Send a body. The reference says what belongs in it."))
            : await next(context);

    // Endpoints that read their body themselves say only that there is one.
    private static bool IsReadHere(Type type) => type != typeof(void) && type != typeof(object) && !typeof(Stream).IsAssignableFrom(type) && !typeof(IFormFile).IsAssignableFrom(type);
}
