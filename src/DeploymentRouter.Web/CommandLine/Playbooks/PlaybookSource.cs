using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary>The bytes of a playbook, from a file that was named or from the one in force.</summary>
/// <param name="Name">As people know it.</param>
/// <param name="Path">Where it can be written back to; null: it was not named.</param>
internal sealed record PlaybookSource(string Name, string? Path, byte[] Utf8)
{
    /// <summary>The files that were named, or the playbook in force; one that cannot be read is null, and standard error says why.</summary>
    public static async Task<IReadOnlyList<PlaybookSource?>> AllAsync(PlaybookArguments arguments, Streams streams)
    {
        if (arguments.Files.Count == 0)
            return [await InForceAsync(streams)];
        var sources = new List<PlaybookSource?>();
        foreach (var file in arguments.Files)
            sources.Add(await FromAsync(file, file, streams));
        return sources;
    }

    /// <summary>OLD and NEW; where only one was named, OLD is the playbook in force.</summary>
    public static async Task<(PlaybookSource? Old, PlaybookSource? New)> PairAsync(PlaybookArguments arguments, Streams streams) =>
        arguments.Files.Count == 1
            ? (await InForceAsync(streams), await FromAsync(arguments.Files[0], arguments.Files[0], streams))
            : (await FromAsync(arguments.Files[0], arguments.Files[0], streams), await FromAsync(arguments.Files[1], arguments.Files[1], streams));

    /// <summary>Reads it; null when it has faults, which are then on standard error.</summary>
    public async Task<Playbook?> LoadAsync(Streams streams)
    {
        var load = PlaybookFile.Load(Utf8, Name);
        if (load.Playbook is null)
            await streams.WriteFaultsAsync(load.Faults);
        return load.Playbook;
    }

    // The same places the web application looks at.
    private static async Task<PlaybookSource?> InForceAsync(Streams streams) =>
        PlaybookStart.ConfiguredFile(CommandConfiguration.Read()) is { } file
            ? await FromAsync(file, null, streams)
            : new PlaybookSource(PlaybookFile.DefaultName, null, PlaybookFile.DefaultBytes());

    private static async Task<PlaybookSource?> FromAsync(string file, string? writtenTo, Streams streams)
    {
        if (PlaybookFile.BytesOf(file, out var fault) is { } bytes)
            return new PlaybookSource(System.IO.Path.GetFileName(file), writtenTo, bytes);
        await streams.WriteFaultsAsync([fault!]);
        return null;
    }
}
