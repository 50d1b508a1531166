namespace DeploymentRouter.Web.Components.Parts;

/// <summary>For pages at addresses that name something which is not there.</summary>
public static class MissingPage
{
    /// <summary>
    /// Answers 404 with the page that is being rendered. At the last moment: a status set before the page is written would bring
    /// the page for unknown addresses, which says less. Does nothing in a circuit, where <paramref name="http"/> is null.
    /// </summary>
    public static void AnswerNotFound(this HttpContext? http)
    {
        if (http is not { Response: { HasStarted: false } response }) return;
        response.OnStarting(() =>
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }
}
