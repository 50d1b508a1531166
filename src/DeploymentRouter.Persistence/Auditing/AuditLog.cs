using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Auditing;

/// <summary>Who changed what about the installation, and when. Requests are not in it: they have their own history.</summary>
/// <remarks>Only ever added to: the database refuses to change or remove a line. Only an erasure and the end of how long lines are kept lift that, see Privacy.</remarks>
public sealed class AuditLog(IDbContextFactory<RouterDb> factory, WriteGate gate, TimeProvider time)
{
    public const int MostShown = 10;

    /// <summary>Longer texts are cut: a line is read, and what is typed at a door may be anything.</summary>
    public const int MaxText = 1_000;

    private const string Somebody = "Somebody";
    private const string Team = "team/";

    /// <summary>The last changes of one subject, the newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> OfAsync(string subject, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Audit.Where(row => row.Subject == subject)
            .OrderByDescending(row => row.Id)
            .Take(MostShown)
            .Select(row => new AuditEntry(row.Id, row.At, row.ByName, row.Kind, row.Text, row.Subject, row.Address))
            .ToListAsync(cancel);
    }

    /// <summary>Adds a line by itself, for what leaves no other trace in the database. Not to be called while the write gate is held.</summary>
    /// <param name="kind">One of <see cref="AuditKinds"/>, or another that begins with one of its areas.</param>
    /// <param name="subject">What it is about, as <see cref="OfTeam"/> and its like name it.</param>
    /// <param name="by">Null: nobody that is known.</param>
    /// <param name="text">The rest of a sentence that begins with who did it. Never a secret, nor what might be one, such as a name nobody has.</param>
    public Task WriteAsync(string kind, string subject, Person? by, string text, string? address = null, CancellationToken cancel = default) =>
        gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            Add(db, by, time.GetUtcNow().UtcDateTime, kind, subject, text, address);
            return await db.SaveChangesAsync(cancel);
        }, cancel);

    /// <summary>Adds a line for somebody who was not let in. Whatever was typed may be a password in the wrong field, so it is not repeated.</summary>
    /// <param name="who">Whose account was tried; null: nobody's that is known.</param>
    /// <param name="how">What they came with and what was wrong: "a passkey that could not be checked".</param>
    public Task RefusedAsync(Person? who, string how, string? address, CancellationToken cancel = default) => WriteAsync(
        AuditKinds.SignInRefused, who is null ? "" : OfPerson(who.Id), by: null, who is null ? $"was refused: {how}" : $"was refused as {who.Name}: {how}", address, cancel);

    /// <summary>How a team is named as a subject.</summary>
    public static string OfTeam(string teamId) => Team + teamId;

    /// <summary>The team that a subject names; null: it names something else.</summary>
    public static string? TeamOf(string subject) => subject.StartsWith(Team, StringComparison.Ordinal) ? subject[Team.Length..] : null;

    /// <summary>How a person is named as a subject.</summary>
    public static string OfPerson(string personId) => $"person/{personId}";

    /// <summary>How a token is named as a subject.</summary>
    public static string OfToken(Guid tokenId) => $"token/{tokenId}";

    /// <summary>How a webhook is named as a subject.</summary>
    public static string OfWebhook(Guid webhookId) => $"webhook/{webhookId}";

    /// <summary>Adds a line to the transaction that makes the change.</summary>
    internal static void Add(RouterDb db, Person? by, DateTime at, string kind, string subject, string text, string? address = null) =>
        db.Audit.Add(new AuditRow
        {
            At = at,
            ById = by?.Id ?? "",
            ByName = by?.Name ?? Somebody,
            Area = AuditKinds.AreaOf(kind),
            Kind = kind,
            Subject = subject,
            Text = text.Length > MaxText ? text[..MaxText] : text,
            Address = address,
        });
}
