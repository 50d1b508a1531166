namespace DeploymentRouter.Web.Api;

/// <summary>What the reference says of an endpoint, in one line each.</summary>
internal static class Describing
{
    /// <param name="name">Its operation, in the words of a program: "ListRequests".</param>
    /// <param name="summary">What it does, in the words of people.</param>
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder endpoint, string name, string summary) => endpoint.WithName(name).WithSummary(summary);

    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) => endpoint.Produces<T>(status);

    /// <summary>Which refusals it can give beyond those that every endpoint can.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses) endpoint.ProducesProblem(status);
        return endpoint;
    }

    /// <summary>A reading endpoint: a caller who names the tag that it has already is told that nothing changed.</summary>
    public static RouteHandlerBuilder Tagged(this RouteHandlerBuilder endpoint) => endpoint.Produces(StatusCodes.Status304NotModified);
}
