using DeploymentRouter.Core.Intake;

namespace DeploymentRouter.Core.Tests.Intake;

public class TypedTextTests
{
    [Theory]
    [InlineData("14500", 14_500)]
    [InlineData("14,500", 14_500)]
    [InlineData("14 500", 14_500)]
    [InlineData(" 14'500 ", 14_500)]
    [InlineData("14\u202F500", 14_500)]
    [InlineData("1,000,000", 1_000_000)]
    [InlineData("0", 0)]
    public void Whole_numbers_are_read_the_way_people_group_them(string text, long number) =>
        Assert.Equal(number, TypedText.Whole(text));

    [Theory]
    [InlineData("")]
    [InlineData("14.5")]
    [InlineData("1,45")]
    [InlineData("14,5000")]
    [InlineData("-3")]
    [InlineData("about 300")]
    [InlineData("99999999999999999999")]
    public void What_is_not_clearly_a_whole_number_is_not_guessed(string text) => Assert.Null(TypedText.Whole(text));

    [Theory]
    [InlineData("250000", 250_000)]
    [InlineData("$250,000", 250_000)]
    [InlineData("USD 250 000", 250_000)]
    [InlineData("250,000.50 usd", 250_000.5)]
    public void Money_may_carry_its_currency(string text, double amount) => Assert.Equal((decimal)amount, TypedText.Usd(text));

    [Theory]
    [InlineData("€250,000")]
    [InlineData("250k")]
    [InlineData("-1")]
    public void Another_currency_or_a_short_form_is_not_guessed(string text) => Assert.Null(TypedText.Usd(text));

    [Theory]
    [InlineData("2027-02-01")]
    [InlineData("1 Feb 2027")]
    [InlineData("1 february 2027")]
    [InlineData("Mon 1 Feb 2027")]
    public void Dates_are_read_when_the_month_cannot_be_mistaken(string text) => Assert.Equal(new DateOnly(2027, 2, 1), TypedText.Day(text));

    [Theory]
    [InlineData("1/2/2027")]
    [InlineData("30 Feb 2027")]
    [InlineData("soon")]
    public void A_date_that_could_be_two_or_none_is_not_guessed(string text) => Assert.Null(TypedText.Day(text));
}
