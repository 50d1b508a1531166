using Bunit;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Tests.Parts;

public sealed class PartTests : BunitContext
{
    [Theory]
    [InlineData("ie", ChipState.TookPart, "chip t-ie", "IE")]
    [InlineData("cloud", ChipState.Ball, "chip t-cloud ball", "Cloud has the ball")]
    [InlineData("tam", ChipState.Next, "chip t-tam next", "TAM will get it")]
    [InlineData("legal", ChipState.TookPart, "chip t-sales", "LEGAL")]
    public void A_chip_says_in_words_what_it_shows_in_colour(string team, ChipState state, string css, string text)
    {
        var chip = Render<TeamChip>(p => p.Add(c => c.Id, team).Add(c => c.State, state)).Find("span");

        Assert.Equal(css, chip.ClassName);
        Assert.Equal(text, chip.TextContent);
    }

    [Fact]
    public void A_person_without_a_team_has_no_chip() =>
        Assert.Equal("", Render<TeamChip>(p => p.Add(c => c.Id, "")).Markup.Trim());

    [Theory]
    [InlineData(ClockState.Calm, "clock")]
    [InlineData(ClockState.Warn, "clock warn")]
    [InlineData(ClockState.Late, "clock late")]
    [InlineData(ClockState.Held, "clock held")]
    public void A_clock_keeps_its_ring_between_empty_and_full(ClockState state, string css)
    {
        var clock = Render<Clock>(p => p.Add(c => c.Words, "Due today").Add(c => c.Used, 140).Add(c => c.State, state)).Find("span");

        Assert.Equal(css, clock.ClassName);
        Assert.Equal("--used:100", clock.GetAttribute("style"));
        Assert.Equal("Due today", clock.TextContent);
    }

    [Fact]
    public void Every_state_is_an_icon_and_a_word()
    {
        foreach (var kind in Enum.GetValues<StateKind>())
        {
            var state = Render<State>(p => p.Add(s => s.Kind, kind).AddChildContent("Word"));

            Assert.NotEmpty(state.Find("svg").Children);
            Assert.Equal("Word", state.Find(".state").TextContent);
        }
    }

    [Fact]
    public void Every_icon_has_a_drawing_of_its_own()
    {
        var drawings = Enum.GetValues<IconName>().Select(IconShape.Of).ToList();

        Assert.Equal(drawings.Count, drawings.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("Wren Lanternby", "WL")]
    [InlineData("Wren", "W")]
    [InlineData("Ana de la Fuente", "AF")]
    [InlineData("élise öhm", "ÉÖ")]
    [InlineData("  ", "?")]
    public void Initials_are_the_first_letters_of_the_first_and_last_name(string name, string initials) =>
        Assert.Equal(initials, AvatarText.Initials(name));
}
