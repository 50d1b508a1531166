using System.Text;
using DeploymentRouter.Persistence.Files;

namespace DeploymentRouter.Persistence.Tests.Files;

public sealed class FileStoreTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();

    private FileStore Store => new(_directory.FullName);

    [Fact]
    public async Task What_breaks_off_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<IOException>(() => Store.ReceiveAsync(new BreaksOff(), 1_000, default));
        Assert.Empty(Directory.GetFiles(_directory.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_is_received_and_not_kept_is_forgotten_and_what_is_kept_stays()
    {
        using (await Store.ReceiveAsync(Bytes("one"), 1_000, default))
        {
            Assert.Single(Directory.GetFiles(_directory.FullName, "*", SearchOption.AllDirectories));
        }

        Assert.Empty(Directory.GetFiles(_directory.FullName, "*", SearchOption.AllDirectories));
        string hash;
        using (var kept = await Store.ReceiveAsync(Bytes("two"), 1_000, default))
        {
            hash = kept.Sha256;
            Store.Keep(kept);
        }

        using var reader = new StreamReader(Store.Open(hash)!);
        Assert.Equal("two", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task No_more_is_written_than_tells_that_it_is_too_much()
    {
        using var file = await Store.ReceiveAsync(new MemoryStream(new byte[500_000]), 1_000, default);
        Assert.Equal((1_001, 1_001), (file.Size, new FileInfo(file.Path).Length));
    }

    [Fact]
    public async Task What_a_killed_process_left_is_deleted_a_day_later()
    {
        var file = await Store.ReceiveAsync(Bytes("left"), 1_000, default);
        Store.ForgetAbandoned(DateTime.UtcNow.AddHours(23));
        Assert.True(File.Exists(file.Path));
        Store.ForgetAbandoned(DateTime.UtcNow.AddHours(25));
        Assert.False(File.Exists(file.Path));
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("")]
    public void Only_a_hash_is_part_of_a_path(string hash) => Assert.Throws<ArgumentException>(() => Store.Open(hash));

    [Fact]
    public void What_is_not_there_is_null() => Assert.Null(Store.Open(new string('0', 64)));

    public void Dispose() => _directory.Delete(recursive: true);

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed class BreaksOff : MemoryStream
    {
        private int _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            _reads++ == 0 ? ValueTask.FromResult(10) : throw new IOException("The other side went away.");
    }
}
