using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>How an installation gets its first administrator, and whoever may start the executable gets another.</summary>
public sealed class FirstAdministrator(IDbContextFactory<RouterDb> factory, WriteGate gate, Passwords passwords, TimeProvider time)
{
    public static readonly Refusal IsThere = new("AdministratorThere", "There is an administrator already. They invite everybody else.");

    /// <summary>Whether nobody looks after this installation yet.</summary>
    public async Task<bool> IsMissingAsync(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return !await AnyAsync(db, cancel);
    }

    /// <summary>Makes the first administrator, unless there is one: of two at the same moment, one wins.</summary>
    public Task<(Person? Person, Refusal? Refusal)> CreateFirstAsync(string? name, string? email, string? password, CancellationToken cancel = default) =>
        AddAsync(new Newcomer(name, email, IsAdmin: true), by: null, async (db, account) =>
        {
            if (await AnyAsync(db, cancel)) return IsThere;
            return SetPassword(account, password, name);
        }, cancel);

    /// <summary>Makes an administrator with a password; one with another's address is refused.</summary>
    public Task<(Person? Person, Refusal? Refusal)> CreateAsync(string? name, string? email, string? password, Person by, CancellationToken cancel = default) =>
        AddAsync(new Newcomer(name, email, IsAdmin: true), by, (_, account) => Task.FromResult(SetPassword(account, password, name)), cancel);

    /// <summary>Makes an administrator who chooses a password by a one-time link.</summary>
    public async Task<(string? Code, Refusal? Refusal)> InviteAsync(string? name, string? email, Person by, CancellationToken cancel = default)
    {
        string? code = null;
        var (_, refusal) = await AddAsync(new Newcomer(name, email, IsAdmin: true), by, async (db, account) =>
        {
            code = await Links.MakeAsync(db, account, by.Id, time.GetUtcNow().UtcDateTime, cancel);
            return null;
        }, cancel);
        return refusal is null ? (code, null) : (null, refusal);
    }

    private static Task<bool> AnyAsync(RouterDb db, CancellationToken cancel) => db.People.AnyAsync(p => p.IsAdmin && !p.IsDisabled, cancel);

    private Refusal? SetPassword(Account account, string? password, string? name)
    {
        if (PasswordRules.WhyNot(password, name ?? "", account.Email ?? "") is { } refusal) return refusal;
        account.Take(passwords.Hash(password!));
        return null;
    }

    private Task<(Person?, Refusal?)> AddAsync(Newcomer newcomer, Person? by, Func<RouterDb, Account, Task<Refusal?>> finish, CancellationToken cancel) =>
        gate.RunAsync<(Person?, Refusal?)>(async () =>
        {
            if (newcomer.Problem() is { } problem) return (null, problem);
            await using var db = await factory.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var (person, account, taken) = await newcomer.AddAsync(db, cancel);
            if ((taken ?? await finish(db, account!)) is { } refusal) return (null, refusal);
            // Whoever sets an installation up makes themselves its administrator.
            AuditLog.Add(db, by ?? person!.ToPerson(), time.GetUtcNow().UtcDateTime, "person-administrator", AuditLog.OfPerson(person!.Id), $"made {person.Name} an administrator");
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return (person.ToPerson(), null);
        }, cancel);
}
