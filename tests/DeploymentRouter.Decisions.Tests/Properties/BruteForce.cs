namespace DeploymentRouter.Decisions.Tests.Properties;

/// <summary>The meaning of a rule set by trying every raw combination of answers. Shares no code with the engine.</summary>
internal sealed class BruteForce
{
    private readonly RuleSetDefinition definition;
    private readonly Dictionary<string, Question> questions;
    private readonly Dictionary<string, Condition> conditions;
    private readonly List<(Dictionary<string, Answer> Answers, Rule? Row)> cases;

    public BruteForce(RuleSetDefinition definition)
    {
        this.definition = definition;
        questions = definition.Questions.ToDictionary(question => question.Id);
        conditions = definition.Conditions.ToDictionary(condition => condition.Id);
        cases = [.. Combinations().Select(answers => (answers, definition.Rules.FirstOrDefault(rule => Holds(rule.When, answers))))];
    }

    public bool LeavesGaps => cases.Any(one => one.Row is null);

    public string[] Possible(AnswerSet given) => [.. Completions(given).Select(one => one.Row!.Outcome).Distinct().Order(StringComparer.Ordinal)];

    public Rule[] PossibleRules(AnswerSet given)
    {
        var reached = Completions(given).Select(one => one.Row!).ToHashSet();
        return [.. definition.Rules.Where(reached.Contains)];
    }

    /// <summary>Open questions for which two completions that differ in nothing else have different outcomes.</summary>
    public string[] Open(AnswerSet given)
    {
        var completions = Completions(given).ToList();
        return [.. questions.Keys.Where(id => given[id] is null && completions
            .GroupBy(one => string.Join("|", definition.Questions.Where(q => q.Id != id).Select(q => Key(one.Answers[q.Id]))))
            .Any(same => same.Select(one => one.Row!.Outcome).Distinct().Count() > 1)).Order(StringComparer.Ordinal)];
    }

    public bool? Holds(Formula formula, AnswerSet given) => Verdict(Completions(given).Select(one => Holds(formula, one.Answers)));

    public Asking AskingOf(string questionId, AnswerSet given) =>
        Verdict(Completions(given).Select(one => IsAsked(questionId, one.Answers))) switch
        {
            true => Asking.Asked,
            false => Asking.NotAsked,
            null => Asking.MayBeAsked,
        };

    private IEnumerable<(Dictionary<string, Answer> Answers, Rule? Row)> Completions(AnswerSet given) =>
        cases.Where(one => given.ByQuestion.All(pair => one.Answers[pair.Key].Equals(pair.Value)));

    private bool Holds(Formula formula, Dictionary<string, Answer> answers) => formula switch
    {
        AnswerTest test => IsAsked(test.QuestionId, answers) && Raw.Passes(test.Test, answers[test.QuestionId]),
        NamedCondition named => Holds(conditions[named.ConditionId].When, answers),
        AllOf all => all.Parts.All(part => Holds(part, answers)),
        AnyOf any => any.Parts.Any(part => Holds(part, answers)),
        Negation negation => !Holds(negation.Inner, answers),
        _ => throw new ArgumentOutOfRangeException(nameof(formula)),
    };

    private bool IsAsked(string questionId, Dictionary<string, Answer> answers) =>
        questions[questionId].AskedWhen is not { } asked || Holds(asked, answers);

    private IEnumerable<Dictionary<string, Answer>> Combinations() => definition.Questions.Aggregate(
        (IEnumerable<Dictionary<string, Answer>>)[new Dictionary<string, Answer>()],
        (sofar, question) => sofar.SelectMany(answers => Raw.AnswersOf(question.Domain).Select(
            answer => new Dictionary<string, Answer>(answers) { [question.Id] = answer })));

    private static bool? Verdict(IEnumerable<bool> values)
    {
        var seen = values.Distinct().ToList();
        return seen.Count == 1 ? seen[0] : null;
    }

    private static string Key(Answer answer) => answer is ChoicesAnswer choices ? string.Join(",", choices.Values) : $"{answer}";
}
