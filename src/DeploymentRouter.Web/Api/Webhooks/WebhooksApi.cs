using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Webhooks;
using DeploymentRouter.Web.Api.OpenApi;
using DeploymentRouter.Web.Api.Repeating;
using DeploymentRouter.Web.Api.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DeploymentRouter.Web.Api.Webhooks;

/// <summary>Who is told what happens, for administrators.</summary>
internal static class WebhooksApi
{
    public static void MapWebhooks(this RouteGroupBuilder api)
    {
        var hooks = api.MapGroup("/webhooks").WithTags("Webhooks");
        hooks.MapGet("", ListAsync).Looks("ListWebhooks", "List webhooks").Gives<WebhooksJson>().Tagged();
        hooks.MapGet("/events", ListEvents).Looks("ListWebhookEvents", "List the types of events").Gives<WebhookEventsJson>().Tagged();
        hooks.MapPost("", MakeAsync).Looks("MakeWebhook", "Make a webhook; its secret is in the answer and nowhere else").AnswersOnce().Gives<NewWebhookJson>(StatusCodes.Status201Created).Refuses(422);
        var hook = hooks.MapGroup("/{id:guid}");
        hook.MapGet("", ReadAsync).Looks("ReadWebhook", "Read a webhook").Gives<WebhookJson>().Tagged().Refuses(404);
        hook.MapPut("", ChangeAsync).Looks("ChangeWebhook", "Change what a webhook takes and where it goes").Gives<WebhookJson>().Refuses(404, 412, 422).WithMetadata(TakesHeader.IfMatch);
        hook.MapDelete("", RemoveAsync).Looks("RemoveWebhook", "Remove a webhook, with what waits and what was sent").Produces(StatusCodes.Status204NoContent).Refuses(404);
        hook.MapPost("/pause", (Guid id, HttpContext http, WebhookDesk desk) => ActAsync(http, desk.PauseAsync(id, http.Caller(), http.RequestAborted))).Looks("PauseWebhook", "Pause a webhook: what happens meanwhile is not told later").Gives<WebhookJson>().Refuses(404);
        hook.MapPost("/resume", (Guid id, HttpContext http, WebhookDesk desk) => ActAsync(http, desk.ResumeAsync(id, http.Caller(), http.RequestAborted))).Looks("ResumeWebhook", "Resume a webhook, beginning with what waits").Gives<WebhookJson>().Refuses(404);
        hook.MapPost("/rotate-secret", RotateAsync).Looks("RotateWebhookSecret", "Give a webhook another secret; the one before signs too for 24 hours").AnswersOnce().Gives<NewWebhookJson>().Refuses(404);
        hook.MapPost("/ping", (Guid id, HttpContext http, WebhookDesk desk) => AskAsync(desk.PingAsync(id, http.Caller(), http.RequestAborted))).Looks("PingWebhook", "Send a test, tried once").Gives<DeliveryJson>(StatusCodes.Status202Accepted).Refuses(404);
        hook.MapGet("/deliveries", DeliveriesAsync).Looks("ListDeliveries", "List what was sent and what waits").Gives<DeliveriesJson>().Tagged().Refuses(404);
        hook.MapPost("/deliveries/{delivery:long}/redeliver", (Guid id, long delivery, HttpContext http, WebhookDesk desk) => AskAsync(desk.SendAgainAsync(id, delivery, http.Caller(), http.RequestAborted))).Looks("Redeliver", "Send a delivery again, under the same id").Gives<DeliveryJson>(StatusCodes.Status202Accepted).Refuses(404);
    }

    private static async Task<IResult> ListAsync(HttpContext http, WebhookDesk desk)
    {
        var (lines, refusal) = await desk.ListAsync(http.Caller(), http.RequestAborted);
        return refusal is null ? Respond.Ok(new WebhooksJson([.. lines.Select(WebhookJson.Of)])) : Problems.Refused(refusal);
    }

    private static IResult ListEvents(HttpContext http, PlaybookInForce playbook) => Rights.WhyNot(Right.ManageWebhooks, http.Caller(), playbook.Current) is { } refusal
        ? Problems.Refused(refusal)
        : Respond.Ok(new WebhookEventsJson([.. WebhookEvents.All.Select(one => new WebhookEventJson(one.Type, one.Says))]));

