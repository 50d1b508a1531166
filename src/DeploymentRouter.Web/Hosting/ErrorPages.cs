using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Web.Api;
using DeploymentRouter.Web.Assistants;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace DeploymentRouter.Web.Hosting;

/// <summary>What is answered when something of ours has failed: a page to people, a problem to programs.</summary>
public static class ErrorPages
{
    private const string Page = "/error";
    private const int BusySeconds = 5;
    private const string Sentence = "Something went wrong on our side, and the fault has been written to the log. Try again in a minute.";

    private static readonly Refusal Broken = new("BrokenHere", "Something went wrong on our side, and the fault has been written to the log. It is not known what was done: read before trying again.");
    private static readonly Refusal Busy = new("Busy", FormattableString.Invariant($"The database was busy for too long. Try again in {BusySeconds} seconds."));

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(Page, createScopeForErrors: true);
        app.Use(async (http, next) => await (http.Features.Get<IExceptionHandlerPathFeature>() is { } failed ? TellAsync(http, failed, next) : next(http)));
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(async (http, next) =>
        {
            await next(http);
            // The page speaks about a missing address only, to who opens it; whatever sends something there, or calls the API, wants the status.
            if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = http.Response.StatusCode is StatusCodes.Status404NotFound && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) && !http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        });
    }

    private static Task TellAsync(HttpContext http, IExceptionHandlerPathFeature failed, RequestDelegate next)
    {
        var isBusy = DatabaseBusy.IsBehind(failed.Error);
        if (isBusy)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = BusySeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return IsProgram(failed.Path)
            ? Problems.Of(http.Response.StatusCode, isBusy ? Busy : Broken).ExecuteAsync(http)
            : ShowAsync(http, next);
    }

    private static bool IsProgram(PathString asked) =>
        asked.StartsWithSegments(ApiV1.Root, StringComparison.OrdinalIgnoreCase) || asked.StartsWithSegments(AssistantsEndpoint.Path, StringComparison.OrdinalIgnoreCase);

    // The page is read, whatever was being sent when it failed: a form or JSON would be refused at its door.
    private static async Task ShowAsync(HttpContext http, RequestDelegate next)
    {
        var request = http.Request;
        var (method, type) = (request.Method, request.ContentType);
        (request.Method, request.ContentType, request.ContentLength, request.Body) = (HttpMethods.Get, null, null, Stream.Null);
        http.Features.Set<IFormFeature>(null);
        try
        {
            await next(http);
        }
        catch (Exception again) when (!http.Response.HasStarted)
        {
            // What has failed, the page needs too: to look up who reads it.
            http.RequestServices.GetRequiredService<ILogger<Components.Error>>().LogError(again, "The page that speaks of a failure failed as well");
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(Sentence, http.RequestAborted);
        }
        finally
        {
            // The log says what was asked for.
            (request.Method, request.ContentType) = (method, type);
        }
    }
}
