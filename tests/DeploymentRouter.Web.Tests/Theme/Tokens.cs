using System.Text.RegularExpressions;

namespace DeploymentRouter.Web.Tests.Theme;

/// <summary>The colours of tokens.css as a browser would read them.</summary>
internal static partial class Tokens
{
    public static IReadOnlyDictionary<string, (string Light, string Dark)> Read() =>
        Colour().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "tokens.css")))
            .ToDictionary(m => m.Groups["name"].Value, m => (m.Groups["light"].Value, m.Groups["dark"].Value), StringComparer.Ordinal);

    [GeneratedRegex("--(?<name>[a-z-]+):\\s*light-dark\\((?<light>#[0-9a-f]{6}),\\s*(?<dark>#[0-9a-f]{6})\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Colour();
}
