using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Calls;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DeploymentRouter.Web.Api.Repeating;

/// <summary>Why a call with a key is not done.</summary>
internal static class RepeatRefusals
{
    private const string WaitSeconds = "1";

    public static Refusal KeyInvalid { get; } = new(
        "IdempotencyKeyInvalid", FormattableString.Invariant($"{IdempotencyKeys.Header}: send one key of 1 to {IdempotencyKeys.MaxLength} visible ASCII characters, for example a UUID."));

    public static ProblemHttpResult Of(HttpContext http, KeyedCall met)
    {
        switch (met)
        {
            case KeyedCall.AnotherCall:
                return Problems.Of(StatusCodes.Status422UnprocessableEntity, new Refusal("IdempotencyKeyReused", "This key came with another call before. Use a new key for a new call."));
            case KeyedCall.UnderWay:
                http.Response.Headers.RetryAfter = WaitSeconds;
                return Problems.Of(StatusCodes.Status409Conflict, new Refusal("StillUnderWay", "The first call with this key is not answered yet. Try again in a second."));
            case KeyedCall.CutOff:
                return Problems.Of(StatusCodes.Status409Conflict, new Refusal(
                    "OutcomeUnknown", "The first call with this key was cut off before its answer was kept, so it may have been done. Look whether it was; if not, send it with a new key."));
            case KeyedCall.AnsweredOnce:
                return Problems.Of(StatusCodes.Status409Conflict, new Refusal(
                    "AnsweredOnce", "The first call with this key was done, and its answer holds a secret that is told once. If it did not arrive, revoke what was made and make it anew with a new key."));
            default:
                throw new ArgumentOutOfRangeException(nameof(met), met, null);
        }
    }
}
