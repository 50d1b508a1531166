using System.Text;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Relay;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Drafts;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Privacy;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.EntityFrameworkCore;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Privacy;

public sealed class ErasureTests : IAsyncLifetime
{
    private static readonly Person Gone = new("zebulon-quagmire", "Zebulon Quagmire", "ie", false);
    private static readonly Person Admin = new("ada", "Ada", "", true);

    private readonly Office _office = new();

    private PersonErasure Erasure => _office.Get<PersonErasure>();

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        await _office.Get<PeopleDirectory>().RememberAsync([Ce, Cloud, Ie, OtherIe, Tpm, Tam, Gone, Admin]);
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Nothing_of_an_erased_person_is_left_in_any_table_or_in_the_file()
    {
        await LiveAsync();
        Assert.True(await IsInFilesAsync());
        await ShutOutAsync();

        var (name, refusal) = await Erasure.EraseAsync(Gone.Id, Admin);

        Assert.Null(refusal);
        Assert.Equal("Former colleague 1", name);
        Assert.False(await IsInFilesAsync());
        await using var db = await DbAsync();
        Assert.False(await db.Sessions.AnyAsync());
        Assert.False(await db.Drafts.AnyAsync());
        Assert.False(await db.UnsentTexts.AnyAsync());
        Assert.False(await db.Tokens.AnyAsync());
        Assert.False(await db.Absences.AnyAsync(absence => absence.PersonId == "former-1"));
        Assert.Equal(0, await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM pragma_foreign_key_check").SingleAsync());
    }

    [Fact]
    public async Task What_was_done_counts_as_before_and_the_rows_are_what_they_would_be_made_anew()
    {
        await LiveAsync();
        var before = await LedgersAsync();
        await ShutOutAsync();

        await Erasure.EraseAsync(Gone.Id, Admin);

        Assert.Equal(before.Replace(Gone.Id, "former-1", StringComparison.Ordinal).Replace(Gone.Name, "Former colleague 1", StringComparison.Ordinal), await LedgersAsync());
        Assert.Contains("former-1", before.Replace(Gone.Id, "former-1", StringComparison.Ordinal), StringComparison.Ordinal);
        var rows = await RowsAsync();
        foreach (var request in await AllAsync()) await _office.Get<RequestDesk>().CommentAsync(request.Id, "Still here.", Tam);
        Assert.Equal(rows, await RowsAsync());
    }

    [Fact]
    public async Task Somebody_else_keeps_their_name()
    {
        await LiveAsync();
        await ShutOutAsync();
        await Erasure.EraseAsync(Gone.Id, Admin);
        Assert.Contains((await AllAsync()).SelectMany(request => request.History), entry => entry.By.Name == Ce.Name);
    }

    [Fact]
    public async Task Only_an_administrator_erases_only_who_is_shut_out_and_only_once()
    {
        Assert.Equal("NotAnAdministrator", (await Erasure.EraseAsync(Gone.Id, Ce)).Refusal!.Name);
        Assert.Equal("PersonNotDisabled", (await Erasure.EraseAsync(Gone.Id, Admin)).Refusal!.Name);
        Assert.Equal("PersonNotFound", (await Erasure.EraseAsync("nobody", Admin)).Refusal!.Name);
        await ShutOutAsync();
        Assert.Null((await Erasure.EraseAsync(Gone.Id, Admin)).Refusal);
        Assert.Equal("AlreadyErased", (await Erasure.EraseAsync("former-1", Admin)).Refusal!.Name);
        await ShutOutAsync(OtherIe);
        Assert.Equal("Former colleague 2", (await Erasure.EraseAsync(OtherIe.Id, Admin)).Name);
    }

    [Fact]
    public async Task Stopped_in_between_nothing_has_happened_and_the_audit_is_guarded_still()
    {
        await LiveAsync();
        await ShutOutAsync();
        var (ledgers, rows) = (await LedgersAsync(), await RowsAsync());
        await using var db = await DbAsync();
        // The audit comes last, when all else is changed.
        await db.Database.ExecuteSqlAsync($"CREATE TRIGGER stop BEFORE INSERT ON Audit WHEN NEW.Kind = 'privacy-erased' BEGIN SELECT RAISE(ABORT, 'stopped'); END");

        await Assert.ThrowsAnyAsync<Exception>(() => Erasure.EraseAsync(Gone.Id, Admin));

        Assert.Equal(ledgers, await LedgersAsync());
        Assert.Equal(rows, await RowsAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlAsync($"UPDATE Audit SET ByName = 'x'"));
        await db.Database.ExecuteSqlAsync($"DROP TRIGGER stop");
        Assert.Null((await Erasure.EraseAsync(Gone.Id, Admin)).Refusal);
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlAsync($"UPDATE Audit SET ByName = 'x'"));
    }

