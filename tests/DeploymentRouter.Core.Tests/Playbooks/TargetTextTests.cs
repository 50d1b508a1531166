using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Core.Tests.Playbooks;

public sealed class TargetTextTests
{
    private static readonly TargetDuration[] Kinds =
        [new ElapsedHours(24), new WorkingDays(7), new WorkingHours(4), new OfficeHoursElseWorkingDays(1, 1), new CalendarDays(30), new EstimateDays(30)];

    [Fact]
    public void There_is_an_example_of_each_kind() =>
        Assert.Equal(Kinds, TargetText.Examples.Select(example => TargetText.TryParse(example, out var read) ? read : null));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9_999)]
    public void What_is_written_is_read_as_the_same(int count)
    {
        TargetDuration[] all =
        [
            new ElapsedHours(count), new WorkingDays(count), new WorkingHours(count), new OfficeHoursElseWorkingDays(count, count),
            new CalendarDays(count), new EstimateDays(count),
        ];
        Assert.Equal(all, all.Select(promise => TargetText.TryParse(TargetText.Of(promise), out var read) ? read : null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7 workdays")]
    [InlineData("0 hours")]
    [InlineData("10000 hours")]
    [InlineData("-1 hours")]
    [InlineData("7 working days ")]
    [InlineData("7 working days\n")]
    [InlineData("1.5 hours")]
    public void Anything_else_is_no_target(string text) => Assert.False(TargetText.TryParse(text, out _));
}
