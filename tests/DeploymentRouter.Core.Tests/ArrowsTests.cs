using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Tests;

/// <summary>The arrows between the projects point one way, and the inner two are pure. (A reference back would not compile; one aside would.)</summary>
public sealed class ArrowsTests
{
    private static readonly Assembly Decisions = typeof(RuleSet).Assembly;
    private static readonly Assembly Core = typeof(Request).Assembly;

    public static TheoryData<string> Pure => [Decisions.GetName().Name!, Core.GetName().Name!];

    [Fact]
    public void Decisions_knows_nothing_but_the_base_library() =>
        Assert.All(Referenced(Decisions), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));

    [Fact]
    public void Core_knows_decisions_and_the_validation_library_only() =>
        Assert.Equal(
            ["DeploymentRouter.Decisions", "FluentValidation"],
            Referenced(Core).Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Pure))]
    public void The_pure_projects_touch_no_files_processes_or_network(string assembly) =>
        Assert.DoesNotContain(TypesUsedBy(assembly), type =>
            type is "System.IO.File" or "System.IO.Directory" or "System.IO.FileInfo" or "System.IO.FileStream"
            || type.StartsWith("System.Diagnostics.Process", StringComparison.Ordinal)
            || type.StartsWith("System.Net.Http", StringComparison.Ordinal)
            || type.StartsWith("System.Net.Sockets", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Pure))]
    public void The_pure_projects_never_ask_what_time_it_is(string assembly)
    {
        Assert.DoesNotContain("System.TimeProvider", TypesUsedBy(assembly));
        Assert.Empty(MembersUsedBy(assembly).Intersect(
            ["System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_UtcNow", "System.DateTimeOffset.get_Now"],
            StringComparer.Ordinal));
    }

    private static IEnumerable<string> Referenced(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static List<string> TypesUsedBy(string assembly) =>
        Read(assembly, metadata => metadata.TypeReferences.Select(handle => FullName(metadata, handle)).ToList());

    private static List<string> MembersUsedBy(string assembly) => Read(assembly, metadata => metadata.MemberReferences
        .Select(metadata.GetMemberReference)
        .Where(member => member.Parent.Kind == HandleKind.TypeReference)
        .Select(member => $"{FullName(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}")
        .ToList());

    private static List<string> Read(string assembly, Func<MetadataReader, List<string>> look)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")));
        var names = look(file.GetMetadataReader());
        Assert.NotEmpty(names);
        return names;
    }

    private static string FullName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
