using System.Collections.Immutable;
using static DeploymentRouter.Decisions.Tests.Rules;

namespace DeploymentRouter.Decisions.Tests.Answers;

public sealed class AnswerSetTests
{
    private static readonly AnswerSet Two = Given(("b", Yes), ("a", Count(5)));

    [Fact]
    public void Answers_are_found_changed_and_opened_again()
    {
        Assert.Equal((Count(5), Yes, null), (Two["a"], Two["b"], Two["c"]));
        Assert.Equal(No, Two.With("b", No)["b"]);
        Assert.Null(Two.With("b", null)["b"]);
        Assert.Equal(1, Two.With("b", null).Count);
        Assert.Same(Two, Two.With("c", null));
        Assert.Equal((Count(5), Yes), (Two["a"], Two["b"]));
    }

    [Fact]
    public void Equal_answers_are_equal_sets_however_they_came_together()
    {
        var other = AnswerSet.Of([KeyValuePair.Create("a", No), KeyValuePair.Create("b", Yes), KeyValuePair.Create("a", Count(5))]);
        Assert.Equal(Two, other);
        Assert.Equal(Two.GetHashCode(), other.GetHashCode());
        Assert.Equal(Two, new AnswerSet(Two.ByQuestion));
        Assert.NotEqual(Two, Two.With("a", Count(6)));
        Assert.NotEqual(Two, Two.With("c", Yes));
        Assert.Equal(Given(("set", Chosen("x", "y"))), Given(("set", Chosen("y", "x"))));
    }

    [Fact]
    public void They_are_listed_in_ordinal_order_whatever_order_they_came_in()
    {
        Assert.Equal(["a", "b"], Two.ByQuestion.Keys);
        var foreign = ImmutableSortedDictionary.CreateRange(StringComparer.OrdinalIgnoreCase, Two.With("_", No).ByQuestion);
        Assert.Equal(["_", "a", "b"], new AnswerSet(foreign).ByQuestion.Keys);
        Assert.Equal(No, new AnswerSet(foreign)["_"]);
    }
}
