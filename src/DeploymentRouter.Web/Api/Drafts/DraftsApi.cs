using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Drafts;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Api.OpenApi;
using DeploymentRouter.Web.Api.Repeating;
using DeploymentRouter.Web.Api.Requests;

namespace DeploymentRouter.Web.Api.Drafts;

/// <summary>The caller's drafts: what is typed into the intake and not sent yet. Nobody else's can be read or changed, or are known of.</summary>
internal static class DraftsApi
{
    public static void MapDrafts(this RouteGroupBuilder api)
    {
        var drafts = api.MapGroup("/drafts").WithTags("Drafts");
        drafts.MapGet("", ListAsync).Needs(TokenScope.Read).Says("ListDrafts", "List one's drafts").Gives<DraftsJson>().Tagged();
        drafts.MapPost("", StartAsync).Needs(TokenScope.Act).Says("StartDraft", "Begin a draft").Gives<DraftJson>(StatusCodes.Status201Created).Refuses(403);
        drafts.MapGet("/{id:guid}", ReadAsync).Needs(TokenScope.Read).Says("ReadDraft", "Read a draft, with what keeps it from being sent").Gives<DraftJson>().Tagged().Refuses(404);
        drafts.MapPatch("/{id:guid}", ChangeAsync).Needs(TokenScope.Act).Says("ChangeDraft", "Change fields of a draft").Gives<DraftJson>().Refuses(404, 412, 422).WithMetadata(TakesHeader.IfMatch);
        drafts.MapDelete("/{id:guid}", DiscardAsync).Needs(TokenScope.Act).Says("DiscardDraft", "Throw a draft away").Produces(StatusCodes.Status204NoContent).Refuses(404);
        drafts.MapPost("/{id:guid}/send", SendAsync).Needs(TokenScope.Act).Says("SendDraft", "Send a draft: file the request").RepeatsSafely().Gives<RequestJson>(StatusCodes.Status201Created).Gives<RequestJson>().Refuses(403, 404, 422);
    }

    private static async Task<IResult> ListAsync(HttpContext http, DraftStore drafts) =>
        Respond.Ok(new DraftsJson([.. (await drafts.OfAsync(http.Caller().Id, http.RequestAborted)).Select(one => new DraftLineJson(one.Id, one.CustomerName, one.CreatedAt, one.ChangedAt))]));

    /// <remarks>A draft that nothing was typed into yet is given again instead of another one.</remarks>
    private static async Task<IResult> StartAsync(HttpContext http, DraftStore drafts, Filing filing, DraftReading reading)
    {
        if (filing.WhyNot(http.Caller()) is { } notYours) return notYours;
        var draft = await drafts.StartAsync(http.Caller().Id, http.RequestAborted);
        return Respond.Created(http, $"/drafts/{draft.Id}", reading.Of(draft), draft.Version);
    }

    private static async Task<IResult> ReadAsync(Guid id, HttpContext http, DraftStore drafts, DraftReading reading) =>
        await drafts.FindAsync(id, http.Caller().Id, http.RequestAborted) is { } draft ? Respond.Ok(reading.Of(draft), draft.Version) : Problems.NotFound("draft");

    /// <remarks>Fields are named like those of the intake: customer.name, answer.users_full, note.users_full; null empties one. If-Match names the version that was read: when one of the fields was changed since, none is stored, and the refusal names it.</remarks>
    private static async Task<IResult> ChangeAsync(Guid id, DraftBody body, HttpContext http, DraftStore drafts, DraftReading reading)
    {
        if (!RequestTag.TryRead(http.Request.Headers.IfMatch, out var seen)) return Problems.IfMatchInvalid();
        if (reading.WhyNot(body.Fields) is { } bad) return Problems.Of(StatusCodes.Status422UnprocessableEntity, bad);
        if (await drafts.ChangeAllAsync(id, http.Caller().Id, body.Fields, seen, http.RequestAborted) is not var (draft, conflicts)) return Problems.NotFound("draft");
        return conflicts.Count == 0
            ? Respond.Ok(reading.Of(draft), draft.Version)
            : Problems.Of(StatusCodes.Status412PreconditionFailed, new Refusal("Overtaken", $"Changed since it was read, and so nothing is stored: {string.Join(", ", conflicts.Select(conflict => conflict.Key))}. Read the draft again."));
    }

    private static async Task<IResult> DiscardAsync(Guid id, HttpContext http, DraftStore drafts) =>
        await drafts.DiscardAsync(id, http.Caller().Id, http.RequestAborted) ? TypedResults.NoContent() : Problems.NotFound("draft");

    /// <remarks>Sending again gives the same one request.</remarks>
    private static async Task<IResult> SendAsync(Guid id, HttpContext http, DraftStore drafts, Filing filing, DraftFeed feed, RequestStore store)
    {
        if (await drafts.FindAsync(id, http.Caller().Id, http.RequestAborted) is not { } draft) return Problems.NotFound("draft");
        if (draft.RequestId is { } sent && await store.FindAsync(sent, await http.SightAsync(), http.RequestAborted) is { } before) return RequestTag.Tagged(http, before);
        var result = await filing.SendAsync(draft, http.Caller(), await http.SightAsync(), http.RequestAborted);
        if (result.Request is not { } request) return result.Problem!;
        feed.Publish(id);
        return result.IsNew ? RequestTag.Created(http, request) : RequestTag.Tagged(http, request);
    }
}

/// <param name="Fields">By name; null empties a field.</param>
internal sealed record DraftBody(IReadOnlyDictionary<string, string?> Fields);
