using DeploymentRouter.Core.People;

namespace DeploymentRouter.Core.Tests.People;

public sealed class PasswordRulesTests
{
    private static readonly string[] About = ["Wren Lanternby", "wren.lanternby@pebbleworks.example"];

    [Theory]
    [InlineData("violet teapot on a glacier")]
    [InlineData("kV9#mq2!Lz0x")]
    [InlineData("Zwölf Boxkämpfer jagen Viktor")]
    [InlineData("summer fjord with a quiet clarinet")]
    public void What_nobody_tries_first_is_taken(string password) => Assert.Null(PasswordRules.WhyNot(password, About));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kV9#mq2!Lz0")]
    public void Short_ones_are_refused(string? password) => Assert.Equal("PasswordTooShort", PasswordRules.WhyNot(password, About)?.Name);

    [Fact]
    public void A_book_is_refused() => Assert.Equal("PasswordTooLong", PasswordRules.WhyNot(new string('x', 100_000), About)?.Name);

    [Theory]
    [InlineData("Password1234")]
    [InlineData("P4$$w0rd!2026")]
    [InlineData("Welcome12345!")]
    [InlineData("qwertyuiop123")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("123456789012")]
    [InlineData("CorrectHorseBatteryStaple")]
    [InlineData("sunshine-princess-dragon")]
    [InlineData("DeploymentRouter2026")]
    [InlineData("Deployment-Router-1!")]
    [InlineData("Wren.Lanternby.1987")]
    [InlineData("lanternby@pebbleworks")]
    [InlineData("xyxyxyxyxyxyxyxy")]
    public void What_is_tried_first_is_refused(string password) => Assert.Equal("PasswordGuessable", PasswordRules.WhyNot(password, About)?.Name);
}
