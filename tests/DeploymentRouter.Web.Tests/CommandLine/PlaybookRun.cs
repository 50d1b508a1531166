using System.Text;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Web.Tests.CommandLine;

/// <summary>Playbook files in a directory of their own, and runs of <c>playbook</c> over them.</summary>
public sealed class PlaybookRun : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory();

    public static string DefaultYaml { get; } = Encoding.UTF8.GetString(PlaybookFile.DefaultBytes());

    /// <summary>A file with some content.</summary>
    public string File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    public string File(string name, byte[] content)
    {
        var path = Path.Combine(directory.FullName, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>The default playbook with one text, which must be there exactly once, replaced.</summary>
    public string Changed(string name, params (string Old, string New)[] changes) => File(name, changes.Aggregate(DefaultYaml, (yaml, change) =>
    {
        Assert.Equal(2, yaml.Split(change.Old).Length);
        return yaml.Replace(change.Old, change.New, StringComparison.Ordinal);
    }));

    internal static Task<DecideRun> Of(params string[] words) => DecideRun.Of("", ["playbook", .. words]);

    public void Dispose() => directory.Delete(recursive: true);
}
