using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Privacy;

/// <summary>Erases a person: what is theirs goes, and what they did stays under a name that is nobody's.</summary>
public sealed class PersonErasure(IDbContextFactory<RouterDb> factory, PlaybookInForce playbook, WriteGate gate, Leftovers leftovers, TimeProvider time)
{
    /// <summary>How the identifier of everybody erased begins.</summary>
    public const string FormerPrefix = "former-";

    /// <summary>Erases somebody who may not come in any more, in one transaction.</summary>
    /// <returns>The name that took the place of theirs; or why not.</returns>
    public async Task<(string? Name, Refusal? Refusal)> EraseAsync(string personId, Person by, CancellationToken cancel = default)
    {
        if (Rights.WhyNot(Right.ManagePrivacy, by, playbook.Current) is { } refusal) return (null, refusal);
        var erased = await gate.RunAsync<(string? Name, Refusal?)>(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (await WhyNotAsync(db, personId, cancel) is { } problem) return (null, problem);
            var (pseudonym, now) = (await PseudonymAsync(db, personId, cancel), time.GetUtcNow().UtcDateTime);
            await new ErasingTransaction(db, pseudonym, now).RunAsync(cancel);
            AuditLog.Add(db, by, now, "privacy-erased", AuditLog.OfPerson(pseudonym.NewId), $"erased a person, who is {pseudonym.NewName} from now on");
            await Leftovers.RememberAsync(db, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return (pseudonym.NewName, null);
        }, cancel);
        // They are erased by now, whatever becomes of this.
        if (erased.Name is not null) await leftovers.TryClearAsync(CancellationToken.None);
        return erased;
    }

    private static async Task<Refusal?> WhyNotAsync(RouterDb db, string personId, CancellationToken cancel) =>
        await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == personId, cancel) switch
        {
            null => new Refusal("PersonNotFound", "Nobody here is called that."),
            { Id: var id } when id.StartsWith(FormerPrefix, StringComparison.Ordinal) => new Refusal("AlreadyErased", "This person is erased already."),
            { IsDisabled: false } => new Refusal("PersonNotDisabled", "Shut the person out first. Who may come in is not erased."),
            _ when await db.UnfinishedImports.AnyAsync(import => import.ById == personId, cancel) => new Refusal("ImportUnderWay", "A file that this person imported is being stored. Erase them when it is."),
            _ => null,
        };

    private static async Task<Pseudonym> PseudonymAsync(RouterDb db, string personId, CancellationToken cancel)
    {
        var former = await db.People.Where(person => person.Id.StartsWith(FormerPrefix)).Select(person => person.Id).ToListAsync(cancel);
        var number = former.Select(id => int.TryParse(id.AsSpan(FormerPrefix.Length), CultureInfo.InvariantCulture, out var one) ? one : 0).DefaultIfEmpty().Max() + 1;
        var signed = await db.History.Select(entry => new { Id = entry.ById, Name = entry.ByName })
            .Union(db.People.Select(person => new { person.Id, person.Name }))
            .Union(db.Audit.Select(line => new { Id = line.ById, Name = line.ByName }))
            .Union(db.Accounts.Where(one => one.Email != null).Select(one => new { one.Id, Name = one.Email! }))
            .Union(db.Accounts.Where(one => one.UserName != null).Select(one => new { one.Id, Name = one.UserName! }))
            .ToListAsync(cancel);
        return new Pseudonym(
            personId,
            // The longest first: one may be the beginning of another.
            [.. Names(signed.Where(one => one.Id == personId).Select(one => one.Name)).OrderByDescending(name => name.Length)],
            [.. Names(signed.Where(one => one.Id != personId).Select(one => one.Name))],
            string.Create(CultureInfo.InvariantCulture, $"{FormerPrefix}{number}"),
            string.Create(CultureInfo.InvariantCulture, $"Former colleague {number}"));
    }

    private static IEnumerable<string> Names(IEnumerable<string> all) => all.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);
}
