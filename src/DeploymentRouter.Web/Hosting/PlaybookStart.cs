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
        var load = Load(builder.Configuration);
        var playbook = load.Playbook ?? throw new StartRefusedException(
            $"DeploymentRouter does not start: the playbook has faults.{Environment.NewLine}{string.Join(Environment.NewLine, load.Faults)}");
        builder.Services.AddSingleton(new PlaybookInForce(playbook));
        builder.Services.AddSingleton<PlaybookProofs>();
    }

    /// <summary>The configured playbook, or the one that is built in.</summary>
    public static PlaybookLoad Load(IConfiguration configuration) =>
        ConfiguredFile(configuration) is { } file ? PlaybookFile.LoadFrom(file) : PlaybookFile.LoadDefault();

    /// <summary>Null: the one that is built in.</summary>
    public static string? ConfiguredFile(IConfiguration configuration) =>
        configuration[FileKey] is { Length: > 0 } file ? file : null;
}
