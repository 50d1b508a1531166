namespace DeploymentRouter.Web.SignIn;

/// <summary>A browser in words, so that people recognise their own sessions; a hint, never something to rely on.</summary>
public static class DeviceWords
{
    // Each browser also names the ones it descends from, so the order matters.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("HeadlessChrome/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iOS"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <param name="userAgent">The header as it came; may be missing or anything.</param>
    /// <returns>For example "Firefox on Windows"; null: nothing known in it.</returns>
    public static string? Of(string? userAgent)
    {
        var (browser, system) = (Named(Browsers, userAgent), Named(Systems, userAgent));
        return browser is null ? system : system is null ? browser : $"{browser} on {system}";
    }

    private static string? Named((string Mark, string Name)[] known, string? userAgent) =>
        Array.Find(known, one => userAgent?.Contains(one.Mark, StringComparison.Ordinal) is true).Name;
}
