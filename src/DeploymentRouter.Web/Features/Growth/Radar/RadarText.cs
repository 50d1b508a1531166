using DeploymentRouter.Core.Growth;

namespace DeploymentRouter.Web.Features.Growth.Radar;

/// <summary>The few words of a line on the radar.</summary>
public static class RadarText
{
    /// <summary>When the limit is reached: a date, or why there is none.</summary>
    public static string Reached(Outlook outlook) => outlook switch
    {
        { State: GrowthState.NoReading } => "not known",
        { State: GrowthState.Over } => "reached",
        { Nearest: { } nearest } when nearest.Count == nearest.Limit => "at the limit",
        { Nearest: { } nearest } => OutlookWords.Day(nearest.ReachedOn!.Value),
        { Users.Facts.Trend: null } => "not known yet",
        _ => "not in sight",
    };

    /// <summary>The range of that date; empty: there is none.</summary>
    public static string Range(Outlook outlook) => outlook switch
    {
        { State: GrowthState.Over or GrowthState.NoReading } or { Nearest: null or { HasRange: false } } => "",
        { Nearest: { Earliest: { } earliest, Latest: { } latest } } => earliest == latest ? "" : $"{OutlookWords.Day(earliest)} to {OutlookWords.Day(latest)}",
        { Nearest: { Earliest: { } earliest } } => $"from {OutlookWords.Day(earliest)}, perhaps never",
        _ => "",
    };

    /// <summary>How fast the figure that matters grows: "+1,950 users a month".</summary>
    public static string Trend(Outlook outlook) => (outlook.Over ?? outlook.Nearest ?? outlook.Fullest) is { } figure ? OutlookWords.Change(figure) : "";
}
