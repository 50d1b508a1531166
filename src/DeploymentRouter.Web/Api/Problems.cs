using System.Globalization;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DeploymentRouter.Web.Api;

/// <summary>What the API answers instead of a result: the refusals that pages show, as <c>application/problem+json</c> (RFC 9457).</summary>
public static class Problems
{
    /// <summary>Of every refusal: its stable name, for programs.</summary>
    public const string RefusalKey = "refusal";

    /// <summary>Of a stage that is not done: what it lacks.</summary>
    public const string LacksKey = "lacks";

    /// <summary>Of what was filled in: each field that is not right, and what to do about it.</summary>
    public const string FieldsKey = "fields";

    // Refusals about who asks rather than about what is asked.
    private static readonly HashSet<string> AboutTheCaller = new(StringComparer.Ordinal)
    {
        nameof(Refusals.NotYourStage), nameof(Refusals.NotYourAct), nameof(Refusals.NotYourQuestion), nameof(Refusals.DifferentPersonNeeded),
        nameof(Refusals.DecidedByLead), "NotTheLead", "NotAnAdministrator", "NotAPlaybookOwner", "Commercial", "TokenScopeTooNarrow", "TokenScopeTooWide", "NotATokensWork", "AccountNotYours",
    };

    /// <summary>403 when it is about who asks, else 422.</summary>
    public static ProblemHttpResult Refused(Refusal refusal) => Of(
        AboutTheCaller.Contains(refusal.Name) ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity, refusal);

    /// <summary>A refusal under a status of its own.</summary>
    public static ProblemHttpResult Of(int status, Refusal refusal)
    {
        var problem = new ProblemDetails { Type = $"urn:deployment-router:refusal:{refusal.Name}", Title = "Not possible", Detail = refusal.Sentence, Status = status };
        problem.Extensions[RefusalKey] = refusal.Name;
        if (refusal.Lacks.Count > 0) problem.Extensions[LacksKey] = refusal.Lacks.Select(lack => new { kind = lack.Kind.ToString(), id = lack.Id, text = lack.Text });
        return TypedResults.Problem(problem);
    }

    /// <summary>Not now: what to come back to, and after how many seconds.</summary>
    public static ProblemHttpResult Later(HttpContext http, Refusal refusal, int seconds)
    {
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Of(StatusCodes.Status429TooManyRequests, refusal);
    }

    /// <summary>Everything that is wrong with what was filled in, field by field.</summary>
    public static ProblemHttpResult Fields(string name, IEnumerable<FieldProblem> problems)
    {
        var all = problems.Select(problem => new { field = problem.Key, message = problem.Message }).ToList();
        var result = Of(StatusCodes.Status422UnprocessableEntity, new Refusal(name, string.Join(". ", all.Select(problem => problem.message)) + "."));
        result.ProblemDetails.Extensions[FieldsKey] = all;
        return result;
    }

    public static ProblemHttpResult IfMatchInvalid() =>
        Of(StatusCodes.Status400BadRequest, new("IfMatchInvalid", "If-Match: send the ETag that it was read with, or *."));

    public static ProblemHttpResult NotSignedIn() => Of(
        StatusCodes.Status401Unauthorized, new("NotSignedIn", "Send an access token: Authorization: Bearer drp_… . Your account page makes one."));

    /// <summary>There is nothing of the kind, or nothing that the caller may know of: the two are not told apart.</summary>
    public static ProblemHttpResult NotFound(string what) => Of(StatusCodes.Status404NotFound, new("NotFound", $"There is no such {what}."));
}
