using static DeploymentRouter.Decisions.Tests.Rules;

namespace DeploymentRouter.Decisions.Tests.Compiling;

/// <summary>A sound little rule set, broken in one place at a time.</summary>
public sealed class FaultTests
{
    private static readonly RuleSetDefinition Sound = new(
        [
            YesNo("quick"),
            OneOf("provider", "aws gcp"),
            AnyOf("certifications", 0, "soc2 iso"),
            Number("users", 1_000, Line("quick is yes")),
        ],
        [new("small", Line("users <= 10"), null, null)],
        [new("R1", Line("small"), "cloud", "it is small"), new("R2", Formula.Always, "own", "it is not")],
        ["cloud", "own"]);

    public static TheoryData<string, string, string> BrokenTests => new()
    {
        { "size > 5", "There is no question 'size'", "an unknown question" },
        { "small is yes", "'small' is a condition and takes no test", "a condition with a test" },
        { "tiny", "There is no condition 'tiny'", "an unknown condition" },
        { "users", "'users' is a question and needs a test", "a question without a test" },
        { "quick is maybe", "quick has no value 'maybe'; it has yes, no", "a value outside yes and no" },
        { "provider is azure", "provider has no value 'azure'; it has aws, gcp", "a value outside the choices" },
        { "certifications contains pci", "certifications has no value 'pci'", "a value outside the options" },
        { "provider > 5", "does not fit provider, which takes one of aws, gcp", "a number test of a choice" },
        { "certifications is soc2", "does not fit certifications, which takes a list of any of soc2, iso", "a choice test of a list" },
        { "users contains soc2", "does not fit users, which takes a whole number from 1 to 1,000", "a list test of a number" },
        { "users > 1_000", "no answer lies above 1,000; users takes", "a number above the range" },
        { "users < 1", "0 is outside of users", "a number below the range" },
        { "users is 5000", "5,000 is outside of users", "a number outside the range" },
        { "users is many", "'many' is not a whole number", "a word for a number" },
        { "users is between 9 and 3", "the lower end is above the upper end", "a range upside down" },
        { "provider is one of [aws, aws]", "the value 'aws' is there more than once", "a repeated value" },
        { "users is one of [5, 05]", "the value '05' is there more than once", "a repeated number" },
    };

    [Fact]
    public void The_sound_rule_set_compiles() => Compiled(Sound);

    [Theory]
    [MemberData(nameof(BrokenTests))]
    public void A_test_that_does_not_fit_is_named_where_it_stands(string line, string message, string what)
    {
        RuleSetDefinition[] broken =
        [
            Sound with { Rules = [new("R0", new Negation(Line(line)), "own", ""), .. Sound.Rules] },
            Sound with { Conditions = [.. Sound.Conditions, new("odd", Line(line), null, null)] },
            Sound with { Questions = [.. Sound.Questions, YesNo("late", Line(line))] },
            Sound with { Flags = [new("note", Line(line))] },
        ];
        string[] places = ["rules.R0.when.not", "conditions.odd.when", "questions.late.asked_when", "flags.note.when"];
        foreach (var (definition, place) in broken.Zip(places))
        {
            var fault = Assert.Single(FaultsOf(definition));
            Assert.Equal(place, fault.Where);
            Assert.True(fault.Message.Contains(message, StringComparison.Ordinal), $"{what}: {fault.Message}");
        }
    }

    [Fact]
    public void Every_fault_is_found_at_once()
    {
        var faults = FaultsOf(Sound with
        {
            Conditions = [new("small", Line("size <= 10"), null, null)],
            Rules = [new("R1", Line("small"), "clout", ""), new("R1", Line("provider is azure"), "own", "")],
        });
        Assert.Equal(["rules.R1", "rules.R1.outcome", "conditions.small.when", "rules.R1.when"], faults.Select(fault => fault.Where));
        Assert.Contains("There is no outcome 'clout'; there are cloud, own.", faults.Select(fault => fault.Message));
    }

