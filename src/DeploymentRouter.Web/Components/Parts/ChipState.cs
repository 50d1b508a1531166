namespace DeploymentRouter.Web.Components.Parts;

public enum ChipState
{
    TookPart,

    /// <summary>Has the ball now.</summary>
    Ball,

    /// <summary>Will get it.</summary>
    Next,
}
