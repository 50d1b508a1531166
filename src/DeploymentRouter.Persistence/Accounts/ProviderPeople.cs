using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>People who come by an identity provider: known by issuer and subject, kept as their groups say at each sign-in.</summary>
public sealed class ProviderPeople(IDbContextFactory<RouterDb> factory, WriteGate gate, TimeProvider time)
{
    public static readonly Refusal NoGroup = new(
        "NoGroup", "None of your groups gives you a team or a right here. Whoever looks after groups in your company can put you into one of those that do.");

    public static readonly Refusal Disabled = new("PersonDisabled", "You may not come in any more. If that is a mistake, an administrator can let you in again.");

    public static readonly Refusal NotInvited = new("NotInvited", "You have no account here yet. Ask an administrator to invite you.");

    /// <summary>Finds whoever comes, or makes them, and brings name, team and rights up to date.</summary>
    /// <param name="newTeamId">The team of somebody new whose team no group gives; null: none.</param>
    /// <param name="mayCreate">Whether somebody unknown is made; otherwise only who was invited comes in.</param>
    public Task<(Person? Person, Refusal? Refusal)> ArriveAsync(
        ProviderPerson who, Standing standing, string? newTeamId, bool mayCreate, CancellationToken cancel = default) =>
        gate.RunAsync<(Person?, Refusal?)>(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var arrival = new Arrival(db, who, time.GetUtcNow().UtcDateTime);
            var row = await arrival.KnownAsync(cancel) ?? await arrival.InvitedAsync(cancel);
            if (row is null && await ShutOutPeople.IsAsync(db, who.Issuer, who.Subject, cancel)) return (null, Disabled);
            if (row is null && !mayCreate) return (null, NotInvited);
            if (row is null && HasNothing(standing.TeamId ?? newTeamId, standing.IsAdmin, standing.OwnsPlaybook)) return (null, NoGroup);
            row ??= arrival.New(newTeamId);
            if (row.IsDisabled) return (null, Disabled);

            await ShutOutPeople.ForgetAsync(db, who.Issuer, who.Subject, cancel);
            await arrival.TakeAsync(row, standing, cancel);
            var isOut = HasNothing(row.TeamId, row.IsAdmin, row.OwnsPlaybook);
            if (isOut) await arrival.ShutAsync(row, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return isOut ? (null, NoGroup) : (row.ToPerson(), null);
        }, cancel);

    /// <summary>Whom the provider has sent before, whether they may still come in or not; null: nobody.</summary>
    public async Task<Person?> KnownAsync(ProviderPerson who, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return (await new Arrival(db, who, time.GetUtcNow().UtcDateTime).KnownAsync(cancel))?.ToPerson();
    }

    private static bool HasNothing(string? teamId, bool? isAdmin, bool? ownsPlaybook) => teamId is null or "" && isAdmin is not true && ownsPlaybook is not true;
}