    private static async Task<IResult> MakeAsync(WebhookBody body, HttpContext http, WebhookDesk desk)
    {
        var (made, refusal) = await desk.MakeAsync(body.Wish, http.Caller(), http.RequestAborted);
        return made is null ? Problems.Refused(refusal!) : Respond.Created(http, $"/webhooks/{made.Line.Id}", new NewWebhookJson(made.Secret, WebhookJson.Of(made.Line)), made.Line.Version);
    }

    private static Task<IResult> ReadAsync(Guid id, HttpContext http, WebhookDesk desk) => ActAsync(http, desk.FindAsync(id, http.Caller(), http.RequestAborted));

    private static async Task<IResult> ChangeAsync(Guid id, WebhookBody body, HttpContext http, WebhookDesk desk)
    {
        if (!RequestTag.TryRead(http.Request.Headers.IfMatch, out var seen)) return Problems.IfMatchInvalid();
        return await ActAsync(http, desk.ChangeAsync(id, seen is int.MaxValue ? null : seen, body.Wish, http.Caller(), http.RequestAborted));
    }

    private static async Task<IResult> RemoveAsync(Guid id, HttpContext http, WebhookDesk desk) =>
        (await desk.RemoveAsync(id, http.Caller(), http.RequestAborted)).Refusal is { } refusal ? Refused(refusal) : TypedResults.NoContent();

    private static async Task<IResult> RotateAsync(Guid id, HttpContext http, WebhookDesk desk)
    {
        var (made, refusal) = await desk.RotateAsync(id, http.Caller(), http.RequestAborted);
        return made is null ? Refused(refusal!) : Respond.Ok(new NewWebhookJson(made.Secret, WebhookJson.Of(made.Line)), made.Line.Version);
    }

    /// <remarks>The newest first. A page has at most 50; follow next until it is null.</remarks>
    /// <param name="state">Only these: waiting, delivered or given-up.</param>
    /// <param name="after">From next: the delivery after which the page begins.</param>
    private static async Task<IResult> DeliveriesAsync(Guid id, HttpContext http, WebhookDesk desk, string? state = null, long? after = null)
    {
        if (Paging.Unknown(nameof(state), state, DeliveryStates.Names) is { } unknown) return unknown;
        var (page, refusal) = await desk.DeliveriesAsync(id, DeliveryStates.Of(state), after, http.Caller(), http.RequestAborted);
        if (page is null) return refusal is null ? Problems.NotFound("webhook") : Problems.Refused(refusal);
        var next = page.HasOlder ? Paging.At(http, nameof(after), FormattableString.Invariant($"{page.Items[^1].Id}")) : null;
        Paging.Link(http, next, previous: null);
        return Respond.Ok(new DeliveriesJson([.. page.Items.Select(DeliveryJson.Of)], next));
    }

    private static RouteHandlerBuilder Looks(this RouteHandlerBuilder endpoint, string name, string summary) => endpoint.Needs(TokenScope.Manage).Says(name, summary).Refuses(403);

    private static async Task<IResult> ActAsync(HttpContext http, Task<(WebhookLine? Line, Refusal? Refusal)> act) => await act switch
    {
        ({ } line, _) => Respond.Ok(WebhookJson.Of(line), line.Version),
        (_, { } refusal) => Refused(refusal),
        _ => Problems.NotFound("webhook"),
    };

    private static async Task<IResult> AskAsync(Task<(DeliveryLine? Delivery, Refusal? Refusal)> asking) => await asking is ({ } delivery, _)
        ? TypedResults.Json(DeliveryJson.Of(delivery), statusCode: StatusCodes.Status202Accepted)
        : Refused((await asking).Refusal!);

    private static ProblemHttpResult Refused(Refusal refusal) =>
        refusal == WebhookDesk.NoSuchWebhook ? Problems.NotFound("webhook")
        : refusal == WebhookDesk.NoSuchDelivery ? Problems.NotFound("delivery")
        : refusal == WebhookDesk.Overtaken ? Problems.Of(StatusCodes.Status412PreconditionFailed, refusal)
        : Problems.Refused(refusal);
}