    [Fact]
    public async Task An_export_holds_what_is_stored_and_no_secret()
    {
        await LiveAsync();

        var (export, _) = await _office.Get<PersonExport>().OfAsync(Gone.Id, Admin);

        Assert.Equal(Gone.Name, export!["person"]!["name"]!.GetValue<string>());
        Assert.Equal("203.0.113.9", export["sessions"]![0]!["address"]!.GetValue<string>());
        Assert.Equal("For the build", export["tokens"]![0]!["name"]!.GetValue<string>());
        Assert.Null(export["tokens"]![0]!["hash"]);
        Assert.Single(export["drafts"]!.AsArray());
        Assert.Single(export["unsentTexts"]!.AsArray());
        Assert.Single(export["absences"]!.AsArray());
        Assert.Contains(export["history"]!.AsArray(), entry => entry!["request"]!.GetValue<long>() == 1001 && entry["what"]!["kind"]!.GetValue<string>() == "pinned");
        Assert.Equal("NotAnAdministrator", (await _office.Get<PersonExport>().OfAsync(Gone.Id, Ce)).Refusal!.Name);
    }

    // Leaves traces wherever there can be any.
    private async Task LiveAsync()
    {
        var desk = _office.Get<TeamDesk>();
        var team = new Team("ie", "IE", "Implementation engineering");
        var assigned = await _office.InQualificationAsync("Orrery Labs");
        assigned = await _office.DoAsync(assigned, (r, now) => r.Assign(Gone, Ie, now));
        assigned = await _office.DoAsync(assigned, (r, now) => r.PinFirst("It is the oldest.", Gone, now));
        assigned = await _office.DoAsync(assigned, (r, now) => r.SendBack("Look at the size again.", ["users_full"], [], Gone, now));
        assigned = await _office.DoAsync(assigned, (r, now) => r.Complete(Ce, now));
        Assert.True((await desk.SetCapacityAsync(team, Gone.Id, 3, Admin)).Succeeded);
        Assert.True((await desk.AddAbsenceAsync(team, Gone.Id, new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 9), Gone)).Succeeded);
        Assert.True((await desk.SetAutomaticAsync(team, true, Admin)).Succeeded);
        var declined = await _office.InQualificationAsync("Aster Foundry");
        declined = await _office.DoAsync(declined, (r, now) => r.Decline(r.Playbook.DeclineReasons[0].Id, "Too small.", Gone, now));
        await _office.Get<RequestDesk>().CommentAsync(declined.Id, "I looked at it.", Gone);
        await _office.Get<Sessions>().StartAsync(Gone.Id, "password", "203.0.113.9", null);
        await _office.Get<AccessTokens>().CreateAsync("For the build", [TokenScope.Read], 30, Gone);
        var draft = await _office.Get<DraftStore>().StartAsync(Gone.Id);
        await _office.Get<DraftStore>().ChangeAsync(draft.Id, Gone.Id, "customer.name", "Birchwater", draft.Version);
        await _office.Get<UnsentTexts>().KeepAsync(Gone.Id, declined.Id, "comment", "half a");
    }

    private async Task ShutOutAsync(Person? who = null)
    {
        await using var db = await DbAsync();
        var id = (who ?? Gone).Id;
        await db.People.Where(person => person.Id == id).ExecuteUpdateAsync(set => set.SetProperty(person => person.IsDisabled, true));
    }

    private Task<RouterDb> DbAsync() => _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();

    private async Task<List<Request>> AllAsync()
    {
        await using var db = await DbAsync();
        var all = new List<Request>();
        foreach (var id in await db.Requests.OrderBy(row => row.Number).Select(row => row.Id).ToListAsync()) all.Add((await _office.Get<RequestStore>().FindAsync(id, Sight.Everything))!);
        return all;
    }

    private async Task<string> LedgersAsync() => string.Join('\n', (await AllAsync()).SelectMany(request => RelayLedger.Of(request, _office.Time.GetUtcNow().UtcDateTime).Segments
        .Select(segment => FormattableString.Invariant($"{request.Number} {segment.From:O} {segment.Until:O} {segment.TeamId} {segment.Person} {segment.Minutes}"))));

    // Without what a comment changes.
    private async Task<string> RowsAsync()
    {
        await using var db = await DbAsync();
        var requests = await db.Requests.OrderBy(row => row.Number).Select(row => new { row.Number, row.OpenedById, row.OpenedByName, row.AssigneeId, row.AssigneeName, row.StageId, row.DueAt, row.Priority }).ToListAsync();
        var queues = await db.Queues.OrderBy(row => row.Order).Select(row => new { row.Order, row.TeamId, row.AssigneeId, row.AssigneeName, row.PinnedByName, row.Says }).ToListAsync();
        var turns = await db.Turns.OrderBy(row => row.RequestId).ThenBy(row => row.At).Select(row => new { row.RequestId, row.PersonId, row.At }).ToListAsync();
        return string.Join('\n', [.. requests.Select(row => row.ToString()), .. queues.Select(row => row.ToString()), .. turns.Select(row => row.ToString())]);
    }

    private async Task<bool> IsInFilesAsync()
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_office.FilesDirectory)!, "*.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, Encoding.Latin1);
            var bytes = await reader.ReadToEndAsync();
            if (bytes.Contains("Zebulon", StringComparison.OrdinalIgnoreCase) || bytes.Contains("203.0.113.9", StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
