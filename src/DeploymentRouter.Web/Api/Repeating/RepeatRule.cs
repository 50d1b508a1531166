namespace DeploymentRouter.Web.Api.Repeating;

/// <summary>What an endpoint says about calls that are tried again under the same key.</summary>
/// <param name="Safely">Doing it once more does nothing twice, so that a call that was cut off can be begun again.</param>
/// <param name="AnswersOnce">The answer holds a secret that is told once: it is not kept.</param>
internal sealed record RepeatRule(bool Safely = false, bool AnswersOnce = false);

internal static class RepeatingEndpoints
{
    /// <summary>Doing it once more does nothing twice.</summary>
    public static RouteHandlerBuilder RepeatsSafely(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new RepeatRule(Safely: true));

    /// <summary>The answer holds a secret that is told once.</summary>
    public static RouteHandlerBuilder AnswersOnce(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new RepeatRule(AnswersOnce: true));
}
