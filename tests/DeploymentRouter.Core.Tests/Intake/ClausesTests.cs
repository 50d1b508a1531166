using DeploymentRouter.Core.Intake;

namespace DeploymentRouter.Core.Tests.Intake;

public class ClausesTests
{
    [Theory]
    [InlineData("it runs here", "it runs here")]
    [InlineData("the data must stay in Canada|the data must stay in Japan", "the data must stay in Canada or Japan")]
    [InlineData("Cloud supports what they need|Cloud will build what they need", "Cloud supports or will build what they need")]
    [InlineData("Cloud will build it|Cloud will not build it", "Cloud will or will not build it")]
    [InlineData("a|b|c", "a, b or c")]
    public void What_alternatives_have_in_common_is_said_once(string clauses, string sentence) =>
        Assert.Equal(sentence, Clauses.Or(clauses.Split('|')));

    [Theory]
    [InlineData("it is fast", "it is fast")]
    [InlineData("it is fast|they wait", "it is fast and they wait")]
    [InlineData("the first group has at most 20 users|the first group has at most 30 repositories", "the first group has at most 20 users and 30 repositories")]
    public void Needs_are_joined_and_do_not_repeat_themselves(string clauses, string sentence) =>
        Assert.Equal(sentence, Clauses.And(clauses.Split('|')));

    [Fact]
    public void Ways_out_stand_apart() =>
        Assert.Equal("it is slow, or they leave, or it breaks", Clauses.Either(["it is slow", "they leave", "it breaks"]));
}
