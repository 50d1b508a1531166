using Microsoft.Data.Sqlite;

namespace DeploymentRouter.Persistence.Schema;

/// <summary>
/// A database to be read without writing anything beside it. While nobody has it open there is no log beside it; a reader would leave
/// one there, as its own, in which an application that runs as somebody else could not write. So it is a copy that is read then: an
/// application may start at any moment and change the file below a reader that takes it for unchanging.
/// </summary>
internal sealed class QuietDatabase : IDisposable
{
    private const int Tries = 20;
    private readonly string? _copyDirectory;

    private QuietDatabase(string source, string? copyDirectory)
    {
        _copyDirectory = copyDirectory;
        // A pooled connection would keep the file open behind the caller's back.
        Connection = new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
    }

    public string Connection { get; }

    public static QuietDatabase Open(string file)
    {
        for (var i = 0; i < Tries && !HasLog(file); i++)
        {
            if (TryCopy(file) is { } copy) return copy;
        }

        return new QuietDatabase(file, null);
    }

    // Null: somebody wrote meanwhile.
    private static QuietDatabase? TryCopy(string file)
    {
        var directory = Directory.CreateTempSubdirectory("deployment-router-").FullName;
        var copy = Path.Combine(directory, Path.GetFileName(file));
        var isWhole = false;
        try
        {
            var before = StateOf(file);
            File.Copy(file, copy);
            // Nobody writes to the file itself without a log beside it.
            isWhole = !HasLog(file) && StateOf(file) == before;
            return isWhole ? new QuietDatabase($"{new Uri(copy).AbsoluteUri}?immutable=1", directory) : null;
        }
        finally
        {
            if (!isWhole) Directory.Delete(directory, recursive: true);
        }
    }

    public void Dispose()
    {
        if (_copyDirectory is not null && Directory.Exists(_copyDirectory)) Directory.Delete(_copyDirectory, recursive: true);
    }

    private static bool HasLog(string file) => File.Exists(file + "-wal");

    private static (long Length, DateTime WrittenAt) StateOf(string file) => (new FileInfo(file).Length, File.GetLastWriteTimeUtc(file));
}
