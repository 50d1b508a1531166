using System.Globalization;
using System.Text.Json;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Opportunities;

/// <summary>Takes in what the sales system knows of opportunities, and finds what of it may help with an intake.</summary>
public sealed class OpportunityDesk(IDbContextFactory<RouterDb> factory, WriteGate gate, PlaybookInForce playbook, TimeProvider time)
{
    /// <summary>How many are offered at most.</summary>
    public const int Most = 3;

    // The same for an account that is out of sight and for an identifier that names one: which of the two it was tells too much.
    private static readonly Refusal AccountNotYours = new("AccountNotYours", "This opportunity is not of one of your accounts. An administrator names your accounts.");

    /// <summary>Puts an opportunity in the place of what was known of it before.</summary>
    /// <param name="sight">Whoever sees some accounts only hands in those, and takes the place of nothing of others.</param>
    /// <returns>Whether it is new here; or why it is not taken.</returns>
    public Task<(bool IsNew, Refusal? Refusal)> PutAsync(Opportunity opportunity, Person by, Sight sight, CancellationToken cancel = default) =>
        gate.RunAsync<(bool, Refusal?)>(async () =>
        {
            if ((Rights.WhyNot(Right.HandInOpportunities, by, playbook.Current) ?? Problem(opportunity)) is { } refusal) return (false, refusal);
            if (!Sees(sight, CustomerKey.OfName(opportunity.Account))) return (false, AccountNotYours);
            await using var db = await factory.CreateDbContextAsync(cancel);
            var row = await db.Opportunities.FindAsync([opportunity.ExternalId], cancel);
            if (row is not null && !Sees(sight, row.AccountKey)) return (false, AccountNotYours);
            // Deliveries overtake each other; what is older never takes the place of what is newer.
            if (row?.AsOf > opportunity.AsOf) return (false, new Refusal("NewerIsKnown", $"What is known here is as of {Day(row.AsOf)}, newer than this. It stays."));
            var isNew = row is null;
            if (row is null) db.Opportunities.Add(row = new OpportunityRow { ExternalId = opportunity.ExternalId, AccountKey = "", LinkKey = "", Fields = "", Source = "", HandedInById = "" });
            Fill(row, opportunity, by);
            await db.SaveChangesAsync(cancel);
            return (isNew, null);
        }, cancel);

    /// <summary>An opportunity as a reader may see it; null: there is none, or it is out of sight.</summary>
    public async Task<Opportunity?> FindAsync(string externalId, Sight sight, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var row = await db.Opportunities.AsNoTracking().SingleOrDefaultAsync(o => o.ExternalId == externalId, cancel);
        return row is null || !Sees(sight, row.AccountKey) ? null : Read(row, sight);
    }

    /// <summary>Those with the same link or of the same account, the newest first.</summary>
    public async Task<IReadOnlyList<Opportunity>> MatchingAsync(string customerName, string link, Sight sight, CancellationToken cancel = default)
    {
        var (account, place) = (CustomerKey.OfName(customerName), CustomerKey.OfLink(link));
        if (account.Length == 0 && place.Length == 0) return [];
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = await db.Opportunities.In(sight).AsNoTracking()
            .Where(o => (account != "" && o.AccountKey == account) || (place != "" && o.LinkKey == place))
            .OrderByDescending(o => o.LinkKey == place && place != "").ThenByDescending(o => o.AsOf).ThenBy(o => o.ExternalId)
            .Take(Most)
            .ToListAsync(cancel);
        return [.. rows.Select(row => Read(row, sight))];
    }

    private Refusal? Problem(Opportunity opportunity) =>
        !IsLine(opportunity.ExternalId, Opportunity.MaxId) ? new Refusal("OpportunityIdInvalid", string.Create(CultureInfo.InvariantCulture, $"The identifier has 1 to {Opportunity.MaxId} characters in one line."))
        : !IsLine(opportunity.Source, Opportunity.MaxSource) ? new Refusal("SourceInvalid", string.Create(CultureInfo.InvariantCulture, $"source: name the system in 1 to {Opportunity.MaxSource} characters."))
        : opportunity.Owner is { } owner && !IsLine(owner, Opportunity.MaxOwner) ? new Refusal("OwnerInvalid", string.Create(CultureInfo.InvariantCulture, $"owner: write 1 to {Opportunity.MaxOwner} characters, or leave it out."))
        // A day ahead is today somewhere.
        : opportunity.AsOf > DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1) ? new Refusal("AsOfInvalid", $"asOf: {Day(opportunity.AsOf)} has not come yet.")
        : null;

    private static bool IsLine(string text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most && TextCheck.IsLine(text);

    private static bool Sees(Sight sight, string accountKey) => sight.CustomerKeys is null || sight.CustomerKeys.Contains(accountKey, StringComparer.Ordinal);

    private void Fill(OpportunityRow row, Opportunity opportunity, Person by)
    {
        (row.AccountKey, row.LinkKey) = (CustomerKey.OfName(opportunity.Account), CustomerKey.OfLink(opportunity.Link));
        (row.Fields, row.Owner, row.Source, row.AsOf) = (JsonSerializer.Serialize(opportunity.Fields), opportunity.Owner, opportunity.Source.Trim(), opportunity.AsOf);
        (row.ReceivedAt, row.HandedInById) = (time.GetUtcNow().UtcDateTime, by.Id);
    }

    private static Opportunity Read(OpportunityRow row, Sight sight)
    {
        var all = new Opportunity(row.ExternalId, JsonSerializer.Deserialize<Dictionary<string, string>>(row.Fields)!, row.Owner, row.Source, row.AsOf);
        return sight.SeesCommercial ? all : all.WithoutCommercial();
    }

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
