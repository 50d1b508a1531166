using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Privacy;

/// <summary>All that is stored about a person, for that person to read.</summary>
public sealed class PersonExport(IDbContextFactory<RouterDb> factory, PlaybookInForce playbook, WriteGate gate, TimeProvider time)
{
    // What opens doors stays inside, also from the person it opens them for; and what is made anew from the histories says nothing of its own.
    private static readonly HashSet<string> Secret = new(StringComparer.Ordinal)
    {
        "PasswordHash", "SecurityStamp", "ConcurrencyStamp", "Value", "Data", "Hash", "CredentialId", "IdToken", "ProviderKey", "Secret", "FormerSecret", "Url",
    };

    private static readonly HashSet<string> MadeFromHistories = new(StringComparer.Ordinal) { "Requests", "Queues", "Growth", "Turns", "History", "WebhookDeliveries" };

    /// <summary>The export; null: there is nobody of that identifier. It is recorded in the audit.</summary>
    public async Task<(JsonObject? Export, Refusal? Refusal)> OfAsync(string personId, Person by, CancellationToken cancel = default)
    {
        if (Rights.WhyNot(Right.ManagePrivacy, by, playbook.Current) is { } refusal) return (null, refusal);
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == personId, cancel) is not { } row) return (null, null);
        var now = time.GetUtcNow().UtcDateTime;
        var export = new JsonObject
        {
            ["exportedAt"] = now,
            ["person"] = new JsonObject
            {
                ["id"] = row.Id,
                ["name"] = row.Name,
                ["team"] = row.TeamId,
                ["isAdministrator"] = row.IsAdmin,
                ["ownsPlaybook"] = row.OwnsPlaybook,
                ["mayComeIn"] = !row.IsDisabled,
            },
            ["account"] = (await RowsAsync(db, "SELECT * FROM Accounts WHERE Id = @id", personId, cancel)).FirstOrDefault()?.DeepClone(),
        };
        foreach (var table in PersonColumns.Of(db).Where(column => !MadeFromHistories.Contains(column.Table)).GroupBy(column => column.Table, StringComparer.Ordinal))
        {
            var where = string.Join(" OR ", table.Select(column => $"\"{column.Id}\" = @id")) + AboutThem(table.Key);
            export[JsonNamingPolicy.CamelCase.ConvertName(table.Key)] = await RowsAsync(db, $"SELECT * FROM \"{table.Key}\" WHERE {where}", personId, cancel);
        }

        export["history"] = await RowsAsync(
            db,
            "SELECT r.Number AS Request, h.Number AS Entry, h.At, h.What FROM History h JOIN Requests r ON r.Id = h.RequestId WHERE h.ById = @id ORDER BY r.Number, h.Number",
            personId,
            cancel);
        await gate.RunAsync(async () =>
        {
            AuditLog.Add(db, by, now, "privacy-exported", AuditLog.OfPerson(personId), "exported what is stored about a person");
            return await db.SaveChangesAsync(cancel);
        }, cancel);
        return (export, null);
    }

    // Where others are named by something else than a column of their own: what was done to them, and what a sales system says is theirs.
    private static string AboutThem(string table) => table switch
    {
        "Audit" => $" OR \"Subject\" = '{AuditLog.OfPerson("")}' || @id",
        "Opportunities" => " OR \"Owner\" IN (SELECT Name FROM People WHERE Id = @id UNION SELECT Email FROM Accounts WHERE Id = @id)",
        _ => "",
    };

    private static async Task<JsonArray> RowsAsync(RouterDb db, string sql, string personId, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns come from the model, never from anybody.
        command.CommandText = sql;
#pragma warning restore CA2100
        var id = command.CreateParameter();
        (id.ParameterName, id.Value) = ("@id", personId);
        command.Parameters.Add(id);
        var rows = new JsonArray();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) rows.Add(Read(reader));
        return rows;
    }

    private static JsonObject Read(DbDataReader reader)
    {
        var row = new JsonObject();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var name = reader.GetName(i);
            if (Secret.Contains(name)) continue;
            row[JsonNamingPolicy.CamelCase.ConvertName(name)] = reader.GetValue(i) switch
            {
                DBNull or byte[] => null,
                long number => number,
                double number => number,
                // What is stored as JSON is JSON here too.
                string text when name is "What" or "Fields" => JsonNode.Parse(text),
                var other => other.ToString(),
            };
        }

        return row;
    }
}
