using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.Importing;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Playbooks.Publishing;

/// <summary>Puts playbooks in force: checks the text, tries it on everything that is stored, and lets it take the place of the one before.</summary>
public sealed class PlaybookDesk(
    IDbContextFactory<RouterDb> factory, PlaybookInForce inForce, WriteGate gate, IEnumerable<PlaybookSetting> settings, TimeProvider time) : IDisposable
{
    private const string Sent = "playbook.yaml";
    private readonly OneAtATime _turn = new();

    /// <summary>Why somebody publishes nothing; null: they may.</summary>
    public Refusal? WhyNot(Person by) => Rights.WhyNot(Right.PublishPlaybook, by, inForce.Current);

    /// <summary>What putting a text in force would come to. Takes seconds; one is tried at a time.</summary>
    /// <param name="sight">Which requests can be named.</param>
    public Task<PlaybookTrial> TryAsync(byte[] utf8, Person by, Sight sight, CancellationToken cancel = default) => _turn.RunAsync(
        async () => WhyNot(by) is { } refusal
            ? new PlaybookTrial(PlaybookCheck.Nothing, inForce.Current.Hash) { Refusal = refusal }
            : (await TryAsync(utf8, inForce.Edition, sight, cancel)).Trial,
        cancel);

    /// <summary>Puts a text in force.</summary>
    /// <param name="seenHash">The hash of the playbook in force when its author looked.</param>
    /// <param name="note">Why.</param>
    public Task<PublishResult> PublishAsync(byte[] utf8, string seenHash, string note, Person by, Sight sight, CancellationToken cancel = default) => _turn.RunAsync(
        async () =>
        {
            if ((WhyNot(by) ?? ProblemOf(note)) is { } refusal) return new PublishResult.Refused(refusal);
            if (inForce.Current.Hash != seenHash) return await OvertakenAsync(cancel);
            var (trial, rehearsal) = await TryAsync(utf8, inForce.Edition, sight, cancel);
            if (trial.Refusal is { } impossible) return new PublishResult.Refused(impossible);
            if (!trial.CanBePublished) return new PublishResult.NotFit(trial);
            return await StoreAsync(trial, rehearsal!, utf8, note.Trim(), by, sight, cancel);
        },
        cancel);

    public void Dispose() => _turn.Dispose();

    private static Refusal? ProblemOf(string note) =>
        string.IsNullOrWhiteSpace(note) ? Refusals.TextNeeded("why it is put in force") : TextCheck.Problem(note.Trim(), Publication.MaxNote);

    private async Task<(PlaybookTrial Trial, Rehearsal? Rehearsal)> TryAsync(byte[] utf8, PlaybookEdition edition, Sight sight, CancellationToken cancel)
    {
        var check = await Task.Run(() => PlaybookCheck.Of(utf8, Sent), cancel);
        var trial = new PlaybookTrial(check, edition.Playbook.Hash);
        if (!check.IsSound) return (trial, null);
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await WhyNotAsync(db, check.Playbook!, edition, cancel) is { } refusal) return (trial with { Refusal = refusal }, null);
        var rehearsal = new Rehearsal(edition.Playbook, check.Playbook!);
        await rehearsal.RunAsync(db, cancel);
        return (await Findings.AddAsync(trial, rehearsal, db, edition.Playbook, sight, Now, cancel), rehearsal);
    }

    private async Task<Refusal?> WhyNotAsync(RouterDb db, Playbook playbook, PlaybookEdition edition, CancellationToken cancel)
    {
        var isInForce = playbook.Hash == edition.Playbook.Hash;
        // What a setting or the executable puts in force can be published as it is, so that it stays when they change.
        if (edition.Origin is PlaybookOrigin.Published && isInForce) return PublishRefusals.InForceAlready();
        if (edition.Origin is PlaybookOrigin.File && !isInForce) return PublishRefusals.FromFile(edition.Name);
        var (hash, version) = (playbook.Hash, playbook.Version);
        var namesake = await db.Publications.Where(row => row.Version == version && row.Hash != hash).OrderByDescending(row => row.Number).Select(Publication.OfRow).FirstOrDefaultAsync(cancel);
        if (namesake is not null) return PublishRefusals.VersionTaken(namesake);
        if (!isInForce && edition.Playbook.Version == version && !await db.Publications.AnyAsync(row => row.Hash == hash, cancel)) return PublishRefusals.VersionInForce(version);
        return settings.Select(setting => setting.WhyNot(playbook)).FirstOrDefault(problem => problem is not null) is { } needed ? PublishRefusals.SettingNeeds(needed) : null;
    }

    private Task<PublishResult> StoreAsync(
        PlaybookTrial trial, Rehearsal rehearsal, byte[] utf8, string note, Person by, Sight sight, CancellationToken cancel) => gate.RunAsync<PublishResult>(
        async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            // Begins as a writer: from here on nothing is written by the playbook before.
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var newest = await NewestAsync(db, cancel);
            if (inForce.Current.Hash != trial.SeenHash) return new PublishResult.Overtaken(newest);
            if (await ImportJournal.IsAnyUnderWayAsync(db, Now, cancel)) return new PublishResult.Refused(PublishRefusals.ImportUnderWay());
            await rehearsal.RunAsync(db, cancel);
            var again = await Findings.AddAsync(trial, rehearsal, db, inForce.Current, sight, Now, cancel);
            if (!again.CanBePublished) return new PublishResult.NotFit(again);

            var playbook = trial.Check.Playbook!;
            var made = new Publication((newest?.Number ?? 0) + 1, playbook.Hash, playbook.Name, playbook.Version, note, by.Id, by.Name, Now);
            db.Publications.Add(RowOf(made, utf8));
            AuditLog.Add(db, by, made.At, AuditKinds.PlaybookPublished, FormattableString.Invariant($"playbook/{made.Number}"), Says(made));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            // What a file puts in force stays in force until the setting is taken out.
            if (inForce.Edition.Origin is not PlaybookOrigin.File) inForce.Put(EditionOf(playbook, made, utf8));
            return new PublishResult.Done(made);
        },
        cancel);

    /// <summary>A published playbook as it comes into force.</summary>
    public static PlaybookEdition EditionOf(Playbook playbook, Publication publication, byte[] utf8) => new(playbook, publication.FileName, utf8, PlaybookOrigin.Published);

    private async Task<PublishResult> OvertakenAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return new PublishResult.Overtaken(inForce.Edition.Origin is PlaybookOrigin.Published ? await NewestAsync(db, cancel) : null);
    }

    private static Task<Publication?> NewestAsync(RouterDb db, CancellationToken cancel) =>
        db.Publications.OrderByDescending(row => row.Number).Select(Publication.OfRow).FirstOrDefaultAsync(cancel);

    private static PublicationRow RowOf(Publication made, byte[] utf8) => new()
    {
        Number = made.Number,
        Hash = made.Hash,
        Name = made.Name,
        Version = made.Version,
        Utf8 = utf8,
        Note = made.Note,
        ById = made.ById,
        ByName = made.ByName,
        At = made.At,
    };

    private static string Says(Publication made) =>
        FormattableString.Invariant($"put version {made.Version} of “{made.Name}” in force ({made.Hash[..12]}): {made.Note}");

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}
