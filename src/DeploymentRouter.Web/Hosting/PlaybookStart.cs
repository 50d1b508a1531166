using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Web.Features.Playbooks.Proof;

namespace DeploymentRouter.Web.Hosting;

public static class PlaybookStart
{
    /// <summary>Names a playbook file to use instead of the one that is built in.</summary>
    public const string FileKey = "Playbook:File";

    /// <exception cref="StartRefusedException">The playbook has faults; the message names each with its line.</exception>
    public static void AddPlaybook(this WebApplicationBuilder builder)
    {
        var (name, utf8, fault) = BytesOf(builder.Configuration);
        var load = utf8 is null ? new PlaybookLoad(null, [fault!]) : PlaybookFile.Load(utf8, name);
        var playbook = load.Playbook ?? throw new StartRefusedException(
            $"DeploymentRouter does not start: the playbook has faults.{Environment.NewLine}{string.Join(Environment.NewLine, load.Faults)}");
        builder.Services.AddSingleton(new PlaybookInForce(playbook));
        builder.Services.AddSingleton(new PlaybookYaml(name, utf8!));
        builder.Services.AddSingleton<PlaybookProofs>();
    }

    /// <summary>The configured playbook, or the one that is built in.</summary>
    public static PlaybookLoad Load(IConfiguration configuration) =>
        ConfiguredFile(configuration) is { } file ? PlaybookFile.LoadFrom(file) : PlaybookFile.LoadDefault();

    private static (string Name, byte[]? Utf8, PlaybookFault? Fault) BytesOf(IConfiguration configuration) => ConfiguredFile(configuration) is not { } file
        ? (PlaybookFile.DefaultName, PlaybookFile.DefaultBytes(), null)
        : (Path.GetFileName(file), PlaybookFile.BytesOf(file, out var fault), fault);

    /// <summary>Null: the one that is built in.</summary>
    public static string? ConfiguredFile(IConfiguration configuration) =>
        configuration[FileKey] is { Length: > 0 } file ? file : null;
}

/// <summary>The playbook in force, byte for byte.</summary>
/// <param name="Name">The name of its file.</param>
public sealed record PlaybookYaml(string Name, byte[] Utf8);
