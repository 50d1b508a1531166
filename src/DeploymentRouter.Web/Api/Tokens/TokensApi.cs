using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.Api.Repeating;
using DeploymentRouter.Web.SignIn;

namespace DeploymentRouter.Web.Api.Tokens;

/// <summary>Access tokens of the caller and of teams.</summary>
internal static class TokensApi
{
    public static void MapTokens(this RouteGroupBuilder api)
    {
        var tokens = api.MapGroup("/tokens").WithTags("Tokens");
        tokens.MapGet("", ListAsync).Needs(TokenScope.Manage).WithName("ListTokens").WithSummary("List the caller's tokens, or a team's")
            .Produces<IReadOnlyList<TokenJson>>().ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        tokens.MapPost("", MakeAsync).Needs(TokenScope.Manage).WithName("MakeToken").WithSummary("Make a token; its key is in the answer and nowhere else")
            .AnswersOnce().Produces<NewTokenJson>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        tokens.MapDelete("/{id:guid}", RevokeAsync).Needs(TokenScope.Manage).WithName("RevokeToken").WithSummary("Revoke a token at once and for good")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(string? team, HttpContext http, TokenDesk desk)
    {
        var (tokens, refusal) = await desk.ListAsync(team, http.Caller(), http.RequestAborted);
        return refusal is null ? TypedResults.Ok(tokens.Select(TokenJson.Of).ToList()) : Problems.Refused(refusal);
    }

    private static async Task<IResult> MakeAsync(NewTokenBody body, HttpContext http, TokenDesk desk)
    {
        var (made, refusal) = await desk.MakeAsync(new TokenWish(body.Name, body.Scopes, body.Days, body.Team), http.Caller(), TokenSignIn.BoundsOf(http), http.RequestAborted);
        return made is null ? Problems.Refused(refusal!) : TypedResults.Json(new NewTokenJson(made.Key, TokenJson.Of(made.Line)), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> RevokeAsync(Guid id, HttpContext http, TokenDesk desk) =>
        (await desk.RevokeAsync(id, http.Caller(), http.RequestAborted)).Succeeded ? TypedResults.NoContent() : Problems.NotFound("token");
}
