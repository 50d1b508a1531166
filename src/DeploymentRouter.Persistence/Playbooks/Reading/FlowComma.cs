using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>A number with a comma inside brackets or braces, where the comma begins the next entry: <c>[users &gt; 20,000]</c>.</summary>
internal static class FlowComma
{
    public const string Advice = "Inside brackets and braces a comma begins the next entry: write a number there without commas (20000), or put what belongs together in quotes.";

    /// <summary>Whether an entry looks like the last three digits of a number.</summary>
    public static bool IsRest(string entry) => entry.Length == 3 && entry.All(char.IsAsciiDigit);

    public static bool IsRest(YamlNode? before, YamlNode entry) =>
        before is YamlText { Value: [.., >= '0' and <= '9'] } && entry is YamlText text && IsRest(text.Value);
}
