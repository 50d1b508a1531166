using System.Buffers;
using System.Security.Cryptography;

namespace DeploymentRouter.Persistence.Files;

/// <summary>
/// Bytes in one directory, each file under its SHA-256. A file is complete from the moment it has its name: it is written and
/// flushed under another one first, so that no crash leaves half of one behind.
/// </summary>
public sealed class FileStore(string directory)
{
    private const int Block = 81_920;
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private string Incoming => Path.Combine(directory, "incoming");

    /// <summary>Writes a stream to a file of its own, up to one byte more than allowed: then it is too large.</summary>
    public async Task<IncomingFile> ReceiveAsync(Stream body, long maximum, CancellationToken cancel)
    {
        Directory.CreateDirectory(Incoming);
        var path = Path.Combine(Incoming, Guid.NewGuid().ToString("N"));
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, Block, useAsync: true);
            var (size, hash) = await CopyAsync(body, file, maximum, cancel);
            await file.FlushAsync(cancel);
            file.Flush(flushToDisk: true);
            return new IncomingFile(path, size, hash);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Gives a received file its name. The same bytes are stored once, however often they come.</summary>
    public void Keep(IncomingFile file)
    {
        var path = PathOf(file.Sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            File.Move(file.Path, path);
        }
        catch (IOException) when (TryTouch(path))
        {
            File.Delete(file.Path);
        }
        catch (IOException)
        {
            // It was there, and was swept away meanwhile.
            File.Move(file.Path, path);
        }
    }

    /// <summary>Deletes stored files that are not named and that nobody has brought for a day.</summary>
    /// <param name="isNamed">Whether some history names the bytes with a SHA-256.</param>
    public void Sweep(Func<string, bool> isNamed, DateTime now)
    {
        if (!Directory.Exists(directory)) return;
        foreach (var path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Where(path => IsHash(Path.GetFileName(path)) && Path.GetDirectoryName(path) != Incoming))
        {
            if (isNamed(Path.GetFileName(path)) || !IsOld(path)) continue;
            // Out of the way first: who brings the same bytes now either finds nothing and stores them, or has made them new.
            Directory.CreateDirectory(Incoming);
            var aside = Path.Combine(Incoming, Guid.NewGuid().ToString("N"));
            File.Move(path, aside);
            if (IsOld(aside)) File.Delete(aside);
            else File.Move(aside, path, overwrite: true);
        }

        bool IsOld(string path) => now - File.GetLastWriteTimeUtc(path) > Abandoned;
    }

    private static bool TryTouch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Opens a stored file; null: it is not there.</summary>
    public Stream? Open(string sha256)
    {
        try
        {
            return new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, Block, useAsync: true);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Deletes what killed processes left half received.</summary>
    public void ForgetAbandoned(DateTime now)
    {
        if (!Directory.Exists(Incoming)) return;
        foreach (var path in Directory.EnumerateFiles(Incoming).Where(path => now - File.GetLastWriteTimeUtc(path) > Abandoned))
            File.Delete(path);
    }

    private static async Task<(long Size, string Sha256)> CopyAsync(Stream body, FileStream file, long maximum, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            var size = 0L;
            while (size <= maximum && await body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(Block, maximum + 1 - size)), cancel) is > 0 and var read)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                size += read;
            }

            return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool IsHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);

    // A hash and nothing else becomes part of a path.
    private string PathOf(string sha256) => IsHash(sha256)
        ? Path.Combine(directory, sha256[..2], sha256)
        : throw new ArgumentException("Not a SHA-256 in lower-case hex.", nameof(sha256));
}

/// <summary>A file that has arrived and has no name yet. Disposing forgets it, unless it was kept.</summary>
/// <param name="Size">In bytes.</param>
public sealed record IncomingFile(string Path, long Size, string Sha256) : IDisposable
{
    public void Dispose() => File.Delete(Path);
}
