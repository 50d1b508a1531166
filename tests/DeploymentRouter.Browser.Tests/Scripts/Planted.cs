namespace DeploymentRouter.Browser.Tests.Scripts;

/// <summary>Texts that would run if a page took them for more than texts, each called by the place it was typed into.</summary>
internal sealed class Planted
{
    private const string Fragments = """<script>ran=1</script><img src=x onerror=ran=1>"'><svg onload=ran=1>{{7*7}}[read](javascript:ran=1)${ran=1}@(ran=1)""";

    /// <summary>For where little is taken.</summary>
    public const string Fragment = "\"'><img src=x onerror=ran=1>";

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<(string? Person, string Address)> _pages = [];

    /// <summary>By place.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>Where they are shown, and to whom; null: to anybody.</summary>
    public IReadOnlyList<(string? Person, string Address)> Pages => _pages;

    /// <summary>A text for a place that takes so many characters.</summary>
    public string In(string place, int most = 400)
    {
        var text = $"{place}: {Fragments}";
        return _texts[place] = text.Length <= most ? text : $"{place} {Fragment}";
    }

    /// <summary>An address cannot hold a space.</summary>
    public string AddressIn(string place)
    {
        var text = $"https://{place}.example/?\"'><svg/onload=ran=1>";
        _texts[place] = text;
        return text;
    }

    /// <summary>What a place has made of a text.</summary>
    public void BecameIn(string place, string text) => _texts[place] = text;

    public void On(string? person, FormattableString address) => _pages.Add((person, FormattableString.Invariant(address)));
}
