using System.Globalization;

namespace DeploymentRouter.Web.Components.Parts;

/// <summary>Times as people say them: "today 09:14", "Fri 20 Nov 16:40", "Wed 2 Dec". All in UTC.</summary>
public static class WhenText
{
    /// <summary>A moment, seen from <paramref name="now"/>.</summary>
    public static string Moment(DateTime at, DateTime now) => $"{Day(DateOnly.FromDateTime(at), now)} {at.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    /// <summary>A day, seen from <paramref name="now"/>; the year is named only when it is another one.</summary>
    public static string Day(DateOnly day, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        return (day.DayNumber - today.DayNumber) switch
        {
            0 => "today",
            -1 => "yesterday",
            1 => "tomorrow",
            _ when day.Year == today.Year => day.ToString("ddd d MMM", CultureInfo.InvariantCulture),
            _ => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>A day where many stand below each other: "2 Nov", with the year only when it is another one.</summary>
    public static string Date(DateTime at, DateTime now) =>
        at.ToString(at.Year == now.Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);
}
