using CsCheck;

namespace DeploymentRouter.Decisions.Tests.Text;

public sealed class FormulaTextTests
{
    public static TheoryData<string, Formula> Lines => new()
    {
        { "hosting_provider is aws", new AnswerTest("hosting_provider", new IsOneOf(["aws"])) },
        { "hosting_provider is not aws", new AnswerTest("hosting_provider", new IsNoneOf(["aws"])) },
        { "hosting_provider is one of [aws, gcp]", new AnswerTest("hosting_provider", new IsOneOf(["aws", "gcp"])) },
        { "hosting_provider is not one of [aws,gcp]", new AnswerTest("hosting_provider", new IsNoneOf(["aws", "gcp"])) },
        { "admin_access_ok is yes", new AnswerTest("admin_access_ok", new IsOneOf(["yes"])) },
        { "users_full > 20000", new AnswerTest("users_full", new IsInRange(20_001, null)) },
        { "users_full > 20_000", new AnswerTest("users_full", new IsInRange(20_001, null)) },
        { "users_full > 20,000", new AnswerTest("users_full", new IsInRange(20_001, null)) },
        { "users_full >= 20000", new AnswerTest("users_full", new IsInRange(20_000, null)) },
        { "users_full < 20000", new AnswerTest("users_full", new IsInRange(null, 19_999)) },
        { "users_full<=20000", new AnswerTest("users_full", new IsInRange(null, 20_000)) },
        { "users_full is 5", new AnswerTest("users_full", new IsOneOf(["5"])) },
        { "users_full is 5,000", new AnswerTest("users_full", new IsOneOf(["5000"])) },
        { "users_full is one of [5_000, 6]", new AnswerTest("users_full", new IsOneOf(["5000", "6"])) },
        { "users_full is between 5 and 10", new AnswerTest("users_full", new IsInRange(5, 10)) },
        { "certifications contains any of [iso27001, fedramp]", new AnswerTest("certifications", new ContainsAnyOf(["iso27001", "fedramp"])) },
        { "certifications contains all of [iso27001, fedramp]", new AnswerTest("certifications", new ContainsAllOf(["iso27001", "fedramp"])) },
        { "certifications contains none of [iso27001]", new AnswerTest("certifications", new ContainsNoneOf(["iso27001"])) },
        { "certifications contains only [iso27001]", new AnswerTest("certifications", new ContainsOnly(["iso27001"])) },
        { "certifications contains soc2", new AnswerTest("certifications", new ContainsAnyOf(["soc2"])) },
        { "certifications is empty", new AnswerTest("certifications", new ContainsOnly([])) },
        { "cloud_is_clear", new NamedCondition("cloud_is_clear") },
        { "not cloud_is_clear", new Negation(new NamedCondition("cloud_is_clear")) },
        { "not not admin_access_ok is no", new Negation(new Negation(new AnswerTest("admin_access_ok", new IsOneOf(["no"])))) },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_reads_as_its_formula(string text, Formula expected)
    {
        Assert.True(FormulaText.TryParse(text, out var formula, out var error), error);
        Assert.Equal(expected, formula);
    }

    [Theory]
    [InlineData("", "a question id or a condition id")]
    [InlineData("not", "a question id or a condition id")]
    [InlineData("users_full equals 5", "'is', 'is not'")]
    [InlineData("users_full >", "a whole number")]
    [InlineData("users_full > many", "found 'many'")]
    [InlineData("users_full > 20_00", "a whole number")]
    [InlineData("users_full > 9223372036854775807", "No whole number lies above")]
    [InlineData("users_full is", "a value")]
    [InlineData("users_full is not", "a value")]
    [InlineData("users_full is between 5", "'and' and the upper number")]
    [InlineData("provider is one of aws", "a list such as")]
    [InlineData("provider is one of []", "a value, found ']'")]
    [InlineData("provider is one of [aws", "',' or ']'")]
    [InlineData("provider is one of [aws gcp]", "',' or ']'")]
    [InlineData("provider is aws or gcp", "should end before 'or'")]
    [InlineData("provider is \"aws\"", "'\"' means nothing")]
    public void A_line_that_cannot_be_read_says_what_was_expected(string text, string expected)
    {
        Assert.False(FormulaText.TryParse(text, out _, out var error));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_written_as_people_write_limits()
    {
        Assert.Equal("users_full > 20000", FormulaText.Write(new AnswerTest("users_full", new IsInRange(20_001, null))));
        Assert.Equal("users_full <= 20000", FormulaText.Write(new AnswerTest("users_full", new IsInRange(null, 20_000))));
    }

    [Fact]
    public void A_joined_formula_has_no_single_line()
    {
        Assert.False(FormulaText.IsOneLine(new Negation(Formula.Always)));
        Assert.Throws<ArgumentException>(() => FormulaText.Write(Formula.Always));
    }

    [Fact]
    public void Endless_lines_are_refused()
    {
        Assert.False(FormulaText.TryParse(new string('x', 100_000), out _, out _));
        Assert.False(FormulaText.TryParse(string.Concat(Enumerable.Repeat("not ", 1_000)) + "x", out _, out _));
    }

    [Fact]
    public void What_is_written_reads_back_equal()
    {
        var word = Gen.OneOf("aws", "gcp", "own_data_center", "eu-west-1", "not", "one", "of", "empty", "between", "any", "only", "is", "20000", "-5", "yes");
        var words = word.HashSet[1, 4].Select(set => (IReadOnlyList<string>)set.ToList());
        var number = Gen.OneOf(Gen.Long, Gen.Long[-30, 30], Gen.OneOf(20_000L, 20_001, 19_999, long.MaxValue, long.MinValue));
        var test = Gen.OneOf<UnaryTest>(
            words.Select(values => (UnaryTest)new IsOneOf(values)),
            words.Select(values => (UnaryTest)new IsNoneOf(values)),
            words.Select(values => (UnaryTest)new ContainsAnyOf(values)),
            words.Select(values => (UnaryTest)new ContainsAllOf(values)),
            words.Select(values => (UnaryTest)new ContainsNoneOf(values)),
            words.Select(values => (UnaryTest)new ContainsOnly(values)),
            Gen.Const((UnaryTest)new ContainsOnly([])),
            number.Select(low => (UnaryTest)new IsInRange(low, null)),
            number.Select(high => (UnaryTest)new IsInRange(null, high)),
            Gen.Select(number, number).Select((low, high) => (UnaryTest)new IsInRange(low, high)));
        var id = Gen.OneOf("users_full", "hosting", "is", "contains", "q1");
        var leaf = Gen.OneOf(
            id.Select(name => (Formula)new NamedCondition(name)),
            Gen.Select(id, test).Select((name, unary) => (Formula)new AnswerTest(name, unary)));
        var formula = Gen.Select(leaf, Gen.Int[0, 3]).Select(
            (inner, negations) => Enumerable.Range(0, negations).Aggregate(inner, (f, _) => new Negation(f)));

        formula.Sample(
            f => FormulaText.TryParse(FormulaText.Write(f), out var back, out _) && f.Equals(back), iter: 20_000);
    }
}
