namespace DeploymentRouter.Web.Theme;

/// <summary>The values of tokens.css that MudBlazor needs as values; a test holds the two together.</summary>
public sealed record ThemeColors
{
    public required string Page { get; init; }
    public required string Surface { get; init; }
    public required string Sunken { get; init; }
    public required string Hover { get; init; }
    public required string Text { get; init; }
    public required string Muted { get; init; }
    public required string Faint { get; init; }
    public required string Hair { get; init; }
    public required string Field { get; init; }
    public required string Accent { get; init; }
    public required string AccentHover { get; init; }
    public required string OnAccent { get; init; }
    public required string Ok { get; init; }
    public required string Warn { get; init; }
    public required string Late { get; init; }
    public required string Info { get; init; }

    public static ThemeColors Light { get; } = new()
    {
        Page = "#f5f7f7",
        Surface = "#ffffff",
        Sunken = "#ecf0f0",
        Hover = "#f0f4f4",
        Text = "#131c1e",
        Muted = "#46555a",
        Faint = "#586769",
        Hair = "#e1e7e7",
        Field = "#748486",
        Accent = "#0b6076",
        AccentHover = "#084b5d",
        OnAccent = "#ffffff",
        Ok = "#17693c",
        Warn = "#835100",
        Late = "#b3261e",
        Info = "#3d5568",
    };

    public static ThemeColors Dark { get; } = new()
    {
        Page = "#0f1516",
        Surface = "#161e1f",
        Sunken = "#1d2728",
        Hover = "#1b2526",
        Text = "#e7eeee",
        Muted = "#b0bcbe",
        Faint = "#94a3a4",
        Hair = "#273233",
        Field = "#7a8b8d",
        Accent = "#63c4da",
        AccentHover = "#8ad6e7",
        OnAccent = "#04222a",
        Ok = "#6fcf97",
        Warn = "#e5b15a",
        Late = "#ff9a90",
        Info = "#a9bfd1",
    };
}
