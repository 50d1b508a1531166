using System.Globalization;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Tests.Parts;

public sealed class WhenTextTests
{
    private static readonly DateTime Now = Utc("2026-11-24 10:38");

    [Theory]
    [InlineData("2026-11-24 09:14", "today 09:14")]
    [InlineData("2026-11-24 00:00", "today 00:00")]
    [InlineData("2026-11-23 23:59", "yesterday 23:59")]
    [InlineData("2026-11-25 08:00", "tomorrow 08:00")]
    [InlineData("2026-11-22 12:00", "Sun 22 Nov 12:00")]
    [InlineData("2026-11-20 16:40", "Fri 20 Nov 16:40")]
    [InlineData("2026-01-01 00:05", "Thu 1 Jan 00:05")]
    [InlineData("2025-12-31 23:55", "Wed 31 Dec 2025 23:55")]
    [InlineData("2027-02-01 07:00", "Mon 1 Feb 2027 07:00")]
    public void A_moment_reads_as_people_say_it(string at, string text) => Assert.Equal(text, WhenText.Moment(Utc(at), Now));

    [Theory]
    [InlineData("2026-11-24", "today")]
    [InlineData("2026-11-23", "yesterday")]
    [InlineData("2026-11-25", "tomorrow")]
    [InlineData("2026-12-02", "Wed 2 Dec")]
    [InlineData("2027-01-15", "Fri 15 Jan 2027")]
    public void A_day_names_its_year_only_when_it_is_another(string day, string text) =>
        Assert.Equal(text, WhenText.Day(DateOnly.Parse(day, CultureInfo.InvariantCulture), Now));

    private static DateTime Utc(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
