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
        var sources = new List<PlaybookSource?>();
        foreach (var (_, source, fault) in await TriedAsync(arguments))
        {
            if (source is null)
                await streams.WriteFaultsAsync([fault!]);
            sources.Add(source);
        }
        return sources;
    }

    /// <summary>The same without a word, each with the name by which it was called.</summary>
    public static async Task<IEnumerable<(string Called, PlaybookSource? Source, PlaybookFault? Fault)>> TriedAsync(PlaybookArguments arguments)
    {
        if (arguments.Files.Count > 0)
            return arguments.Files.Select(file => Named(file, From(file, file)));
        var inForce = await InForceAsync();
        return [Named(inForce.Source?.Name ?? inForce.Fault!.File, inForce)];
    }

    /// <summary>OLD and NEW; where only one was named, OLD is the playbook in force.</summary>
    public static async Task<(PlaybookSource? Old, PlaybookSource? New)> PairAsync(PlaybookArguments arguments, Streams streams) =>
        arguments.Files.Count == 1
            ? (await SaidAsync(await InForceAsync(), streams), await SaidAsync(From(arguments.Files[0], arguments.Files[0]), streams))
            : (await SaidAsync(From(arguments.Files[0], arguments.Files[0]), streams), await SaidAsync(From(arguments.Files[1], arguments.Files[1]), streams));

    /// <summary>Reads it; null when it has faults, which are then on standard error.</summary>
    public async Task<Playbook?> LoadAsync(Streams streams)
    {
        var load = PlaybookFile.Load(Utf8, Name);
        if (load.Playbook is null)
            await streams.WriteFaultsAsync(load.Faults);
        return load.Playbook;
    }

    // The same places the web application looks at.
    private static async Task<(PlaybookSource? Source, PlaybookFault? Fault)> InForceAsync()
    {
        var text = await PlaybookStart.TextAsync(CommandConfiguration.Read());
        return text.Utf8 is null ? (null, text.Fault) : (new PlaybookSource(text.Name, null, text.Utf8), null);
    }

    private static (PlaybookSource? Source, PlaybookFault? Fault) From(string file, string? writtenTo) =>
        PlaybookFile.BytesOf(file, out var fault) is { } bytes
            ? (new PlaybookSource(System.IO.Path.GetFileName(file), writtenTo, bytes), null)
            : (null, fault);

    private static (string, PlaybookSource?, PlaybookFault?) Named(string called, (PlaybookSource? Source, PlaybookFault? Fault) tried) =>
        (called, tried.Source, tried.Fault);

    private static async Task<PlaybookSource?> SaidAsync((PlaybookSource? Source, PlaybookFault? Fault) tried, Streams streams)
    {
        if (tried.Fault is { } fault)
            await streams.WriteFaultsAsync([fault]);
        return tried.Source;
    }
}
