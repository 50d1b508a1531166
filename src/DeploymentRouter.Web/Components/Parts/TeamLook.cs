namespace DeploymentRouter.Web.Components.Parts;

/// <summary>How a team looks and is called where no playbook is at hand.</summary>
public static class TeamLook
{
    /// <summary>The class that sets the team's hue; a team without one of its own is neutral, like Sales.</summary>
    public static string Hue(string teamId) => teamId is "cloud" or "ce" or "ie" or "tpm" or "tam" ? $"t-{teamId}" : "t-sales";

    public static string ShortName(string teamId) => teamId switch
    {
        "cloud" => "Cloud",
        "sales" => "Sales",
        _ => teamId.ToUpperInvariant(),
    };

    public static string FullName(string teamId) => teamId switch
    {
        "cloud" => "Cloud",
        "ce" => "Customer engineering",
        "sales" => "Sales",
        "ie" => "Implementation engineering",
        "tpm" => "Implementation project management",
        "tam" => "Technical account management",
        _ => ShortName(teamId),
    };
}
