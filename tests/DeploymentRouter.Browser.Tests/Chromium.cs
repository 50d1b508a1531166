namespace DeploymentRouter.Browser.Tests;

/// <summary>The browser of the machine; nothing is downloaded.</summary>
internal static class Chromium
{
    // Chromium refuses its sandbox to root; the rest keeps it from talking to anybody but the site.
    public static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public static string Path => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium";

    /// <summary>Why browser tests cannot run here; null when they can.</summary>
    public static string? Missing => File.Exists(Path) ? null : $"No browser at {Path}. ./test.sh installs Chromium and runs these tests; CHROMIUM names another one.";
}
