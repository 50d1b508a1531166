using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Detail.Dialogs;

/// <summary>What the asking for an operation lacks, field by field.</summary>
public static class OperationProblems
{
    public static IEnumerable<FieldError> Of(
        Request request, Operation operation, DateOnly? until, IReadOnlyDictionary<string, string> values, string reason, string confirmation, DateTime now)
    {
        if (operation.Effect is OperationEffect.Extends && request.WhyNotUntil(operation, until, now) is { } reach)
            yield return new FieldError("act-until", reach.Sentence);
        foreach (var error in FormView.Problems(operation.Fields, values)) yield return error;
        foreach (var field in operation.Fields.Where(field => field.Required && string.IsNullOrWhiteSpace(values.GetValueOrDefault(field.Id))))
            yield return new FieldError(FormView.InputId(field.Id), $"{field.Label}: fill it in");
        if (string.IsNullOrWhiteSpace(reason)) yield return new FieldError("act-reason", "Write why. The team that carries it out reads it.");
        if (request.ToConfirm(operation) is { } wanted && confirmation.Trim() != wanted)
            yield return new FieldError("act-confirm", Refusals.NotConfirmed(wanted).Sentence);
    }
}
