using System.Text.RegularExpressions;

namespace DeploymentRouter.Persistence.Privacy;

/// <summary>A name as it stands in sentences: as a whole word and as it is written; an address however it is written.</summary>
internal sealed class NameInText
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly string _name;
    private readonly StringComparison _case;
    private readonly Regex _found;

    /// <param name="others">How others are called: "Theresa May" is not May.</param>
    public NameInText(string name, IReadOnlyList<string> others)
    {
        _name = name;
        _case = name.Contains('@', StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var alone = Pattern([name]);
        var within = others.Where(other => alone.IsMatch(other)).ToList();
        IsOfOthersToo = within.Count > 0;
        _found = Pattern([.. within.OrderByDescending(other => other.Length), name]);
    }

    /// <summary>Somebody else has it too, or has it in a longer name.</summary>
    public bool IsOfOthersToo { get; }

    public string Replace(string text, string newName) =>
        text.Contains(_name, _case) ? _found.Replace(text, found => string.Equals(found.Value, _name, _case) ? newName : found.Value) : text;

    // The month in "9 May" is nobody.
    private Regex Pattern(IEnumerable<string> names) => new(
        $@"(?<![\p{{L}}\p{{N}}_]|\d )(?:{string.Join('|', names.Select(Regex.Escape))})(?![\p{{L}}\p{{N}}_])",
        RegexOptions.CultureInvariant | (_case is StringComparison.OrdinalIgnoreCase ? RegexOptions.IgnoreCase : RegexOptions.None),
        Patience);
}
