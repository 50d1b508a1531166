using System.Linq.Expressions;
using DeploymentRouter.Persistence.Schema;

namespace DeploymentRouter.Persistence.Playbooks.Publishing;

/// <summary>One time that a playbook was put in force.</summary>
/// <param name="Number">Counts up from 1 with each publication; the highest is in force.</param>
/// <param name="Hash">SHA-256 of its YAML, lower-case hex.</param>
/// <param name="Name">What the playbook calls itself.</param>
/// <param name="Version">The version that stands in it.</param>
/// <param name="Note">Why it was put in force.</param>
/// <param name="At">UTC.</param>
public sealed record Publication(int Number, string Hash, string Name, int Version, string Note, string ById, string ByName, DateTime At)
{
    /// <summary>The longest note, in characters.</summary>
    public const int MaxNote = 500;

    /// <summary>What its text is called, for people who download it.</summary>
    public string FileName => FormattableString.Invariant($"playbook-{Number}.yaml");

    internal static Expression<Func<PublicationRow, Publication>> OfRow { get; } =
        row => new Publication(row.Number, row.Hash, row.Name, row.Version, row.Note, row.ById, row.ByName, row.At);

    internal static Func<PublicationRow, Publication> Of { get; } = OfRow.Compile();
}

/// <summary>A publication with its YAML.</summary>
public sealed record PublishedText(Publication Publication, byte[] Utf8);
