using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>What somebody has typed and not sent yet: it survives a reload, a lost circuit and a change of device.</summary>
public sealed class UnsentTexts(IDbContextFactory<RouterDb> factory, WriteGate gate, TimeProvider time)
{
    /// <summary>Stands for the request where a page belongs to none.</summary>
    public static readonly Guid NoRequest = Guid.Empty;

    /// <summary>A longer text is not kept; in characters.</summary>
    public const int Longest = 100_000;

    /// <summary>Everything this person has typed on this request, by field.</summary>
    public async Task<IReadOnlyDictionary<string, UnsentText>> OfAsync(string personId, Guid requestId, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.UnsentTexts.Where(t => t.PersonId == personId && t.RequestId == requestId)
            .ToDictionaryAsync(t => t.Field, t => new UnsentText(t.Text, t.SavedAt), StringComparer.Ordinal, cancel);
    }

    /// <summary>Keeps a text, or forgets it when it is empty.</summary>
    /// <returns>When it was kept, UTC; null: it is longer than <see cref="Longest"/>, and what was kept before stays.</returns>
    public async Task<DateTime?> KeepAsync(string personId, Guid requestId, string field, string text, CancellationToken cancel = default)
    {
        if (text.Length > Longest) return null;
        var now = time.GetUtcNow().UtcDateTime;
        await gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            return text.Length == 0
                ? await db.UnsentTexts.Where(t => t.PersonId == personId && t.RequestId == requestId && t.Field == field).ExecuteDeleteAsync(cancel)
                : await db.Database.ExecuteSqlAsync(
                    $"INSERT OR REPLACE INTO UnsentTexts(PersonId, RequestId, Field, Text, SavedAt) VALUES ({personId}, {requestId}, {field}, {text}, {now})", cancel);
        }, cancel);
        return now;
    }

    /// <summary>Forgets what has been sent; fields that begin with <paramref name="prefix"/>.</summary>
    public async Task ForgetAsync(string personId, Guid requestId, string prefix, CancellationToken cancel = default) =>
        await gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            return await db.UnsentTexts.Where(t => t.PersonId == personId && t.RequestId == requestId && t.Field.StartsWith(prefix))
                .ExecuteDeleteAsync(cancel);
        }, cancel);
}

/// <summary>A text that was not sent yet, and when it was last kept (UTC).</summary>
public sealed record UnsentText(string Text, DateTime SavedAt);
