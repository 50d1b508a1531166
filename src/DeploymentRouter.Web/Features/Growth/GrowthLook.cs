using DeploymentRouter.Core.Growth;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Growth;

/// <summary>How a growth state looks: an icon and a word. What is normal is quiet.</summary>
public static class GrowthLook
{
    public static (IconName Icon, string Class) Of(GrowthState state) => state switch
    {
        GrowthState.Green => (IconName.Open, "muted"),
        GrowthState.NoReading => (IconName.Dashed, "faint"),
        GrowthState.Amber => (IconName.Triangle, "warn"),
        GrowthState.Red => (IconName.Triangle, "late"),
        GrowthState.Over => (IconName.RuledOut, "late"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
