using DeploymentRouter.Persistence.Intake;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Intake.Check;

/// <summary>What keeps a draft from being sent. Open answers never do.</summary>
public static class SendErrors
{
    public static IEnumerable<FieldError> Of(IntakeState state, IReadOnlyList<SimilarRequest> similar)
    {
        if (!DifferentFrom.Covers(state.Session, similar)) yield return new FieldError(DifferentFrom.FieldId, DifferentFrom.Problem(similar));
        foreach (var key in state.Session.Conflicts) yield return At(key, $"Two tabs disagree. {StepErrors.Undecided}");
        foreach (var problem in state.Reading.Problems) yield return At(problem.Key, problem.Message);

        FieldError At(string key, string message) => new(IntakeLinks.FieldId(key), message) { Href = state.Links.Change(state.Playbook, key) };
    }
}
