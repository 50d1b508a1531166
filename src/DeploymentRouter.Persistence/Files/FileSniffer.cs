using System.IO.Compression;
using System.Text;
using DeploymentRouter.Core.Requests.Attachments;

namespace DeploymentRouter.Persistence.Files;

/// <summary>Looks whether the bytes of a file are what its name says.</summary>
internal static class FileSniffer
{
    private const int Head = 64;
    private const int MaxEntries = 10_000;

    private static readonly string[] Markup = ["<!doctype", "<html", "<svg", "<script", "<?xml", "<head", "<body", "<iframe"];

    public static async Task<bool> IsAsync(FileKind kind, string path, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 81_920, useAsync: true);
        var head = new byte[Head];
        var read = await file.ReadAtLeastAsync(head, Head, throwOnEndOfStream: false, cancel);
        file.Position = 0;
        return kind.Shape switch
        {
            FileShape.Pdf => Begins(head, "%PDF-"u8),
            FileShape.Png => Begins(head, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            FileShape.Jpeg => Begins(head, [0xFF, 0xD8, 0xFF]),
            FileShape.Gif => Begins(head, "GIF87a"u8) || Begins(head, "GIF89a"u8),
            FileShape.WebP => Begins(head, "RIFF"u8) && Begins(head.AsSpan(8), "WEBP"u8),
            FileShape.Zip => Names(file) is not null,
            FileShape.Office => Names(file) is { } names && names.Contains("[Content_Types].xml")
                && !names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)),
            FileShape.OpenDocument => Names(file)?.Contains("mimetype") is true,
            FileShape.Text => read == 0 || await IsPlainTextAsync(file, cancel),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind.Shape, null),
        };
    }

    private static bool Begins(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> with) => bytes.StartsWith(with);

    private static HashSet<string>? Names(FileStream file)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Count > MaxEntries ? null : [.. archive.Entries.Select(entry => entry.FullName)];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // UTF-8 without control characters, and not a page in disguise.
    private static async Task<bool> IsPlainTextAsync(FileStream file, CancellationToken cancel)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var buffer = new char[16_384];
        var isFirst = true;
        try
        {
            while (await reader.ReadAsync(buffer, cancel) is > 0 and var read)
            {
                var text = buffer.AsMemory(0, read);
                if (isFirst && LooksLikeMarkup(text.Span)) return false;
                isFirst = false;
                if (HasControls(text.Span)) return false;
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool LooksLikeMarkup(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart().TrimStart('\uFEFF').TrimStart();
        foreach (var tag in Markup)
        {
            if (start.StartsWith(tag, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static bool HasControls(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\u001b')) return true;
        }

        return false;
    }
}
