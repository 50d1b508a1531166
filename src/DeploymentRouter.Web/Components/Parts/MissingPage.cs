namespace DeploymentRouter.Web.Components.Parts;

/// <summary>For pages that are not there, not for everybody, or not now.</summary>
public static class MissingPage
{
    /// <summary>
    /// Answers 404 with the page that is being rendered. At the last moment: a status set before the page is written would bring
    /// the page for unknown addresses, which says less. Does nothing in a circuit, where <paramref name="http"/> is null.
    /// </summary>
    public static void AnswerNotFound(this HttpContext? http) => http.Answer(StatusCodes.Status404NotFound);

    /// <summary>Answers 403 with the page that is being rendered, in the same way.</summary>
    public static void AnswerNotYours(this HttpContext? http) => http.Answer(StatusCodes.Status403Forbidden);

    /// <summary>Answers 503 with the page that is being rendered, in the same way.</summary>
    public static void AnswerTooMany(this HttpContext? http) => http.Answer(StatusCodes.Status503ServiceUnavailable);

    private static void Answer(this HttpContext? http, int status)
    {
        if (http is not { Response: { HasStarted: false } response }) return;
        response.OnStarting(() =>
        {
            response.StatusCode = status;
            return Task.CompletedTask;
        });
    }
}
