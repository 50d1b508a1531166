using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Intake;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Features.Intake.Check;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>Files what a draft says, by the checks of the intake's last page.</summary>
public sealed class Filing(IntakeReader reader, SimilarRequests similar, RequestStore store, RequestDesk desk, PlaybookInForce playbook, TimeProvider time)
{
    /// <summary>What filing has come to: a new request, one that the same call filed before, or why not.</summary>
    public sealed record Result(Request? Request, bool IsNew, IResult? Problem);

    /// <summary>Why somebody files nothing, whatever it says; null: they may.</summary>
    public IResult? WhyNot(Person by) => by.TeamId == playbook.Current.FilingTeamId
        ? null
        : Problems.Refused(Refusals.NotYourAct("file a request", playbook.Current.Team(playbook.Current.FilingTeamId).Name));

    /// <param name="draft">Its id is the key under which it is filed once, however often it is tried.</param>
    public async Task<Result> SendAsync(Draft draft, Person by, Sight sight, CancellationToken cancel)
    {
        if (WhyNot(by) is { } notYours) return new Result(null, false, notYours);
        var reading = reader.Read(draft, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (await store.FindFiledAsync(draft.Id, cancel) is { } filed && filed.OpenedBy.PersonId == by.Id) return await ShownAsync(Again(filed, reading), sight, cancel);
        if (reading.Problems.Count > 0) return new Result(null, false, Problems.Fields("IntakeIncomplete", reading.Problems));
        var alike = await similar.FindAsync(reading.Facts.Name, reading.Facts.OpportunityLink, sight, cancel);
        if (!DifferentFrom.Covers(draft[DraftKeys.DifferentFrom], alike)) return new Result(null, false, Alike(alike));
        return await desk.FileAsync(draft.Id, reading, by, cancel) switch
        {
            ActResult.Done done => await ShownAsync(new Result(done.Request, true, null), sight, cancel),
            ActResult.Refused refused => new Result(null, false, Problems.Refused(refused.Refusal)),
            var other => throw new InvalidOperationException($"Filing cannot end as {other.GetType().Name}."),
        };
    }

    // What comes back is read by whoever files.
    private async Task<Result> ShownAsync(Result result, Sight sight, CancellationToken cancel) =>
        result.Request is null || sight == Sight.Everything ? result
        : await store.FindAsync(result.Request.Number, sight, cancel) is { } shown ? result with { Request = shown }
        : new Result(null, false, Problems.NotFound("request"));

    // A retried call says what the first one said; another one under the same key is a slip that would go unnoticed.
    private static Result Again(Request filed, IntakeReading reading)
    {
        var opened = (Opened)filed.History[0].What;
        return opened.Customer == reading.Facts && opened.Answers.Equals(reading.Answers)
            ? new Result(filed, false, null)
            : new Result(null, false, Problems.Of(
                StatusCodes.Status422UnprocessableEntity,
                new Refusal("KeyUsed", $"This key has filed {RequestNumber.Text(filed.Number)} already, which says something else. Use a new key for a new request.")));
    }

    private static ProblemHttpResult Alike(IReadOnlyList<SimilarRequest> alike)
    {
        var problem = Problems.Of(
            StatusCodes.Status422UnprocessableEntity,
            new Refusal("LooksLikeAnOpenRequest", $"{DifferentFrom.Problem(alike)}. To say that it is different, name the numbers in differentFrom."));
        problem.ProblemDetails.Extensions["similar"] = alike.Select(one => new { number = one.Number, customer = one.CustomerName, why = one.Why }).ToList();
        return problem;
    }
}
