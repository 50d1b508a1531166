namespace DeploymentRouter.Web.Theme;

/// <summary>Light, dark, or as the person's device says; travels in a cookie so that the first response is already right.</summary>
/// <param name="Name"><c>light</c>, <c>dark</c> or <c>system</c>.</param>
/// <param name="IsDark">For <c>system</c>: what the device said last; light until it has been asked.</param>
public sealed record ThemeChoice(string Name, bool IsDark)
{
    public const string Cookie = "router.theme";

    public static ThemeChoice System { get; } = new("system", IsDark: false);

    /// <summary>Reads the cookie that preferences.js writes; anything else in it counts as not chosen.</summary>
    public static ThemeChoice Parse(string? cookie) => cookie switch
    {
        "light" => new("light", IsDark: false),
        "dark" => new("dark", IsDark: true),
        "system-dark" => new("system", IsDark: true),
        _ => System,
    };

    /// <summary>The <c>data-theme</c> of the page; null leaves it to the device.</summary>
    public string? Attribute => Name is "system" ? null : Name;
}
