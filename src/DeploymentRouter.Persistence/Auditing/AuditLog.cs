using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Auditing;

/// <summary>Who changed what about the installation, and when. Requests are not in it: they have their own history.</summary>
public sealed class AuditLog(IDbContextFactory<RouterDb> factory)
{
    public const int MostShown = 10;

    /// <summary>The last changes of one subject, the newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> OfAsync(string subject, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Audit.Where(row => row.Subject == subject)
            .OrderByDescending(row => row.Id)
            .Take(MostShown)
            .Select(row => new AuditEntry(row.Id, row.At, row.ByName, row.Kind, row.Text))
            .ToListAsync(cancel);
    }

    /// <summary>How a team is named as a subject.</summary>
    public static string OfTeam(string teamId) => $"team/{teamId}";

    /// <summary>Adds a line to the transaction that makes the change.</summary>
    internal static void Add(RouterDb db, Person by, DateTime at, string kind, string subject, string text) =>
        db.Audit.Add(new AuditRow { At = at, ById = by.Id, ByName = by.Name, Kind = kind, Subject = subject, Text = text });
}

/// <summary>One administrative change.</summary>
/// <param name="At">UTC.</param>
/// <param name="Text">What was done, as the rest of a sentence that begins with <paramref name="ByName"/>.</param>
public sealed record AuditEntry(long Id, DateTime At, string ByName, string Kind, string Text);
