using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Web.Features.Intake.Check;

/// <summary>A stage's promise before it has begun.</summary>
public static class TargetWords
{
    /// <summary>", within 24 hours"; empty: nothing is promised, or it depends on what is still to be filled in.</summary>
    public static string Of(Stage stage) => stage.Targets switch
    {
        [{ WhenFieldId: null, Duration: EstimateDays aim }, ..] => $", {TargetText.Of(aim)}",
        [{ WhenFieldId: null, Duration: not OfficeHoursElseWorkingDays and var promise }, ..] => $", within {TargetText.Of(promise)}",
        _ => "",
    };
}
