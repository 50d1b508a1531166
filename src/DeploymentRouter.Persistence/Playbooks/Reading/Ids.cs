using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>The ids of one kind of thing, to check what refers to them.</summary>
/// <param name="kind">As a fault names it, for example "team".</param>
internal sealed class Ids(string kind, IEnumerable<string> all)
{
    public const int MaxLength = 64;

    private readonly HashSet<string> known = new(all, StringComparer.Ordinal);

    public static bool IsId(string text) =>
        text.Length is > 0 and <= MaxLength && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    public bool Contains(string id) => known.Contains(id);

    /// <summary>The id itself; a fault when there is no such thing.</summary>
    public string Check(YamlText? reference, FaultList faults)
    {
        // When the part that defines them could not be read at all, its own fault says enough.
        if (reference is not null && known.Count > 0 && !known.Contains(reference.Value) && !faults.IsFull)
            faults.Add(reference, $"No {kind} '{reference.Value}'{Suggestion.For(reference.Value, known)}");
        return reference?.Value ?? "";
    }

    public IReadOnlyList<string> Check(IEnumerable<YamlText> references, FaultList faults)
    {
        var checkedIds = new List<string>();
        foreach (var reference in references)
        {
            if (checkedIds.Contains(reference.Value, StringComparer.Ordinal))
                faults.Add(reference, $"'{reference.Value}' is given twice; keep one.");
            checkedIds.Add(Check(reference, faults));
        }
        return checkedIds;
    }
}
