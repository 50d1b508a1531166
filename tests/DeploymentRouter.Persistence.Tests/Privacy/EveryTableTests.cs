using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Privacy;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Tests.Privacy;

/// <summary>The model itself says where people are named: every such column holds somebody before they are erased, and nobody after.</summary>
public sealed class EveryTableTests : IAsyncLifetime
{
    private const string Issuer = "https://id.example";
    private static readonly Person Gone = new("zebulon-quagmire", "Zebulon Quagmire", "ie", false);
    private static readonly Person Namesake = new("namesake", "Zebulon Quagmire", "cloud", false);
    private static readonly Person Admin = new("ada", "Ada", "", true);

    // While an import of theirs is being stored nobody is erased; RequestsImportTests says so.
    private static readonly string[] NotWhileErasing = ["UnfinishedImports"];

    private readonly Office _office = new();

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        await _office.Get<PeopleDirectory>().RememberAsync([Gone, Namesake, Admin]);
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Nobody_who_is_erased_is_left_in_any_column_that_names_people()
    {
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await SqlAsync(db, "PRAGMA foreign_keys = OFF");
        var columns = PersonColumns.Of(db).Where(column => !NotWhileErasing.Contains(column.Table, StringComparer.Ordinal)).ToList();
        foreach (var column in columns) await FillAsync(db, column.Table, column.Id, column.Name);
        await FillAsync(db, "Accounts", "Id", null);
        await SqlAsync(db, $"INSERT INTO ProviderSessions(SessionId, Issuer, Subject, IdToken) SELECT Id, '{Issuer}', 'sub', 'x' FROM Sessions WHERE PersonId = '{Gone.Id}'");
        await SqlAsync(db, $"UPDATE Opportunities SET Owner = 'unique@zebulon.example' WHERE HandedInById = '{Gone.Id}'");
        await SqlAsync(db, $"UPDATE Accounts SET Email = 'unique@zebulon.example' WHERE Id = '{Gone.Id}'");
        await SqlAsync(db, $"UPDATE KeyedCalls SET Body = CAST('{{\"by\":\"{Gone.Id}\"}}' AS BLOB)");
        await SqlAsync(db, "PRAGMA foreign_keys = ON");
        foreach (var column in columns) Assert.True(await CountAsync(db, column.Table, column.Id, Gone.Id) > 0, $"{column.Table}.{column.Id} is empty.");
        Assert.Equal(1, await db.ProviderSessions.CountAsync());

        await db.People.Where(person => person.Id == Gone.Id).ExecuteUpdateAsync(set => set.SetProperty(person => person.IsDisabled, true));
        Assert.Null((await _office.Get<PersonErasure>().EraseAsync(Gone.Id, Admin)).Refusal);

        foreach (var column in columns)
        {
            Assert.Equal((column.Table, column.Id, 0), (column.Table, column.Id, await CountAsync(db, column.Table, column.Id, Gone.Id)));
            if (column.Name is not null) Assert.Equal((column.Table, 0), (column.Table, await CountAsync(db, column.Table, column.Name, Gone.Name)));
        }

        Assert.Equal(0, await CountAsync(db, "Accounts", "Id", Gone.Id));
        Assert.Equal(0, await db.ProviderSessions.CountAsync());
        Assert.Equal(0, await db.Opportunities.CountAsync(row => row.Owner!.Contains("zebulon")));
        Assert.Equal(Gone.Name, (await db.People.AsNoTracking().SingleAsync(person => person.Id == Namesake.Id)).Name);
    }

    [Fact]
    public async Task Who_was_shut_out_and_erased_stays_out_until_an_administrator_invites_them_anew()
    {
        var people = _office.Get<ProviderPeople>();
        var (who, standing) = (new ProviderPerson(Issuer, "sub-1", "Quill Rowan", "quill@customer.example", true), new Standing(null, null, null, null));
        var (arrived, _) = await people.ArriveAsync(who, standing, "ce", mayCreate: true);
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        await db.People.Where(person => person.Id == arrived!.Id).ExecuteUpdateAsync(set => set.SetProperty(person => person.IsDisabled, true));
        Assert.Null((await _office.Get<PersonErasure>().EraseAsync(arrived!.Id, Admin)).Refusal);

        Assert.Equal((null, ProviderPeople.Disabled), await people.ArriveAsync(who, standing, "ce", mayCreate: true));
        Assert.NotNull((await people.ArriveAsync(who with { Subject = "sub-2", Email = null }, standing, "ce", mayCreate: true)).Person);

        var (invited, refusal) = await _office.Get<PeopleDesk>().InviteAsync(new Newcomer("Quill Rowan", "quill@customer.example", "ce"), Admin);
        Assert.Null(refusal);
        Assert.NotNull(invited);
        Assert.NotNull((await people.ArriveAsync(who, standing, "ce", mayCreate: true)).Person);
        Assert.NotNull((await people.ArriveAsync(who, standing, "ce", mayCreate: true)).Person);
    }

    private static async Task FillAsync(RouterDb db, string table, string idColumn, string? nameColumn)
    {
        if (await CountAsync(db, table, idColumn, Gone.Id) > 0) return;
        var columns = await db.Database.SqlQuery<Column>($"SELECT name AS Name, type AS Type, pk AS Key FROM pragma_table_info({table})").ToListAsync();
        var filled = columns.Where(column => column is not { Key: 1, Type: "INTEGER" }).ToList();
        var values = filled.Select(column => column.Name == idColumn ? $"'{Gone.Id}'" : column.Name == nameColumn ? $"'{Gone.Name}'" : Anything(column));
        await SqlAsync(db, $"INSERT INTO \"{table}\"({string.Join(", ", filled.Select(column => $"\"{column.Name}\""))}) VALUES ({string.Join(", ", values)})");
    }

    private static string Anything(Column column) => column switch
    {
        { Name: "Number" } => "abs(random()) % 1000000",
        { Type: "INTEGER" } => "1",
        { Type: "BLOB" } => "randomblob(16)",
        { Name: "What" or "Fields" or "Answers" or "Data" } => "'{}'",
        { Name: "From" or "To" or "AsOf" } => "'2026-11-01'",
        _ when column.Name.EndsWith("At", StringComparison.Ordinal) || column.Name.EndsWith("End", StringComparison.Ordinal) => "'2026-11-01 00:00:00'",
        _ => $"'{Guid.NewGuid().ToString().ToUpper(CultureInfo.InvariantCulture)}'",
    };

#pragma warning disable EF1002, EF1003 // Names of our own tables and columns.
    private static Task<int> SqlAsync(RouterDb db, string sql) => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    private static Task<int> CountAsync(RouterDb db, string table, string column, string value) =>
        db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS Value FROM \"{table}\" WHERE \"{column}\" = {{0}}", value).SingleAsync();
#pragma warning restore EF1002, EF1003

    private sealed record Column(string Name, string Type, int Key);
}
