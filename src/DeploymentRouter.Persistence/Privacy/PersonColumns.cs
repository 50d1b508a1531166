using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DeploymentRouter.Persistence.Privacy;

/// <summary>A column that says who somebody is.</summary>
/// <param name="Id">The column of the identifier.</param>
/// <param name="Name">The column of the name beside it; null: there is none.</param>
internal sealed record PersonColumn(string Table, string Id, string? Name);

/// <summary>Where the database names people. Read off the model by how columns are called, so that no table that is added later is forgotten.</summary>
internal static class PersonColumns
{
    private static readonly string[] Endings = ["PersonId", "ById", "OwnerId", "AssigneeId", "WatcherId", "UserId", "CallerId"];

    /// <summary>Tables whose rows belong to one person and go with them; in the others the row stays, under another name.</summary>
    public static readonly IReadOnlySet<string> Owned = new HashSet<string>(StringComparer.Ordinal)
    {
        "Sessions", "Tokens.PersonId", "Drafts", "Follows", "UnsentTexts", "Absences", "Members", "Links.PersonId", "KeyedCalls",
        "AccountClaims", "AccountLogins", "AccountTokens", "AccountPasskeys",
    };

    public static IReadOnlyList<PersonColumn> Of(RouterDb db) =>
    [
        .. from entity in db.Model.GetEntityTypes()
           where !entity.IsOwned()
           let table = entity.GetTableName()
           where table is not null
           from property in entity.GetProperties()
           where property.ClrType == typeof(string) && Endings.Any(ending => property.Name.EndsWith(ending, StringComparison.Ordinal))
           select new PersonColumn(table, property.GetColumnName(), NameBeside(entity, property)),
    ];

    public static bool Goes(PersonColumn column) => Owned.Contains(column.Table) || Owned.Contains($"{column.Table}.{column.Id}");

    private static string? NameBeside(IEntityType entity, IProperty id) =>
        entity.FindProperty($"{id.Name[..^"Id".Length]}Name")?.GetColumnName();
}
