using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Tests.Requests;

public sealed class TextCheckTests
{
    [Theory]
    [InlineData("Ordinary words, ÄÖÜ, 日本語, 👩🏽‍💻 and\ttabs\r\nin two lines")]
    [InlineData("<script>alert(1)</script> is only a text")]
    [InlineData("العربية \u200F and a mark of its direction")]
    [InlineData("")]
    public void What_people_write_is_kept(string text) => Assert.Null(TextCheck.Problem(text, 100));

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u001Bb")]
    [InlineData("a\u0085b")]
    [InlineData("invoice\u202Efdp.exe")]
    [InlineData("\u2066name")]
    public void What_no_keyboard_writes_is_refused_with_a_sentence(string text) =>
        Assert.Equal((nameof(Refusals.TextUnreadable), TextCheck.UnreadableSentence), (TextCheck.Problem(text, 100)!.Name, TextCheck.Problem(text, 100)!.Sentence));

    // Half a character does not survive in an attribute.
    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0xDC69)]
    public void Half_a_character_is_refused(int half) => Assert.Equal(nameof(Refusals.TextUnreadable), TextCheck.Problem($"half {(char)half} of one", 100)!.Name);

    [Theory]
    [InlineData("Ann\u202E Vale", "Ann Vale")]
    [InlineData("Ann\0\n Vale 👩🏽‍💻", "Ann Vale 👩🏽‍💻")]
    [InlineData(" \u2066 ", "")]
    [InlineData(null, "")]
    public void A_name_from_elsewhere_is_tidied(string? sent, string kept) => Assert.Equal(kept, TextCheck.TidyLine(sent, 100));

    [Fact]
    public void A_tidied_name_ends_with_a_whole_character()
    {
        Assert.Equal("aaa", TextCheck.TidyLine("aaa👩", 4));
        Assert.Equal("ab", TextCheck.TidyLine($"a{(char)0xD83D}b", 4));
    }

    [Fact]
    public void A_line_is_one() => Assert.Equal((true, false, false), (TextCheck.IsLine("a b"), TextCheck.IsLine("a\nb"), TextCheck.IsLine("a\u202Eb")));

    [Fact]
    public void Too_long_is_told_first() => Assert.Equal(nameof(Refusals.TextTooLong), TextCheck.Problem("a\0b", 2)!.Name);
}
