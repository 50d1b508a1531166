using System.Collections.Concurrent;
using System.Text.Json;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Importing;

/// <summary>
/// Keeps what is to be stored of a file until all of it is. A file is stored in many short transactions, so that others go on working; if the
/// process ends between two of them, what is kept here says what is still to be done.
/// </summary>
public sealed class ImportJournal(IDbContextFactory<RouterDb> factory, WriteGate gate, TimeProvider time)
{
    private const int PieceBytes = 512 * 1024;

    // Another process may be about to write its pieces; after a day it is not.
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    // As long as it may take to write them; who is not done by then has ended.
    private static readonly TimeSpan Keeping = TimeSpan.FromMinutes(10);

    // What this process is storing now.
    private readonly ConcurrentDictionary<Guid, byte> _underWay = new();

    /// <summary>Keeps <paramref name="lines"/>, has them stored, and forgets them. Nobody can stop it: what ends it is kept for the next start.</summary>
    public async Task RunAsync(string kind, Person by, PreparedLines lines, Func<Task> store)
    {
        var id = Guid.CreateVersion7();
        _underWay[id] = 0;
        try
        {
            await KeepAsync(new UnfinishedImportRow { Id = id, Kind = kind, BegunAt = time.GetUtcNow().UtcDateTime, ById = by.Id, By = JsonSerializer.Serialize(by) }, lines);
            await store();
            await ForgetAsync(id);
        }
        finally
        {
            _underWay.TryRemove(id, out _);
        }
    }

    /// <summary>What was begun and not finished, and is not being stored by this process; the oldest first.</summary>
    public async Task<IReadOnlyList<KeptImport>> UnfinishedAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var longAgo = time.GetUtcNow().UtcDateTime - Abandoned;
        foreach (var id in await db.UnfinishedImports.Where(row => !row.IsWhole && row.BegunAt < longAgo).Select(row => row.Id).ToListAsync(cancel)) await ForgetAsync(id);
        var rows = await db.UnfinishedImports.AsNoTracking().Where(row => row.IsWhole).OrderBy(row => row.BegunAt).ToListAsync(cancel);
        return [.. rows.Where(row => !_underWay.ContainsKey(row.Id)).Select(row => new KeptImport(row.Id, row.Kind, JsonSerializer.Deserialize<Person>(row.By)!))];
    }

    /// <summary>Whether something is being stored, or was cut off and waits for the next start, in whatever process.</summary>
    internal static Task<bool> IsAnyUnderWayAsync(RouterDb db, DateTime now, CancellationToken cancel)
    {
        var justBegun = now - Keeping;
        return db.UnfinishedImports.AnyAsync(row => row.IsWhole || row.BegunAt > justBegun, cancel);
    }

    /// <summary>The lines that were kept.</summary>
    public async Task<PreparedLines> OpenAsync(KeptImport import, CancellationToken cancel)
    {
        var lines = new PreparedLines();
        await using var db = await factory.CreateDbContextAsync(cancel);
        await foreach (var piece in db.UnfinishedImportPieces.Where(row => row.ImportId == import.Id).OrderBy(row => row.Number).Select(row => row.Bytes).AsAsyncEnumerable().WithCancellation(cancel))
            await lines.AddPackedAsync(piece, cancel);
        return lines;
    }

    /// <summary>Forgets what is stored.</summary>
    public Task ForgetAsync(Guid id) => WriteAsync(async db =>
    {
        await db.UnfinishedImportPieces.Where(row => row.ImportId == id).ExecuteDeleteAsync();
        await db.UnfinishedImports.Where(row => row.Id == id).ExecuteDeleteAsync();
    });

    // A piece is a short transaction of its own.
    private async Task KeepAsync(UnfinishedImportRow import, PreparedLines lines)
    {
        await WriteAsync(db => db.UnfinishedImports.AddAsync(import).AsTask());
        var packed = lines.Packed();
        var piece = new byte[PieceBytes];
        for (var number = 0; await packed.ReadAtLeastAsync(piece, PieceBytes, throwOnEndOfStream: false) is > 0 and var read; number++)
        {
            var row = new UnfinishedImportPieceRow { ImportId = import.Id, Number = number, Bytes = piece[..read] };
            await WriteAsync(db => db.UnfinishedImportPieces.AddAsync(row).AsTask());
        }

        await WriteAsync(async db => (await db.UnfinishedImports.SingleAsync(row => row.Id == import.Id)).IsWhole = true);
    }

    private Task<int> WriteAsync(Func<RouterDb, Task> change) => gate.RunAsync(async () =>
    {
        await using var db = await factory.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await change(db);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return 0;
    }, CancellationToken.None);
}

/// <summary>A file that was found right and is not stored whole.</summary>
public sealed record KeptImport(Guid Id, string Kind, Person By);
