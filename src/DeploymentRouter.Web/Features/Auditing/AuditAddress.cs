using System.Globalization;
using DeploymentRouter.Persistence.Auditing;

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
        Day(From),
        Day(To));

    /// <summary>The address itself; what is as usual is left out.</summary>
    public override string ToString() => Written(Path, this);

    private static string Written(string path, AuditAddress address)
    {
        (string Name, string? Value)[] parts =
        [
            ("kind", address.Kind), ("person", address.Person?.Trim()), ("from", address.From), ("to", address.To),
            ("older", address.Older), ("newer", address.Newer),
        ];
        var query = string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>A day as the address writes it.</summary>
    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static long? Place(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
