using System.Globalization;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Web.Features.Intake.Check;

/// <summary>A stage's promise before it has begun.</summary>
public static class TargetWords
{
    /// <summary>", within 24 hours"; empty: nothing is promised, or it depends on what is still to be filled in.</summary>
    public static string Of(Stage stage) => stage.Targets switch
    {
        [{ WhenFieldId: null, Duration: var promise }, ..] => promise switch
        {
            ElapsedHours hours => Say("within", hours.Hours, "hour"),
            WorkingDays days => Say("within", days.Days, "working day"),
            CalendarDays days => Say("within", days.Days, "day"),
            EstimateDays days => Say("about", days.Days, "day"),
            _ => "",
        },
        _ => "",
    };

    private static string Say(string how, int count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $", {how} {count} {unit}{(count == 1 ? "" : "s")}");
}
