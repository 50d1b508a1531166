using DeploymentRouter.Core.Requests;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DeploymentRouter.Web.SignIn.Passkeys;

/// <summary>What passkeys.js calls: passkeys pass between browser and server as JSON.</summary>
public static class PasskeyEndpoints
{
    private const int MaxCredential = 64 * 1024;
    private static readonly Refusal Stale = new("PageStale", "This page is from before a sign-in or a restart. Load it anew.");
    private static readonly Refusal TooMany = new("TooManyTries", SignInLimits.Sentence);

    public static void MapPasskeys(this WebApplication app)
    {
        // They check the token themselves, to answer in words.
        app.MapPost("/sign-in/passkey/options", AskAsync).AllowAnonymous().DisableAntiforgery().WithMetadata(new LocalDoorAttribute());
        app.MapPost("/sign-in/passkey", SignInAsync).AllowAnonymous().DisableAntiforgery().WithMetadata(new LocalDoorAttribute());
        app.MapPost("/account/passkeys/options", AskNewAsync).DisableAntiforgery();
        app.MapPost("/account/passkeys", AddAsync).DisableAntiforgery();
    }

    private static async Task<IResult> AskAsync(HttpContext http, IAntiforgery antiforgery, SignInLimits limits, PasskeyDoor door) =>
        !await antiforgery.IsRequestValidAsync(http) ? Refuse(Stale)
        : !limits.TryTake(http) ? Refuse(TooMany, StatusCodes.Status429TooManyRequests)
        : Json(await door.AskAsync(http));

    private static async Task<IResult> SignInAsync(string? returnUrl, HttpContext http, IAntiforgery antiforgery, PasskeyDoor door)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return Refuse(Stale);
        if (await CredentialAsync(http) is not { } credential) return Refuse(Stale);
        var (address, refusal) = await door.SignInAsync(http, credential, returnUrl);
        return address is null ? Refuse(refusal!) : TypedResults.Ok(new { address });
    }

    private static async Task<IResult> AskNewAsync(HttpContext http, IAntiforgery antiforgery, PasskeyDoor door) =>
        await antiforgery.IsRequestValidAsync(http) && http.User.ToPerson() is { } person && await door.AskNewAsync(http, person) is { } options ? Json(options) : Refuse(Stale);

    private static async Task<IResult> AddAsync(HttpContext http, IAntiforgery antiforgery, PasskeyDoor door)
    {
        if (!await antiforgery.IsRequestValidAsync(http) || http.User.ToPerson() is not { } person || await CredentialAsync(http) is not { } credential) return Refuse(Stale);
        return (await door.AddAsync(http, person, credential)).Refusal is { } refusal ? Refuse(refusal) : TypedResults.Ok(new { });
    }

    // One letter more than may come, to know that too much came.
    private static async Task<string?> CredentialAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var letters = new char[MaxCredential + 1];
        var count = await reader.ReadBlockAsync(letters, http.RequestAborted);
        return count is > 0 and <= MaxCredential ? new string(letters, 0, count) : null;
    }

    private static ContentHttpResult Json(string json) => TypedResults.Text(json, "application/json");

    private static JsonHttpResult<Refused> Refuse(Refusal refusal, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Json(new Refused(refusal.Name, refusal.Sentence), statusCode: status);

    private sealed record Refused(string Refusal, string Sentence);
}
