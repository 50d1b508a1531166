using Microsoft.OpenApi;

namespace DeploymentRouter.Web.Api.Reference;

/// <summary>The document of the API as a page shows it: groups of operations, and the shapes of what goes in and out.</summary>
public sealed record ReferenceView(string About, IReadOnlyList<GroupView> Groups)
{
    public static ReferenceView Of(OpenApiDocument document)
    {
        var operations = document.Paths
            .SelectMany(path => path.Value.Operations ?? [], (path, operation) => OperationView.Of(operation.Key, path.Key, operation.Value))
            .ToLookup(operation => operation.Group, StringComparer.Ordinal);
        return new ReferenceView(
            document.Info.Description ?? "",
            [.. (document.Tags ?? new HashSet<OpenApiTag>()).Where(tag => operations.Contains(tag.Name!)).Select(tag => GroupView.Of(tag, [.. operations[tag.Name!]], document))]);
    }

    public GroupView? Find(string? slug) => Groups.FirstOrDefault(group => group.Slug == slug);
}

/// <summary>Operations that belong together.</summary>
/// <param name="Shapes">Everything that goes in or out of them, by name.</param>
public sealed record GroupView(string Name, string Slug, string Says, IReadOnlyList<OperationView> Operations, IReadOnlyList<ShapeView> Shapes)
{
    public string Href => $"/api/reference/{Slug}";

    public static GroupView Of(OpenApiTag tag, IReadOnlyList<OperationView> operations, OpenApiDocument document)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var name in operations.SelectMany(operation => new[] { operation.Body, operation.Returns }).OfType<TypeView>().Select(type => type.Shape).OfType<string>())
            Collect(name, names, document);
        return new GroupView(
            tag.Name!, tag.Name!.ToLowerInvariant().Replace(' ', '-'), tag.Description ?? "", operations,
            [.. names.Select(name => ShapeView.Of(name, document.Components!.Schemas![name]))]);
    }

    private static void Collect(string name, SortedSet<string> names, OpenApiDocument document)
    {
        if (!names.Add(name)) return;
        foreach (var inner in ShapeView.Of(name, document.Components!.Schemas![name]).Properties.Select(property => property.Type.Shape).OfType<string>()) Collect(inner, names, document);
    }
}
