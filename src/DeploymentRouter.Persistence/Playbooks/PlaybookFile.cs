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
    public static PlaybookLoad LoadDefault()
    {
        using var stream = typeof(PlaybookFile).Assembly.GetManifestResourceStream(DefaultName)
            ?? throw new InvalidOperationException($"{DefaultName} is not built in.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Load(bytes.ToArray(), DefaultName);
    }

    /// <summary>The playbook in the file at <paramref name="path"/>; a file that cannot be read is a fault like any other.</summary>
    public static PlaybookLoad LoadFrom(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var file = File.OpenRead(path);
            // One byte more than allowed is enough to know, whatever the file system says of its length.
            var bytes = new byte[MaxBytes + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Load(bytes.AsSpan(0, length), name);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Refuse(name, $"The file cannot be read. {fault.Message}");
        }
    }

    /// <summary>The playbook in a text.</summary>
    /// <param name="name">How faults call it.</param>
    public static PlaybookLoad Load(string yaml, string name) => Load(Encoding.UTF8.GetBytes(yaml), name);

    /// <summary>The playbook in the bytes of a file; its hash is theirs.</summary>
    /// <param name="name">How faults call it.</param>
    public static PlaybookLoad Load(ReadOnlySpan<byte> utf8, string name)
    {
        if (TextOf(utf8, name, out var refused) is not { } text)
            return new PlaybookLoad(null, [refused!]);
        var faults = new FaultList(name);
        try
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(utf8));
            var (playbook, rules) = PlaybookReader.Read(YamlTree.Read(text, faults), hash, faults);
            return new PlaybookLoad(playbook, faults.InOrder()) { Rules = rules };
        }
        catch (YamlFault fault)
        {
            faults.Add(fault.Place, fault.Path, fault.Message);
            return new PlaybookLoad(null, faults.InOrder());
        }
    }

    /// <summary>The text of a file, without a byte order mark; null when it is too large or not UTF-8.</summary>
    internal static string? TextOf(ReadOnlySpan<byte> utf8, string name, out PlaybookFault? fault)
    {
        fault = null;
        if (utf8.Length > MaxBytes)
        {
            fault = Fault(name, string.Create(CultureInfo.InvariantCulture, $"A playbook has at most {MaxBytes:N0} bytes."));
            return null;
        }
        try
        {
            return StrictUtf8.GetString(utf8).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            fault = Fault(name, "The file is not UTF-8 text.");
            return null;
        }
    }

    private static PlaybookLoad Refuse(string name, string message) => new(null, [Fault(name, message)]);

    private static PlaybookFault Fault(string name, string message) => new(name, 1, 1, "", message);
}
