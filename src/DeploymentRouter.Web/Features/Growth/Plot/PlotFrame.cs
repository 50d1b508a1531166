using System.Globalization;

namespace DeploymentRouter.Web.Features.Growth.Plot;

/// <summary>Where a day and a share of the limit stand in a drawing.</summary>
/// <param name="Top">The highest share shown; 1 is the limit.</param>
public sealed record PlotFrame(int Width, int Height, DateOnly From, DateOnly To, double Top)
{
    public const int Left = 44;
    public const int Right = 12;
    public const int Above = 12;
    public const int Below = 24;

    public double Bottom => Height - Below;

    public double Edge => Width - Right;

    public double X(DateOnly day) => Left + (double)(day.DayNumber - From.DayNumber) / (To.DayNumber - From.DayNumber) * (Width - Left - Right);

    public double Y(double share) => Bottom - share / Top * (Height - Above - Below);

    public string At(DateOnly day, double share) => $"{Text(X(day))},{Text(Y(share))}";

    /// <summary>A measure as SVG writes it.</summary>
    public static string Text(double measure) => measure.ToString("0.#", CultureInfo.InvariantCulture);
}
