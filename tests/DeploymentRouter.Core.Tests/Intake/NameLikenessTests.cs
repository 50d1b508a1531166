using DeploymentRouter.Core.Intake;

namespace DeploymentRouter.Core.Tests.Intake;

public class NameLikenessTests
{
    [Theory]
    [InlineData("Moss & Lantern", "moss & lantern", "the name is the same")]
    [InlineData("Moss & Lantern", "Moss & Lantern Inc.", "the name differs only in “Inc.”")]
    [InlineData("The Moss and Lantern Ltd", "Moss & Lantern Inc", "the name differs only in its legal form, accents or punctuation")]
    [InlineData("Café Orrery", "Cafe Orrery", "the name differs only in its legal form, accents or punctuation")]
    [InlineData("Moss & Lantern", "Moss & Lantern Insurance", "the name differs only in “insurance”")]
    [InlineData("Bluefinch Mutual", "Blue Finch Mutual", "the name differs only in spaces")]
    [InlineData("Lantern Moss", "Moss & Lantern", "the name has the same words in another order")]
    [InlineData("Pinwheel Aerospace", "Pinwheel Areospace", "the name differs only in spelling")]
    [InlineData("Marrowbridge Health", "Marowbridge Helth", "the name differs only in spelling")]
    public void Two_names_of_one_customer_are_recognised_and_it_is_said_why(string name, string other, string why)
    {
        Assert.Equal(why, NameLikeness.Why(name, other));
        Assert.Equal(why, NameLikeness.Why(other, name));
    }

    [Theory]
    [InlineData("Moss & Lantern", "Moss & Candle")]
    [InlineData("Pinwheel Aerospace", "Pinwheel Railways")]
    [InlineData("Acme", "Apex")]
    [InlineData("ABC", "ABD")]
    [InlineData("", "Acme")]
    [InlineData("…", "Acme")]
    public void Two_customers_are_left_apart(string name, string other)
    {
        Assert.Null(NameLikeness.Why(name, other));
        Assert.Null(NameLikeness.Why(other, name));
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("abcd", "acbd", 1)]
    [InlineData("lantern", "lantren", 1)]
    [InlineData("abc", "", 3)]
    public void A_swap_of_neighbours_is_one_slip(string left, string right, int slips)
    {
        Assert.Equal(slips, EditDistance.Between(left, right, most: 3));
        if (slips > 0) Assert.Null(EditDistance.Between(left, right, most: slips - 1));
    }
}
