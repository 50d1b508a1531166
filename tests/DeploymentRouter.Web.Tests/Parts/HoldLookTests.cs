using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Tests.Parts;

public sealed class HoldLookTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 8, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(null, "On hold", ClockState.Held)]
    [InlineData("2026-11-25", "On hold to 25 Nov", ClockState.Held)]
    [InlineData("2026-11-24", "Hold ended 24 Nov", ClockState.Warn)]
    [InlineData("2026-11-03", "Hold ended 3 Nov", ClockState.Warn)]
    public void A_hold_whose_day_has_come_asks_for_attention(string? until, string words, ClockState state)
    {
        var look = ClockLook.OnHold(until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), Now);
        Assert.Equal(words, look.Words);
        Assert.Equal(state, look.State);
    }
}
