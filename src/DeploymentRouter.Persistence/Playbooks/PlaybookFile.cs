using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
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
        if (Directory.Exists(path))
        {
            fault = PlaybookFault.OfFile(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), "This is a directory; name a file in it.");
            return null;
        }
        try
        {
            using var file = File.OpenRead(path);
            // One byte more than allowed is enough to know, whatever the file system says of its length.
            var bytes = new byte[MaxBytes + 1];
            return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            fault = PlaybookFault.OfFile(Path.GetFileName(path), WhyNot(path, refused));
            return null;
        }
    }

    private static string WhyNot(string path, Exception refused) => refused is FileNotFoundException or DirectoryNotFoundException
        ? $"There is no such file: {Path.GetFullPath(path)}."
        : $"The file cannot be read. {refused.Message}";

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
        var isReadable = faults.AreLoose;
        var (compiled, unproven) = Rules.Compile(read.Rules, top, faults);
        var playbook = faults.IsEmpty ? read.With(compiled!) : null;
        var isUnderstood = isReadable && (faults.AreLoose || unproven is not null);
        return new PlaybookLoad(playbook, faults.InOrder()) { Rules = isUnderstood ? Understood(read, compiled, unproven, top, name, faults) : null };
    }

    // Without the laws and tests that speak of what there is not: the rest can be proven and run.
    private static ReadRules Understood(ReadPlaybook read, RuleSet? compiled, Fault? unproven, YamlMap top, string name, FaultList faults)
    {
        List<PlaybookLaw> laws = [.. read.Rules.Laws.Where(law => !faults.HasLooseIn($"laws.{law.Id}"))];
        var playbook = compiled is null ? null : read.With(compiled);
        return new ReadRules(read.Rules with { Laws = laws }, top, name)
        {
            Loose = [.. faults.InOrder().Where(fault => fault.Kind is not null)],
            Ceiling = unproven is { IsCeiling: true } ? unproven : null,
            Tested = playbook is null ? null : playbook with { Laws = laws, Tests = [.. playbook.Tests.Where(test => !faults.HasLooseIn($"tests.{test.Id}"))] },
        };
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
            if (fault.IsSyntax && YamlAdvice.For(text, fault.Place.Line) is var (line, message))
                faults.Add(new Place(line, 1), YamlPath.Top, message);
            else
                faults.Add(fault.Place, fault.Path, fault.Message);
            return null;
        }
    }

    // The parser takes a zero for the end of the file.
    private static bool HasControl(string text, FaultList faults)
    {
        var at = text.AsSpan().IndexOfAnyInRange('\0', '\b');
        if (at < 0)
            return false;
        var before = text.AsSpan(0, at);
        faults.Add(
            new Place(before.Count('\n') + 1, at - before.LastIndexOf('\n')), YamlPath.Top,
            string.Create(CultureInfo.InvariantCulture, $"A character that nobody sees (U+{(int)text[at]:X4}) stands here; take it out."));
        return true;
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
            var text = StrictUtf8.GetString(utf8).TrimStart('\uFEFF');
            return HasControl(text, faults) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            faults.Add(new Place(1, 1), YamlPath.Top, "The file is not UTF-8 text.");
            return null;
        }
    }
}
