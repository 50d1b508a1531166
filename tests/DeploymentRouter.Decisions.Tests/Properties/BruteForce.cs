namespace DeploymentRouter.Decisions.Tests.Properties;

/// <summary>The meaning of a rule set by trying every raw combination of answers. Shares no code with the engine.</summary>
internal sealed class BruteForce
{
    private readonly RuleSetDefinition definition;
    private readonly Dictionary<string, Condition> conditions;
    private readonly Dictionary<string, int> positions;
    private readonly Answer[][] domains;
    private readonly int[] strides;
    private readonly Rule?[] rows;

    public BruteForce(RuleSetDefinition definition)
    {
        this.definition = definition;
        conditions = definition.Conditions.ToDictionary(condition => condition.Id);
        positions = definition.Questions.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
        domains = [.. definition.Questions.Select(question => Raw.AnswersOf(question.Domain).ToArray())];
        strides = [.. domains.Select((_, q) => domains.Take(q).Aggregate(1, (count, some) => count * some.Length))];
        var combinations = domains.Aggregate(1, (count, some) => count * some.Length);
        rows = [.. Enumerable.Range(0, combinations).Select(one => definition.Rules.FirstOrDefault(rule => Holds(rule.When, one)))];
    }

    public bool LeavesGaps => rows.Contains(null);

    public int Combinations => rows.Length;

    public int Questions => domains.Length;

    /// <summary>The outcome of a combination, null in a gap.</summary>
    public string? OutcomeOf(int combination) => rows[combination]?.Outcome;

    public Rule? RowOf(int combination) => rows[combination];

    public Answer AnswerOf(int combination, int question) => domains[question][Digit(combination, question)];

    /// <summary>The combination with one answer exchanged.</summary>
    public int With(int combination, int question, Answer answer) =>
        combination + (Array.IndexOf(domains[question], answer) - Digit(combination, question)) * strides[question];

    /// <summary>The complete answers of a combination.</summary>
    public AnswerSet AnswersOf(int combination) => definition.Questions.Index().Aggregate(
        AnswerSet.Empty, (answers, pair) => answers.With(pair.Item.Id, AnswerOf(combination, pair.Index)));

    public string[] Possible(AnswerSet given) => [.. Completions(given).Select(Outcome).Distinct().Order(StringComparer.Ordinal)];

    public Rule[] PossibleRules(AnswerSet given)
    {
        var reached = Completions(given).Select(one => rows[one]!).ToHashSet();
        return [.. definition.Rules.Where(reached.Contains)];
    }

    /// <summary>Open questions for which two completions that differ in nothing else have different outcomes.</summary>
    public string[] Open(AnswerSet given) =>
    [
        .. positions.Where(question => given[question.Key] is null
                && Completions(given).Any(one => Outcome(one) != Outcome(one - Digit(one, question.Value) * strides[question.Value])))
            .Select(question => question.Key).Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether two combinations that differ in nothing but this question are told apart.</summary>
    public bool DependsOn<T>(int question, Func<int, T> tell) => Enumerable.Range(0, rows.Length).Any(
        one => !Equals(tell(one), tell(one - Digit(one, question) * strides[question])));

    /// <summary>Ids of the conditions that rows, branchings or flags read, through others or not.</summary>
    public HashSet<string> ConditionsRead
    {
        get
        {
            var read = new HashSet<string>();
            var rest = new Queue<Formula?>([.. definition.Rules.Select(r => r.When), .. definition.Questions.Select(q => q.AskedWhen), .. definition.Flags.Select(f => f.When)]);
            while (rest.TryDequeue(out var formula))
            {
                if (formula is NamedCondition named && read.Add(named.ConditionId))
                    rest.Enqueue(conditions[named.ConditionId].When);
                foreach (var part in formula is AllOf all ? all.Parts : formula is AnyOf any ? any.Parts : formula is Negation negation ? [negation.Inner] : [])
                    rest.Enqueue(part);
            }
            return read;
        }
    }

    public bool? Holds(Formula formula, AnswerSet given) => Verdict(Completions(given).Select(one => Holds(formula, one)));

    public Asking AskingOf(string questionId, AnswerSet given) =>
        Verdict(Completions(given).Select(one => IsAsked(positions[questionId], one))) switch
        {
            true => Asking.Asked,
            false => Asking.NotAsked,
            null => Asking.MayBeAsked,
        };

    public IEnumerable<int> Completions(AnswerSet given)
    {
        var fixedDigits = given.ByQuestion.Select(pair => (Question: positions[pair.Key], Value: Array.IndexOf(domains[positions[pair.Key]], pair.Value))).ToArray();
        return Enumerable.Range(0, rows.Length).Where(one => Array.TrueForAll(fixedDigits, digit => Digit(one, digit.Question) == digit.Value));
    }

    // A combination is a mixed-radix number; the digit of a question is the position of its answer in its domain.
    private int Digit(int combination, int question) => combination / strides[question] % domains[question].Length;

    private string Outcome(int combination) => rows[combination]!.Outcome;

    public bool Holds(Formula formula, int combination) => formula switch
    {
        AnswerTest test => Passes(test, positions[test.QuestionId], combination),
        NamedCondition named => Holds(conditions[named.ConditionId].When, combination),
        AllOf all => all.Parts.All(part => Holds(part, combination)),
        AnyOf any => any.Parts.Any(part => Holds(part, combination)),
        Negation negation => !Holds(negation.Inner, combination),
        _ => throw new ArgumentOutOfRangeException(nameof(formula)),
    };

    private bool Passes(AnswerTest test, int question, int combination) =>
        IsAsked(question, combination) && Raw.Passes(test.Test, domains[question][Digit(combination, question)]);

    public bool IsAsked(int question, int combination) =>
        definition.Questions[question].AskedWhen is not { } asked || Holds(asked, combination);

    private static bool? Verdict(IEnumerable<bool> values)
    {
        var seen = values.Distinct().ToList();
        return seen.Count == 1 ? seen[0] : null;
    }
}
