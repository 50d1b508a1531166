namespace DeploymentRouter.Web.Theme;

/// <summary>What this person chose for this browser; cascades to every page and lives as long as the circuit.</summary>
public sealed class Preferences(ThemeChoice theme, bool keysOn)
{
    public ThemeChoice Theme { get; set; } = theme;

    /// <summary>Whether single keys act; off for people whom they get in the way (WCAG 2.1.4).</summary>
    public bool KeysOn { get; set; } = keysOn;
}
