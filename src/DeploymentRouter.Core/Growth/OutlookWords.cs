using System.Globalization;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Core.Growth;

/// <summary>An outlook in sentences, so that no figure stands without its reason.</summary>
public static class OutlookWords
{
    private const double DaysPerMonth = 365.25 / 12;

    public static string State(GrowthState state) => state switch
    {
        GrowthState.Green => "Green",
        GrowthState.NoReading => "No reading yet",
        GrowthState.Amber => "Amber",
        GrowthState.Red => "Red",
        GrowthState.Over => "Over the limit",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Why it is in its state, and when the limit is reached.</summary>
    public static string Whole(Outlook outlook) => outlook.State is GrowthState.NoReading ? Because(outlook) : $"{Because(outlook)} {Reached(outlook)}";

    /// <summary>Why it is in its state.</summary>
    public static string Because(Outlook outlook) => outlook.State switch
    {
        GrowthState.NoReading => "Nothing was read yet, so nobody knows how near the limit is.",
        GrowthState.Over => Over(outlook),
        GrowthState.Red => Trigger(outlook, outlook.Triggers.Red, "red"),
        GrowthState.Amber => Trigger(outlook, outlook.Triggers.Amber, "amber"),
        _ => $"{Used(outlook.Fullest!)}; amber begins at {outlook.Triggers.Amber.UtilisationPercent}\u00a0%, or {Days(outlook.Triggers.Amber.DaysToLimit)} before the limit.",
    };

    /// <summary>When the limit is reached, with its range, or why nobody can say.</summary>
    public static string Reached(Outlook outlook) => outlook switch
    {
        { Users.Facts.Trend: null } => "One day was read so far; a second reading shows how fast it grows.",
        { State: GrowthState.Over } => $"{Wording.Capital(Pace(outlook.Over!))}.",
        { Nearest: { } nearest } when nearest.Count == nearest.Limit => $"{Wording.Capital(nearest.Name)} are exactly at the limit; one more is over it.",
        { Nearest: { } nearest } => $"{Wording.Capital(Pace(nearest))}; the limit of {Number(nearest.Limit)} {(outlook.DaysToLimit < 0 ? "was to be" : "is")} reached about {Day(nearest.ReachedOn!.Value)}{Range(nearest)}.",
        _ when Grows(outlook.Users!) || Grows(outlook.Repositories!) => "It grows too slowly to reach a limit within ten years.",
        _ => "It is not growing: no limit is in sight.",
    };

    /// <summary>The range of the date in a few words, to follow the date; empty: there is none.</summary>
    public static string Range(FigureOutlook figure) => figure switch
    {
        { HasRange: false } => "",
        { Earliest: { } earliest, Latest: { } latest } when earliest == latest => "",
        { Earliest: { } earliest, Latest: { } latest } => $", likely between {Day(earliest)} and {Day(latest)}",
        { Earliest: { } earliest } => $", likely not before {Day(earliest)} and perhaps never",
        _ => "",
    };

    /// <summary>How fast one figure grows: "users grow by 1,950 a month".</summary>
    public static string Pace(FigureOutlook figure) => figure.Facts.Trend is not { } trend ? $"{figure.Name} were read once"
        : Math.Round(Math.Abs(trend.PerDay) * DaysPerMonth) is var month and >= 1
            ? $"{figure.Name} {(trend.PerDay > 0 ? "grow" : "fall")} by {month.ToString("N0", CultureInfo.InvariantCulture)} a month"
        : $"{figure.Name} stay as they are";

    /// <summary>The same in lists: "+1,950 users a month".</summary>
    public static string Change(FigureOutlook figure) => figure.Facts.Trend is not { } trend ? ""
        : Math.Round(Math.Abs(trend.PerDay) * DaysPerMonth) is var month and >= 1
            ? $"{(trend.PerDay > 0 ? "+" : "−")}{month.ToString("N0", CultureInfo.InvariantCulture)} {figure.Name} a month"
        : "steady";

    /// <summary>"18,400 users, 66,000 repositories".</summary>
    public static string Figures(Reading reading) => $"{Number(reading.Users)} users, {Number(reading.Repositories)} repositories";

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Trigger(Outlook outlook, GrowthThreshold trigger, string state) => outlook.Uses(trigger)
        ? $"{Used(outlook.Fullest!)}; {state} begins at {trigger.UtilisationPercent}\u00a0%."
        : $"The limit is {(outlook.DaysToLimit < 0 ? $"{Days(-outlook.DaysToLimit.Value)} behind us by the trend" : $"{Days(outlook.DaysToLimit!.Value)} away")}; {state} begins at {Days(trigger.DaysToLimit)}.";

    private static string Over(Outlook outlook)
    {
        var (figure, peak) = (outlook.Over!, outlook.Over!.Facts.Peak ?? new Peak(outlook.Over.Count, outlook.Over.On));
        var read = $"{Number(peak.Count)} {figure.Name} on {Day(peak.On)} are above the limit of {Number(figure.Limit)}.";
        return figure.Count > figure.Limit ? read : $"{read} The latest reading, {Number(figure.Count)}, is not; that alone does not clear it.";
    }

    private static string Used(FigureOutlook figure) => $"{Number(figure.Count)} of {Number(figure.Limit)} {figure.Name} are {figure.Percent}\u00a0%";

    private static bool Grows(FigureOutlook figure) => figure.Facts.Trend is { PerDay: > 0 };

    private static string Days(int days) => days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days:N0} days");

}
