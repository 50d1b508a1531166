using System.Globalization;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Auditing;

/// <summary>What the audit shows, exactly as its address says it; anything unknown counts as not said.</summary>
/// <param name="Kind">An area of <see cref="AuditKinds.Areas"/>.</param>
/// <param name="From">First day, as 2026-11-24.</param>
/// <param name="To">Last day.</param>
/// <param name="Older">The line after which the page begins.</param>
/// <param name="Newer">The line before which the page ends.</param>
public sealed record AuditAddress(
    string? Kind = null, string? Person = null, string? From = null, string? To = null, string? Older = null, string? Newer = null)
{
    public const string Path = "/audit";
    public const string ExportPath = "/audit/export";
    public const int MaxPerson = 100;

    public bool IsFiltered => Filter() != new AuditFilter();

    public long? OlderThan => Place(Older);

    public long? NewerThan => Place(Newer);

    public AuditAddress FirstPage => this with { Older = null, Newer = null };

    public string Export => Written(ExportPath, FirstPage);

    public AuditFilter Filter() => new(
        AuditKinds.Areas.Any(area => area.Id == Kind) ? Kind : null,
        Person?.Trim() is { Length: > 0 and <= MaxPerson } person ? person : null,
        AddressText.Day(From),
        AddressText.Day(To));

    /// <summary>The address itself; what is as usual is left out.</summary>
    public override string ToString() => Written(Path, this);

    private static string Written(string path, AuditAddress address) => AddressText.Written(
        path,
        ("kind", address.Kind), ("person", address.Person?.Trim()), ("from", address.From), ("to", address.To),
        ("older", address.Older), ("newer", address.Newer));

    private static long? Place(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