    [Fact]
    public void Ids_must_be_plain_and_unique()
    {
        Assert.Equal("questions[0]", Only(Sound with { Questions = [YesNo("Quick!"), .. Sound.Questions] }).Where);
        Assert.Equal("questions[0]", Only(Sound with { Questions = [YesNo("not"), .. Sound.Questions] }).Where);
        Assert.Equal("questions[0]", Only(Sound with { Questions = [YesNo(new string('q', 65)), .. Sound.Questions] }).Where);
        Assert.Equal("questions.quick", Only(Sound with { Questions = [.. Sound.Questions, YesNo("quick")] }).Where);
        Assert.Equal("conditions.small", Only(Sound with { Conditions = [.. Sound.Conditions, .. Sound.Conditions] }).Where);
        Assert.Equal("outcomes.own", Only(Sound with { Outcomes = ["cloud", "own", "own"] }).Where);
        Assert.Equal("rules[0]", Only(Sound with { Rules = [new("", Formula.Always, "own", ""), .. Sound.Rules] }).Where);
    }

    [Fact]
    public void Domains_must_have_values_that_can_be_written()
    {
        Assert.Equal("There is no value; at least one is needed.", OfDomain(new OneOfDomain([])));
        Assert.Equal("The value 'a' is there more than once.", OfDomain(new AnyOfDomain(["a", "b", "a"], 0)));
        Assert.Contains("is not an id", OfDomain(new OneOfDomain(["two words"])), StringComparison.Ordinal);
        Assert.Contains("reads as a number", OfDomain(new OneOfDomain(["20_000"])), StringComparison.Ordinal);
        Assert.Contains("is 0 or 1, not 2", OfDomain(new AnyOfDomain(["a", "b", "c"], 2)), StringComparison.Ordinal);
        Assert.Contains("The minimum 5 is above the maximum 4", OfDomain(new WholeNumberDomain(5, 4)), StringComparison.Ordinal);
        Assert.Contains("at most 64 are possible", OfDomain(new OneOfDomain([.. Enumerable.Range(0, 65).Select(i => $"v{i}")])), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_and_ranges_must_not_be_empty()
    {
        Assert.Equal("The list of values for provider is empty.", OfTest("provider", new IsOneOf([])));
        Assert.Equal("The list of values for users is empty.", OfTest("users", new IsNoneOf([])));
        Assert.Equal("The list of values for certifications is empty.", OfTest("certifications", new ContainsAllOf([])));
        Assert.Contains("neither a lower nor an upper end", OfTest("users", new IsInRange(null, null)), StringComparison.Ordinal);
        Compiled(Sound with { Flags = [new("none", Line("certifications is empty"))] });
    }

    [Fact]
    public void A_rule_set_needs_rows_and_outcomes_but_no_questions()
    {
        Assert.Equal("rules", Only(Sound with { Rules = [] }).Where);
        Assert.Equal("outcomes", FaultsOf(Sound with { Outcomes = [] })[0].Where);
        var decision = Compiled(new([], [], [new("R", Formula.Always, "own", "")], ["own"])).Decide(AnswerSet.Empty);
        Assert.Equal("own", decision.Outcome);
    }

    [Fact]
    public void An_uncovered_combination_is_shown()
    {
        var fault = Only(Sound with { Rules = [new("R1", Line("small"), "cloud", ""), new("R2", Line("provider is aws"), "own", "")] });
        Assert.Equal("rules", fault.Where);
        Assert.Equal("No row holds when quick is no and provider is gcp. Add a last row that always holds.", fault.Message);
    }

    private static string OfDomain(Domain domain) =>
        Only(Sound with { Questions = [.. Sound.Questions, new("odd", domain, null, "CE")] }).Message;

    private static string OfTest(string questionId, UnaryTest test) =>
        Only(Sound with { Flags = [new("odd", new AnswerTest(questionId, test))] }).Message;

    private static Fault Only(RuleSetDefinition definition) => Assert.Single(FaultsOf(definition));

    private static IReadOnlyList<Fault> FaultsOf(RuleSetDefinition definition)
    {
        Assert.False(RuleSet.TryCompile(definition, out var rules, out var faults));
        Assert.Null(rules);
        return faults;
    }
}
