using Microsoft.Data.Sqlite;

namespace DeploymentRouter.Persistence.Schema;

/// <summary>Tells a database that somebody else was writing to from one that is broken.</summary>
public static class DatabaseBusy
{
    // SQLITE_BUSY and SQLITE_LOCKED, https://sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;

    /// <summary>Whether <paramref name="failure"/>, or what it came of, is that others kept the database for too long.</summary>
    public static bool IsBehind(Exception? failure) => failure switch
    {
        null => false,
        SqliteException { SqliteErrorCode: Busy or Locked } => true,
        _ => IsBehind(failure.InnerException),
    };
}
