using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace DeploymentRouter.Web.Api.OpenApi;

/// <summary>The comments of the code, from the files that the build writes beside it: what is said once is read in the reference, too.</summary>
public sealed partial class XmlDocs
{
    private readonly FrozenDictionary<string, XElement> _members;

    public XmlDocs()
    {
        // Of several methods with one name the first is taken; endpoints do not share names.
        _members = new[] { typeof(Program).Assembly, typeof(Core.People.Person).Assembly }
            .SelectMany(Members)
            .GroupBy(member => Name(member.Attribute("name")!.Value), StringComparer.Ordinal)
            .ToFrozenDictionary(members => members.Key, members => members.First(), StringComparer.Ordinal);
    }

    /// <summary>What is said of a type; null: nothing.</summary>
    public string? Summary(Type type) => Text(Find($"T:{Name(type)}")?.Element("summary"));

    /// <summary>What is said of a value of an enumeration.</summary>
    public string? Summary(Type type, string value) => Text(Find($"F:{Name(type)}.{value}")?.Element("summary"));

    /// <summary>What is said of a property: of the parameter that makes it, in a record.</summary>
    public string? Property(Type type, string name) =>
        Text(Param(Find($"T:{Name(type)}"), name)) ?? Text(Find($"P:{Name(type)}.{name}")?.Element("summary"));

    public string? Parameter(MethodInfo method, string name) => Text(Param(Find(method), name));

    public string? Remarks(MethodInfo method) => Text(Find(method)?.Element("remarks"));

    private XElement? Find(MethodInfo method) => method.DeclaringType is { } type ? Find($"M:{Name(type)}.{method.Name}") : null;

    private XElement? Find(string name) => _members.GetValueOrDefault(name);

    private static XElement? Param(XElement? member, string name) =>
        member?.Elements("param").FirstOrDefault(param => string.Equals(param.Attribute("name")?.Value, name, StringComparison.OrdinalIgnoreCase));

    private static string? Text(XElement? element)
    {
        if (element is null) return null;
        var words = string.Concat(element.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" or "paramref" } reference => LastPart().Match(reference.FirstAttribute?.Value ?? "").Value,
            XElement other => other.Value,
            _ => "",
        }));
        return Spaces().Replace(words, " ").Trim() is { Length: > 0 } said ? said : null;
    }

    private static IEnumerable<XElement> Members(Assembly assembly)
    {
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(path)) return [];
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return [.. XDocument.Load(reader).Descendants("member")];
    }

    private static string Name(string member) => member.Split('(')[0];

    private static string Name(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    [GeneratedRegex(@"[^.:]*$", RegexOptions.None, 1000)]
    private static partial Regex LastPart();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
