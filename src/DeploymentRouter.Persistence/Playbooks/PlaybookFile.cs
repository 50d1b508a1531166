using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DeploymentRouter.Persistence.Playbooks.Reading;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks;

/// <summary>Reads a playbook from its YAML file.</summary>
public static class PlaybookFile
{
    /// <summary>A playbook is a text that people read; 1 MiB is a thousand pages.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The name of the playbook that DeploymentRouter ships with.</summary>
    public const string DefaultName = "default.yaml";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The playbook that DeploymentRouter ships with.</summary>
    public static PlaybookLoad LoadDefault() => Load(DefaultBytes(), DefaultName);

    /// <summary>The playbook in the file at <paramref name="path"/>; a file that cannot be read is a fault like any other.</summary>
    public static PlaybookLoad LoadFrom(string path) =>
        BytesOf(path, out var fault) is { } bytes ? Load(bytes, Path.GetFileName(path)) : new PlaybookLoad(null, [fault!]);

    /// <summary>The bytes of the playbook that DeploymentRouter ships with.</summary>
    public static byte[] DefaultBytes()
    {
        using var stream = typeof(PlaybookFile).Assembly.GetManifestResourceStream(DefaultName)
            ?? throw new InvalidOperationException($"{DefaultName} is not built in.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The bytes of a file, at most one more than a playbook may have; null when it cannot be read.</summary>
    public static byte[]? BytesOf(string path, out PlaybookFault? fault)
    {
        fault = null;
        try
        {
            using var file = File.OpenRead(path);
            // One byte more than allowed is enough to know, whatever the file system says of its length.
            var bytes = new byte[MaxBytes + 1];
            return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            fault = new PlaybookFault(Path.GetFileName(path), 1, 1, "", $"The file cannot be read. {refused.Message}");
            return null;
        }
    }

    /// <summary>The playbook in a text.</summary>
    /// <param name="name">How faults call it.</param>
    public static PlaybookLoad Load(string yaml, string name) => Load(Encoding.UTF8.GetBytes(yaml), name);

    /// <summary>The playbook in the bytes of a file; its hash is theirs.</summary>
    /// <param name="name">How faults call it.</param>
    public static PlaybookLoad Load(ReadOnlySpan<byte> utf8, string name)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(utf8));
        var faults = new FaultList(name);
        if (Read(utf8, hash, faults) is not var (read, top))
            return new PlaybookLoad(null, faults.InOrder());
        var compiled = Rules.Compile(read.Rules, top, faults);
        return new PlaybookLoad(faults.IsEmpty ? read.With(compiled!) : null, faults.InOrder());
    }

    /// <summary>Only the rules in the bytes of a file, which need not be sound, not even complete.</summary>
    /// <param name="name">How faults call it.</param>
    public static RulesLoad LoadRules(ReadOnlySpan<byte> utf8, string name)
    {
        var faults = new FaultList(name);
        var read = Read(utf8, "", faults);
        return faults.IsEmpty ? new RulesLoad(new ReadRules(read!.Value.Playbook.Rules, read.Value.Top, name), []) : new RulesLoad(null, faults.InOrder());
    }

    private static (ReadPlaybook Playbook, YamlMap Top)? Read(ReadOnlySpan<byte> utf8, string hash, FaultList faults)
    {
        if (TextOf(utf8, faults) is not { } text)
            return null;
        try
        {
            var top = YamlTree.Read(text, faults);
            return (PlaybookReader.Read(top, hash, faults), top);
        }
        catch (YamlFault fault)
        {
            faults.Add(fault.Place, fault.Path, fault.Message);
            return null;
        }
    }

    /// <summary>The text of a file, without a byte order mark; null when it is too large or not UTF-8.</summary>
    internal static string? TextOf(ReadOnlySpan<byte> utf8, FaultList faults)
    {
        if (utf8.Length > MaxBytes)
        {
            faults.Add(new Place(1, 1), YamlPath.Top, string.Create(CultureInfo.InvariantCulture, $"A playbook has at most {MaxBytes:N0} bytes."));
            return null;
        }
        try
        {
            return StrictUtf8.GetString(utf8).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            faults.Add(new Place(1, 1), YamlPath.Top, "The file is not UTF-8 text.");
            return null;
        }
    }
}
