using System.IO.Compression;
using System.Text.Json;

namespace DeploymentRouter.Persistence.Importing;

/// <summary>Lines that were found right, made ready to be stored; on the disk and packed, however many they are. First all are added, then they are read.</summary>
public sealed class PreparedLines : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly FileStream _file = new(
        Path.Combine(Path.GetTempPath(), $"import-{Guid.NewGuid():N}"),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose, BufferSize = BufferSize });

    private GZipStream? _packing;

    public void Add<T>(T line)
    {
        _packing ??= new GZipStream(_file, CompressionLevel.Fastest, leaveOpen: true);
        JsonSerializer.Serialize(_packing, line);
        _packing.WriteByte((byte)'\n');
    }

    /// <summary>The lines in their order, as often as asked.</summary>
    public IEnumerable<T> Read<T>()
    {
        using var reader = new StreamReader(new GZipStream(Packed(), CompressionMode.Decompress, leaveOpen: true));
        while (reader.ReadLine() is { } line) yield return JsonSerializer.Deserialize<T>(line)!;
    }

    /// <summary>All of it, packed, from its beginning; it stays ours.</summary>
    internal Stream Packed()
    {
        _packing?.Dispose();
        _packing = null;
        _file.Position = 0;
        return _file;
    }

    /// <summary>Adds a piece of what was packed before.</summary>
    internal ValueTask AddPackedAsync(byte[] piece, CancellationToken cancel) => _file.WriteAsync(piece, cancel);

    public async ValueTask DisposeAsync()
    {
        if (_packing is not null) await _packing.DisposeAsync();
        await _file.DisposeAsync();
    }
}
