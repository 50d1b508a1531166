namespace DeploymentRouter.Decisions.Tests.Properties;

/// <summary>A later revision of a random rule set: other rows, other values, questions come and go.</summary>
internal static class RandomRevision
{
    /// <summary>Null when a value that is gone is still read.</summary>
    public static RuleSetDefinition? Of(RuleSetDefinition before, Choices choices)
    {
        var after = before with
        {
            Questions = [.. before.Questions.Select(question => choices.OneIn(3) ? question with { Domain = Revised(question.Domain, choices) } : question)],
            Rules = [.. before.Rules.Select(rule => choices.OneIn(3) ? rule with { Outcome = choices.Of(before.Outcomes) } : rule)],
        };
        if (choices.OneIn(2))
            after = after with { Rules = [new Rule("new", RandomRules.Another(before, choices), choices.Of(before.Outcomes), "new"), .. after.Rules] };
        if (choices.OneIn(3))
            after = after with { Outcomes = [.. after.Outcomes, "west"], Rules = [.. after.Rules.SkipLast(1), after.Rules[^1] with { Outcome = "west" }] };
        if (choices.OneIn(3))
            after = after with { Questions = [.. after.Questions, new Question("late", new YesNoDomain(), null, "CE")], Rules = [new Rule("late", Rules.Line("late is yes"), "north", ""), .. after.Rules] };
        return RuleSet.TryCompile(after, out _, out _) ? after : null;
    }

    private static Domain Revised(Domain domain, Choices choices) => domain switch
    {
        OneOfDomain oneOf => new OneOfDomain([.. oneOf.Values.Skip(choices.Below(2) * (oneOf.Values.Count > 1 ? 1 : 0)), "extra"]),
        AnyOfDomain anyOf => new AnyOfDomain([.. anyOf.Values, "extra"], choices.Below(2)),
        WholeNumberDomain number => new WholeNumberDomain(number.Minimum + choices.Below(2) - 1, number.Maximum + choices.Between(0, 2)),
        _ => choices.OneIn(2) ? new OneOfDomain(["no", "yes", "maybe"]) : domain,
    };
}
