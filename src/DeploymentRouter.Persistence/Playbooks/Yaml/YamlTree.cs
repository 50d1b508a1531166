using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DeploymentRouter.Persistence.Playbooks.Yaml;

/// <summary>
/// Reads the plain part of YAML: texts, lists and maps. Refuses what can hide cost or meaning (anchors, aliases, tags,
/// several documents, keys that are not text), so a small file stays small in memory.
/// </summary>
internal sealed class YamlTree
{
    public const int MaxDepth = 64;
    public const int MaxKeyLength = 100;

    private readonly Parser parser;
    private readonly FaultList faults;
    private ParsingEvent next;

    private YamlTree(string text, FaultList faults)
    {
        (parser, this.faults) = (new Parser(new StringReader(text)), faults);
        next = new StreamStart();
        Advance();
    }

    /// <summary>The map at the top of the file.</summary>
    /// <exception cref="YamlFault">It is not YAML, or not of the plain part.</exception>
    public static YamlMap Read(string text, FaultList faults) => new YamlTree(text, faults).ReadDocument();

    private YamlMap ReadDocument()
    {
        Take<StreamStart>();
        if (next is not DocumentStart)
            throw new YamlFault(new Place(1, 1), YamlPath.Top, "The file is empty.");
        Take<DocumentStart>();
        var top = ReadNode(YamlPath.Top, 1);
        Take<DocumentEnd>();
        if (next is DocumentStart)
            throw new YamlFault(At(next.Start), YamlPath.Top, "A playbook is one YAML document; a second one starts here.");
        return top as YamlMap
            ?? throw new YamlFault(top.Place, YamlPath.Top, "A playbook starts with keys such as 'name:' and 'teams:'.");
    }

    private YamlNode ReadNode(YamlPath path, int depth)
    {
        var start = Take<ParsingEvent>();
        Refuse(start, path, depth);
        return start switch
        {
            Scalar scalar => new YamlText(At(scalar.Start), path, scalar.Value),
            SequenceStart => ReadList(At(start.Start), path, depth),
            MappingStart => ReadMap(At(start.Start), path, depth),
            _ => throw new YamlFault(At(start.Start), path, "A value was expected here."),
        };
    }

    private T Take<T>() where T : ParsingEvent
    {
        var taken = next as T ?? throw new YamlFault(At(next.Start), YamlPath.Top, "This is not valid YAML.");
        Advance();
        return taken;
    }

    private void Advance()
    {
        try
        {
            if (parser.MoveNext())
                next = parser.Current!;
        }
        catch (YamlException fault)
        {
            throw new YamlFault(At(fault.Start), YamlPath.Top, $"This is not valid YAML. {fault.Message}") { IsSyntax = true };
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // The parser's own slips on broken input, for example a list in brackets that goes on in the first column.
            throw new YamlFault(At(next.End), YamlPath.Top, "This is not valid YAML from here on.") { IsSyntax = true };
        }
    }

    private static void Refuse(ParsingEvent start, YamlPath path, int depth)
    {
        if (start is AnchorAlias || start is NodeEvent { Anchor.IsEmpty: false })
            throw new YamlFault(At(start.Start), path, "Anchors (&name) and aliases (*name) are not allowed in a playbook.");
        if (start is NodeEvent { Tag.IsEmpty: false })
            throw new YamlFault(At(start.Start), path, "Tags (!name) are not allowed in a playbook.");
        if (depth > MaxDepth)
            throw new YamlFault(At(start.Start), path, $"Lists and maps go more than {MaxDepth} levels deep.");
    }

    private YamlList ReadList(Place place, YamlPath path, int depth)
    {
        var items = new List<YamlNode>();
        while (next is not SequenceEnd)
            items.Add(ReadNode(path.Item(items.Count), depth + 1));
        Take<SequenceEnd>();
        return new YamlList(place, path, items);
    }

    private YamlMap ReadMap(Place place, YamlPath path, int depth)
    {
        var entries = new List<YamlEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (next is not MappingEnd)
        {
            var key = ReadKey(path, depth);
            var value = ReadNode(path.Key(key.Value), depth + 1);
            if (seen.Add(key.Value))
                entries.Add(new YamlEntry(key, value));
            else
                faults.Add(key.Place, path, $"'{key.Value}' is given twice; keep one.");
        }
        Take<MappingEnd>();
        return new YamlMap(place, path, entries);
    }

    private YamlText ReadKey(YamlPath path, int depth)
    {
        var node = ReadNode(path, depth + 1);
        if (node is not YamlText { Value.Length: > 0 and <= MaxKeyLength } key)
            throw new YamlFault(node.Place, path, $"A key is a text of 1 to {MaxKeyLength} characters.");
        return key with { Path = path.Key(key.Value) };
    }

    private static Place At(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
