using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.People;

/// <summary>What each person may know of. It is asked with every read, so that a change counts at once.</summary>
public sealed class Sights(IDbContextFactory<RouterDb> factory, WriteGate gate, PlaybookInForce playbook, RightsSetup setup, TimeProvider time)
{
    /// <summary>The most accounts that one person has.</summary>
    public const int MostAccounts = 500;

    /// <summary>What a person sees; a token that acts for the team has no accounts of its own.</summary>
    public async Task<Sight> OfAsync(Person person, CancellationToken cancel = default)
    {
        var sight = !setup.SalesSeeNamedAccountsOnly || person.IsAdmin || person.TeamId is not RightsSetup.NamedTeamId
            ? Sight.Everything
            : Sight.OfAccounts(await AccountsAsync(person.Id, cancel));
        return person.May(Right.SeeCommercial, playbook.Current, setup) ? sight : sight.WithoutCommercial();
    }

    /// <summary>The names of a person's accounts.</summary>
    public async Task<IReadOnlyList<string>> AccountsAsync(string personId, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return Names(await db.People.Where(p => p.Id == personId).Select(p => p.Accounts).SingleOrDefaultAsync(cancel) ?? "");
    }

    /// <summary>Says which accounts are a person's.</summary>
    public async Task<Outcome> SetAccountsAsync(string personId, IReadOnlyCollection<string> names, Person by, CancellationToken cancel = default)
    {
        if (Rights.WhyNot(Right.ManagePeople, by, playbook.Current) is { } refusal) return refusal;
        List<string> kept = [.. names.Select(OneLine).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (kept.Count > MostAccounts || kept.Exists(name => name.Length > CustomerFacts.MaxName))
            return new Refusal("AccountsInvalid", FormattableString.Invariant($"A person has at most {MostAccounts} accounts, each with a name of at most {CustomerFacts.MaxName} characters."));
        if (!kept.TrueForAll(TextCheck.IsLine)) return Refusals.TextUnreadable();
        return await gate.RunAsync<Outcome>(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            if (await db.People.SingleOrDefaultAsync(p => p.Id == personId, cancel) is not { } row) return PeopleDesk.Unknown;
            if (row.Accounts == string.Join('\n', kept)) return Outcome.Done;
            row.Accounts = string.Join('\n', kept);
            AuditLog.Add(db, by, time.GetUtcNow().UtcDateTime, "person-accounts", $"person/{personId}", FormattableString.Invariant($"named {kept.Count} accounts of {row.Name}"));
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }, cancel);
    }

    internal static string[] Names(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string OneLine(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
