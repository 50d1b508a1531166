using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.Schema;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Privacy;

/// <summary>What is changed when somebody is erased, all of it inside the caller's transaction.</summary>
/// <remarks>Ids are replaced one for one, so that histories make the same state as before and rows made from them stay what they would be made anew.</remarks>
internal sealed class ErasingTransaction(RouterDb db, Pseudonym pseudonym, DateTime now)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        // Accounts go before or after what hangs on them, in whatever order.
        await SqlAsync("PRAGMA defer_foreign_keys = ON", cancel);
        await EntriesAsync(cancel);
        await PinsAsync(cancel);
        await CallsAsync(cancel);
        await OpportunitiesAsync(cancel);
        await RememberShutOutAsync(cancel);
        foreach (var column in PersonColumns.Of(db).Where(column => column.Table is not "Audit")) await ColumnAsync(column, cancel);
        await db.Accounts.Where(account => account.Id == pseudonym.Id).ExecuteDeleteAsync(cancel);
        await db.People.Where(person => person.Id == pseudonym.Id).ExecuteUpdateAsync(
            set => set.SetProperty(person => person.Id, pseudonym.NewId).SetProperty(person => person.Name, pseudonym.NewName)
                .SetProperty(person => person.IsAdmin, false).SetProperty(person => person.OwnsPlaybook, false).SetProperty(person => person.Accounts, ""),
            cancel);
        await AuditGuard.WithoutAsync(db, () => AuditAsync(cancel), cancel);
    }

    private Task<int> ColumnAsync(PersonColumn column, CancellationToken cancel)
    {
        if (PersonColumns.Goes(column)) return SqlAsync($"DELETE FROM \"{column.Table}\" WHERE \"{column.Id}\" = {{0}}", cancel, pseudonym.Id);
        var name = column.Name is null ? "" : $", \"{column.Name}\" = {{1}}";
        return SqlAsync($"UPDATE \"{column.Table}\" SET \"{column.Id}\" = {{2}}{name} WHERE \"{column.Id}\" = {{0}}", cancel, pseudonym.Id, pseudonym.NewName, pseudonym.NewId);
    }

    // Entries of others may name them too: whom something was assigned to, who decides on an appeal.
    private async Task EntriesAsync(CancellationToken cancel)
    {
        var theirs = (await db.History.Where(entry => entry.ById == pseudonym.Id || entry.What.Contains(pseudonym.Id)).Select(entry => entry.RequestId).Distinct().ToListAsync(cancel)).ToHashSet();
        foreach (var text in pseudonym.Names.Prepend(pseudonym.Id))
        {
            foreach (var row in await db.History.Where(entry => entry.What.Contains(text)).ToListAsync(cancel)) row.What = pseudonym.Entry(row.What, theirs.Contains(row.RequestId));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    // Answers to others that are kept for a day in case they ask again. Whoever does so now is told that the call was done, without its answer.
    private async Task CallsAsync(CancellationToken cancel)
    {
        foreach (var text in pseudonym.Names.Prepend(pseudonym.Id))
            await SqlAsync("UPDATE KeyedCalls SET Body = NULL WHERE instr(Body, CAST({0} AS BLOB)) > 0", cancel, text);
    }

    // Who has an opportunity in the sales system is told by name alone, in whatever way that system writes it.
    private async Task OpportunitiesAsync(CancellationToken cancel)
    {
        foreach (var row in await db.Opportunities.Where(row => row.Owner != null).ToListAsync(cancel)) row.Owner = pseudonym.Sentence(row.Owner!);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    // Only who may not come in is erased; by the hash they are known when they come again.
    private async Task RememberShutOutAsync(CancellationToken cancel)
    {
        foreach (var login in await db.Set<IdentityUserLogin<string>>().AsNoTracking().Where(login => login.UserId == pseudonym.Id).ToListAsync(cancel))
            await ShutOutPeople.RememberAsync(db, login.LoginProvider, login.ProviderKey, now, cancel);
    }

    // A pin is kept with the name alone; whose it was, its entry says.
    private async Task PinsAsync(CancellationToken cancel)
    {
        var pinned = db.History.Where(entry => entry.ById == pseudonym.Id && entry.What.StartsWith("{\"kind\":\"pinned\"")).Select(entry => entry.RequestId);
        await db.Queues.Where(line => line.PinnedByName != null && pseudonym.Names.Contains(line.PinnedByName) && pinned.Contains(line.RequestId))
            .ExecuteUpdateAsync(set => set.SetProperty(line => line.PinnedByName, pseudonym.NewName), cancel);
    }

    private async Task AuditAsync(CancellationToken cancel)
    {
        var subject = AuditLog.OfPerson(pseudonym.Id);
        var (id, name) = (pseudonym.NewId, pseudonym.NewName);
        await db.Audit.Where(line => line.Subject == subject || line.ById == pseudonym.Id).ExecuteUpdateAsync(set => set.SetProperty(line => line.Address, (string?)null), cancel);
        await db.Audit.Where(line => line.Subject == subject).ExecuteUpdateAsync(set => set.SetProperty(line => line.Subject, AuditLog.OfPerson(id)), cancel);
        await db.Audit.Where(line => line.ById == pseudonym.Id).ExecuteUpdateAsync(set => set.SetProperty(line => line.ById, id).SetProperty(line => line.ByName, name), cancel);
        subject = AuditLog.OfPerson(id);
        foreach (var line in await db.Audit.Where(line => line.Subject == subject || line.ById == id).ToListAsync(cancel)) line.Text = pseudonym.Theirs(line.Text);
        foreach (var text in pseudonym.Names)
        {
            foreach (var line in await db.Audit.Where(line => line.Subject != subject && line.ById != id && EF.Functions.Like(line.Text, "%" + text + "%")).ToListAsync(cancel)) line.Text = pseudonym.Sentence(line.Text);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private Task<int> SqlAsync(string sql, CancellationToken cancel, params object[] values) => db.Database.ExecuteSqlRawAsync(sql, values, cancel);
}
