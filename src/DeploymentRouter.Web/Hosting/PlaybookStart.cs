using System.Data.Common;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Publishing;
using DeploymentRouter.Web.Features.Playbooks.Proof;

namespace DeploymentRouter.Web.Hosting;

/// <summary>Which playbook is in force: the file that the configuration names, else the one that was published last, else the one that is built in.</summary>
public static class PlaybookStart
{
    /// <summary>Names a playbook file to use instead of what is published.</summary>
    public const string FileKey = "Playbook:File";

    public static void AddPlaybook(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PlaybookInForce>();
        builder.Services.AddSingleton<PlaybookProofs>();
        builder.Services.AddHostedService<RowsRun>();
    }

    /// <summary>Decides once the database can be read.</summary>
    /// <exception cref="StartRefusedException">The playbook has faults, or does not have what the configuration speaks of; the message says which, and the way out.</exception>
    public static Task PutPlaybookInForceAsync(this WebApplication app) => PutInForceAsync(app.Services, app.Configuration);

    /// <inheritdoc cref="PutPlaybookInForceAsync"/>
    public static async Task PutInForceAsync(IServiceProvider services, IConfiguration configuration)
    {
        var published = ConfiguredFile(configuration) is null ? await services.GetRequiredService<PublishedPlaybooks>().NewestAsync() : null;
        var text = TextOf(configuration, published);
        var load = text.Load();
        var playbook = load.Playbook ?? throw new StartRefusedException(Refusal(published, load.Faults));
        if (services.GetServices<PlaybookSetting>().Select(setting => setting.WhyNot(playbook)).FirstOrDefault(problem => problem is not null) is { } needed)
            throw new StartRefusedException($"DeploymentRouter does not start: {needed}");
        services.GetRequiredService<PlaybookInForce>().Put(new PlaybookEdition(playbook, text.Name, text.Utf8!, text.Origin));
    }

    /// <summary>The same choice for whoever only reads: the database is not touched, and need not be there.</summary>
    public static async Task<PlaybookLoad> LoadAsync(IConfiguration configuration) => (await TextAsync(configuration)).Load();

    /// <summary>The text of the playbook in force.</summary>
    public static async Task<PlaybookStartText> TextAsync(IConfiguration configuration)
    {
        try
        {
            return TextOf(configuration, ConfiguredFile(configuration) is null ? await PublishedPlaybooks.NewestInAsync(DataDirectory.PathFrom(configuration)) : null);
        }
        catch (Exception refused) when (refused is DbException or IOException or UnauthorizedAccessException)
        {
            return new PlaybookStartText(RouterData.DatabaseFile, null, PlaybookOrigin.Published, PlaybookFault.OfFile(
                RouterData.DatabaseFile, $"The database in {DataDirectory.PathFrom(configuration)} cannot be read, so nobody knows which playbook is in force. {refused.Message} Set {FileKey} to name one."));
        }
    }

    /// <summary>Null: none is.</summary>
    public static string? ConfiguredFile(IConfiguration configuration) =>
        configuration[FileKey] is { Length: > 0 } file ? file : null;

    private static PlaybookStartText TextOf(IConfiguration configuration, PublishedText? published)
    {
        if (ConfiguredFile(configuration) is { } file)
            return new PlaybookStartText(Path.GetFileName(file), PlaybookFile.BytesOf(file, out var fault), PlaybookOrigin.File, fault);
        return published is null
            ? new PlaybookStartText(PlaybookFile.DefaultName, PlaybookFile.DefaultBytes(), PlaybookOrigin.BuiltIn, null)
            : new PlaybookStartText(published.Publication.FileName, published.Utf8, PlaybookOrigin.Published, null);
    }

    private static string Refusal(PublishedText? published, IReadOnlyList<PlaybookFault> faults)
    {
        var lines = string.Join(Environment.NewLine, faults);
        return published?.Publication is not { } made
            ? $"DeploymentRouter does not start: the playbook has faults.{Environment.NewLine}{lines}"
            : FormattableString.Invariant($"DeploymentRouter does not start: the playbook in force has faults for this version of DeploymentRouter. It is version {made.Version}, which {made.ByName} put in force on {made.At:d MMM yyyy}.{Environment.NewLine}{lines}{Environment.NewLine}Set {FileKey} to a corrected file and start again, or go back to the version of DeploymentRouter that ran before.");
    }
}

/// <summary>The text of a playbook that is or would be in force.</summary>
/// <param name="Utf8">Null: it could not be read, and <paramref name="Fault"/> says why.</param>
public sealed record PlaybookStartText(string Name, byte[]? Utf8, PlaybookOrigin Origin, PlaybookFault? Fault)
{
    public PlaybookLoad Load() => Utf8 is null ? new PlaybookLoad(null, [Fault!]) : PlaybookFile.Load(Utf8, Name);
}
