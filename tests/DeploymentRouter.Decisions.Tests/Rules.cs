namespace DeploymentRouter.Decisions.Tests;

/// <summary>Short ways to write formulas and to compile in tests.</summary>
internal static class Rules
{
    public static Formula Line(string text) =>
        FormulaText.TryParse(text, out var formula, out var error) ? formula : throw new FormatException($"{text}: {error}");

    public static Formula All(params string[] lines) => new AllOf([.. lines.Select(Line)]);

    public static Formula Any(params string[] lines) => new AnyOf([.. lines.Select(Line)]);

    public static Question YesNo(string id, Formula? askedWhen = null, string answeredBy = "CE") =>
        new(id, new YesNoDomain(), askedWhen, answeredBy);

    public static Question OneOf(string id, string values, Formula? askedWhen = null, string answeredBy = "CE") =>
        new(id, new OneOfDomain(values.Split(' ')), askedWhen, answeredBy);

    public static Question AnyOf(string id, int minimum, string values) => new(id, new AnyOfDomain(values.Split(' '), minimum), null, "CE");

    public static Question Number(string id, long maximum, Formula? askedWhen = null) => new(id, new WholeNumberDomain(1, maximum), askedWhen, "CE");

    public static RuleSet Compiled(RuleSetDefinition definition) =>
        RuleSet.TryCompile(definition, out var rules, out var faults) ? rules : throw new InvalidOperationException(string.Join("; ", faults));

    public static AnswerSet Given(params (string QuestionId, Answer Answer)[] answers) =>
        answers.Aggregate(AnswerSet.Empty, (given, pair) => given.With(pair.QuestionId, pair.Answer));

    public static Answer Yes { get; } = new YesNoAnswer(true);

    public static Answer No { get; } = new YesNoAnswer(false);

    public static Answer Choice(string value) => new ChoiceAnswer(value);

    public static Answer Chosen(params string[] values) => new ChoicesAnswer([.. values]);

    public static Answer Count(long value) => new NumberAnswer(value);
}
