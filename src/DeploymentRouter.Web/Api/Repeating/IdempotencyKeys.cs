using DeploymentRouter.Persistence.Calls;
using DeploymentRouter.Web.SignIn;

namespace DeploymentRouter.Web.Api.Repeating;

/// <summary>Every POST of the API may carry an <c>Idempotency-Key</c>: tried again with the same key and body, it is answered as before and done once.</summary>
internal static class IdempotencyKeys
{
    public const string Header = "Idempotency-Key";
    public const int MaxLength = 255;

    // A longer answer of a call that can be done again is not worth its room.
    private const int MostKept = 256 * 1024;

    /// <summary>Call after sign-in: a key belongs to its caller.</summary>
    public static void UseIdempotencyKeys(this WebApplication app) => app.UseWhen(
        http => HttpMethods.IsPost(http.Request.Method) && http.Request.Headers.ContainsKey(Header) && http.Request.Path.StartsWithSegments(ApiV1.Root, StringComparison.OrdinalIgnoreCase),
        api => api.Use(RunAsync));

    private static async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        if (http.User.ToPerson() is not { Id: var caller })
        {
            await next(http);
            return;
        }

        if (http.Request.Headers[Header] is not [{ } key] || !IsKey(key))
        {
            await Problems.Of(StatusCodes.Status400BadRequest, RepeatRefusals.KeyInvalid).ExecuteAsync(http);
            return;
        }

        var calls = http.RequestServices.GetRequiredService<KeyedCalls>();
        var says = http.GetEndpoint()?.Metadata.GetMetadata<RepeatRule>() ?? new RepeatRule();
        // All of it is here before anything begins: from then on the call goes to its end, whether or not its caller waits.
        var asked = await AskedOf.HashAsync(http.Request, http.RequestAborted);
        switch (await calls.BeginAsync(caller, key, asked, says.Safely, http.RequestAborted))
        {
            case KeyedCall.Begun: await DoAsync(http, next, calls, caller, key, says); break;
            case KeyedCall.Answered again: await KeptAnswers.WriteAsync(http, again.Answer); break;
            case var met: await RepeatRefusals.Of(http, met).ExecuteAsync(http); break;
        }
    }

    private static async Task DoAsync(HttpContext http, RequestDelegate next, KeyedCalls calls, string caller, string key, RepeatRule says)
    {
        var (wire, body) = (http.Response.Body, new MemoryStream());
        http.RequestAborted = CancellationToken.None;
        http.Response.Body = body;
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException)
        {
            // It could not be read, so nothing was done.
            await calls.ForgetAsync(caller, key);
            throw;
        }
        catch
        {
            calls.CutOff(caller, key);
            throw;
        }
        finally
        {
            http.Response.Body = wire;
        }

        var bytes = body.ToArray();
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError) calls.CutOff(caller, key);
        else if (says.Safely && bytes.Length > MostKept) await calls.ForgetAsync(caller, key);
        else await calls.AnswerAsync(caller, key, KeptAnswers.Of(http.Response, bytes, isSecret: says.AnswersOnce && http.Response.StatusCode < StatusCodes.Status300MultipleChoices));
        await wire.WriteAsync(bytes);
    }

    private static bool IsKey(string text) => text.Length is > 0 and <= MaxLength && text.All(c => c is > ' ' and <= '~');
}
