using DeploymentRouter.Persistence.Privacy;
using DeploymentRouter.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace DeploymentRouter.Web.Tests.Hosting;

/// <summary>How long things are kept, as the configuration says it.</summary>
public sealed class RetentionStartTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("30", 30)]
    [InlineData("36500", 36_500)]
    public void A_number_of_days_counts(string text, int days) => Assert.Equal(days, Read("Sessions", text).Sessions);

    [Fact]
    public void What_is_not_said_is_as_usual() => Assert.Equal(new RetentionSettings(), Read("Sessions", ""));

    [Theory]
    [InlineData("Sessions", "-1")]
    [InlineData("Tokens", "36501")]
    [InlineData("StatusLinks", "1.5")]
    [InlineData("Drafts", "a month")]
    [InlineData("UnsentTexts", "1,000")]
    [InlineData("RefusedSignIns", "99999999999")]
    [InlineData("Audit", " ")]
    public void Anything_else_keeps_it_from_starting_and_names_the_setting(string kind, string text)
    {
        var refused = Assert.Throws<StartRefusedException>(() => Read(kind, text));
        Assert.Equal($"DeploymentRouter does not start: Privacy:KeepDays:{kind} is '{text}'. Set it to a number of days, 0 to 36500; 0 keeps them for good.", refused.Message);
    }

    private static RetentionSettings Read(string kind, string text) => RetentionRun.SettingsFrom(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create($"Privacy:KeepDays:{kind}", (string?)text)]).Build());
}
