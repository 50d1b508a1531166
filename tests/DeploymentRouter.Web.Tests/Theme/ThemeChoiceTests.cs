using DeploymentRouter.Web.Theme;

namespace DeploymentRouter.Web.Tests.Theme;

public sealed class ThemeChoiceTests
{
    [Theory]
    [InlineData("light", "light", "light", false)]
    [InlineData("dark", "dark", "dark", true)]
    [InlineData("system-dark", "system", null, true)]
    [InlineData("system-light", "system", null, false)]
    [InlineData(null, "system", null, false)]
    [InlineData("\"><script>", "system", null, false)]
    public void A_cookie_names_one_of_three_choices(string? cookie, string name, string? attribute, bool isDark)
    {
        var choice = ThemeChoice.Parse(cookie);

        Assert.Equal(name, choice.Name);
        Assert.Equal(attribute, choice.Attribute);
        Assert.Equal(isDark, choice.IsDark);
    }
}
