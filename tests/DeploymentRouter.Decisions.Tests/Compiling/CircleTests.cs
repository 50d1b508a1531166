using static DeploymentRouter.Decisions.Tests.Rules;

namespace DeploymentRouter.Decisions.Tests.Compiling;

public sealed class CircleTests
{
    [Fact]
    public void Conditions_that_read_each_other_are_refused_with_the_whole_circle() => AssertCircle(
        "conditions.a.when", "conditions.a.when → conditions.b.when → conditions.c.when → conditions.a.when",
        [YesNo("quick")],
        [("a", "not b"), ("b", "not c"), ("c", "a")]);

    [Fact]
    public void A_condition_that_reads_itself_is_refused() => AssertCircle(
        "conditions.a.when", "conditions.a.when → conditions.a.when", [], [("a", "not a")]);

    [Fact]
    public void A_question_asked_by_its_own_answer_is_refused() => AssertCircle(
        "questions.quick.asked_when", "questions.quick.asked_when → questions.quick.asked_when",
        [YesNo("quick", Line("quick is yes"))], []);

    [Fact]
    public void A_circle_through_branching_and_conditions_is_refused() => AssertCircle(
        "conditions.late.when",
        "conditions.late.when → questions.quick.asked_when → questions.users.asked_when → conditions.late.when",
        [YesNo("quick", Line("users > 5")), Number("users", 10, Line("late"))],
        [("late", "quick is yes")]);

    [Fact]
    public void What_leads_into_a_circle_is_not_part_of_it() => AssertCircle(
        "conditions.b.when", "conditions.b.when → conditions.c.when → conditions.b.when",
        [],
        [("a", "b"), ("b", "c"), ("c", "b")]);

    [Fact]
    public void Two_ways_to_one_condition_are_no_circle() => Compiled(Definition(
        [YesNo("quick")], [("a", "quick is yes"), ("b", "a"), ("c", "not a")]));

    private static void AssertCircle(string where, string circle, Question[] questions, (string Id, string Line)[] conditions)
    {
        Assert.False(RuleSet.TryCompile(Definition(questions, conditions), out _, out var faults));
        Assert.Equal(new Fault(where, $"This runs in a circle: {circle}."), Assert.Single(faults));
    }

    private static RuleSetDefinition Definition(Question[] questions, (string Id, string Line)[] conditions) => new(
        questions,
        [.. conditions.Select(pair => new Condition(pair.Id, Line(pair.Line), null, null))],
        [new("R", Formula.Always, "own", "")],
        ["own"]);
}
