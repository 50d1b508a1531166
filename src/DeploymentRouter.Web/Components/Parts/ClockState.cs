namespace DeploymentRouter.Web.Components.Parts;

public enum ClockState
{
    /// <summary>Runs well: grey.</summary>
    Calm,

    /// <summary>The due day.</summary>
    Warn,
    Late,

    /// <summary>Paused by a hold.</summary>
    Held,
}
