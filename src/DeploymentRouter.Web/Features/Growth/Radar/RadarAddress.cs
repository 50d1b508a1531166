using System.Globalization;

namespace DeploymentRouter.Web.Features.Growth.Radar;

/// <summary>What the radar shows, exactly as its address says it; anything unknown counts as not said.</summary>
/// <param name="Who">"mine"; else everybody's.</param>
/// <param name="Page">From 1.</param>
public sealed record RadarAddress(string? Who = null, string? Page = null)
{
    public const string Path = "/growth";

    public bool IsMine => Who is "mine";

    public int Number => int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    public RadarAddress At(int page) => this with { Page = page.ToString(CultureInfo.InvariantCulture) };

    public override string ToString()
    {
        string?[] parts = [IsMine ? "who=mine" : null, Number > 1 ? $"page={Page}" : null];
        var query = string.Join('&', parts.OfType<string>());
        return query.Length == 0 ? Path : $"{Path}?{query}";
    }
}
