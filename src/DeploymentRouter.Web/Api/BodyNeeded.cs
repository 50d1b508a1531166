using DeploymentRouter.Core.Requests;
using Microsoft.AspNetCore.Http.Metadata;

namespace DeploymentRouter.Web.Api;

/// <summary>Refuses a body that is missing, is only the word null, or has a null where an element belongs, where an endpoint reads one.</summary>
internal static class BodyNeeded
{
    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is not { } type || !IsReadHere(type)) return await next(context);
        if (context.Arguments.FirstOrDefault(type.IsInstanceOfType) is not { } body)
            return Problems.Of(StatusCodes.Status400BadRequest, new Refusal("BodyMissing", "Send a body. The reference says what belongs in it."));
        return NullsInside.PathIn(body) is { } path ? Problems.Of(StatusCodes.Status400BadRequest, BadInput.UnreadableAt(path)) : await next(context);
    }

    // Endpoints that read their body themselves say only that there is one.
    private static bool IsReadHere(Type type) => type != typeof(void) && type != typeof(object) && !typeof(Stream).IsAssignableFrom(type) && !typeof(IFormFile).IsAssignableFrom(type);
}
