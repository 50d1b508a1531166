using CsCheck;

namespace DeploymentRouter.Decisions.Tests.Properties;

/// <summary>Small random rule sets, without circles, with everything the language has; rows may leave gaps when asked to.</summary>
internal sealed class RandomRules
{
    private static readonly string[] Outcomes = ["north", "south", "east"];

    private static readonly Changeability[] Marks =
        [Changeability.CustomersChoice, Changeability.OurChoice, Changeability.Time, Changeability.Fact];

    private readonly Choices choices;
    private readonly List<Question> questions = [];
    private readonly List<Condition> conditions = [];

    private RandomRules(Choices choices) => this.choices = choices;

    /// <summary>What <see cref="Choices"/> read.</summary>
    public static Gen<byte[]> Source { get; } = Gen.Byte.Array[0, 260];

    public static RuleSetDefinition Make(Choices choices, bool covered = true) => new RandomRules(choices).Make(covered);

    /// <summary>A formula over the questions and conditions of a definition that need not occur in it.</summary>
    public static Formula Another(RuleSetDefinition definition, Choices choices)
    {
        var other = new RandomRules(choices);
        other.questions.AddRange(definition.Questions);
        other.conditions.AddRange(definition.Conditions);
        return other.Formula(3);
    }

    public static AnswerSet SomeAnswers(RuleSetDefinition definition, Choices choices) =>
        definition.Questions.Where(_ => choices.Below(3) > 0).Aggregate(
            AnswerSet.Empty, (answers, question) => answers.With(question.Id, choices.Of(Raw.AnswersOf(question.Domain))));

    private RuleSetDefinition Make(bool covered)
    {
        // Questions and conditions are made in one order and read only what came before: no circles.
        foreach (var step in choices.Many(1, 7, i => i))
        {
            if (questions.Count < 5 && !choices.OneIn(3))
                questions.Add(new Question($"q{step}", Domain(), questions.Count > 0 && choices.OneIn(3) ? Formula(2) : null, "CE", choices.Of(Marks)));
            else if (questions.Count > 0)
                conditions.Add(new Condition($"c{step}", Formula(3), choices.OneIn(2) ? $"c{step} holds" : null, choices.OneIn(2) ? $"c{step} fails" : null));
        }
        if (questions.Count == 0)
            questions.Add(new Question("q", new YesNoDomain(), null, "CE"));
        var rules = choices.Many(1, 5, i => new Rule($"R{i}", Formula(3), choices.Of(Outcomes), $"R{i} decides")).ToList();
        if (covered)
            rules.Add(new Rule("last", Decisions.Formula.Always, choices.Of(Outcomes), "last decides"));
        var flags = choices.Many(0, 2, i => new NamedFormula($"f{i}", Formula(2)));
        // The written order must not matter, so it is not the order of dependency.
        return new RuleSetDefinition([.. questions.AsEnumerable().Reverse()], [.. conditions.AsEnumerable().Reverse()], rules, Outcomes, flags);
    }

    private Domain Domain() => choices.Below(4) switch
    {
        0 => new YesNoDomain(),
        1 => new OneOfDomain([.. new[] { "aws", "gcp", "azure", "own" }.Take(choices.Between(1, 4))]),
        2 => new AnyOfDomain([.. new[] { "soc2", "iso", "hipaa" }.Take(choices.Between(1, 3))], choices.Below(2)),
        _ => new WholeNumberDomain(-1, choices.Between(-1, 5)),
    };

    private Formula Formula(int depth) => choices.Below(depth > 0 ? 6 : 3) switch
    {
        1 when conditions.Count > 0 => new NamedCondition(choices.Of(conditions).Id),
        3 => new Negation(Formula(depth - 1)),
        4 => new AllOf(choices.Many(0, 3, _ => Formula(depth - 1))),
        5 => new AnyOf(choices.Many(0, 3, _ => Formula(depth - 1))),
        _ => Test(choices.Of(questions)),
    };

    private AnswerTest Test(Question question) => new(question.Id, question.Domain switch
    {
        YesNoDomain => Member(["yes", "no"]),
        OneOfDomain oneOf => Member(oneOf.Values),
        AnyOfDomain anyOf => Contains(anyOf.Values),
        WholeNumberDomain number when choices.OneIn(3) => Member(
            [.. Raw.AnswersOf(number).Select(answer => $"{((NumberAnswer)answer).Value}")]),
        WholeNumberDomain number => Range(number),
        _ => throw new InvalidOperationException(),
    });

    private UnaryTest Member(IReadOnlyList<string> values) =>
        choices.OneIn(3) ? new IsNoneOf(choices.Some(values)) : new IsOneOf(choices.Some(values));

    private UnaryTest Contains(IReadOnlyList<string> values) => choices.Below(5) switch
    {
        0 => new ContainsAnyOf(choices.Some(values)),
        1 => new ContainsAllOf(choices.Some(values)),
        2 => new ContainsNoneOf(choices.Some(values)),
        3 => new ContainsOnly(choices.Some(values)),
        _ => new ContainsOnly([]),
    };

    private IsInRange Range(WholeNumberDomain domain)
    {
        var low = choices.Between((int)domain.Minimum, (int)domain.Maximum);
        var high = choices.Between(low, (int)domain.Maximum);
        return choices.Below(3) switch
        {
            0 => new IsInRange(low, null),
            1 => new IsInRange(null, high),
            _ => new IsInRange(low, high),
        };
    }
}
