namespace DeploymentRouter.Decisions.Checking;

/// <summary>Whether everything a formula names exists and every test fits the question it reads.</summary>
internal sealed class FormulaCheck
{
    private readonly Dictionary<string, Domain> domains = new(StringComparer.Ordinal);
    private readonly HashSet<string> forInformation;
    private readonly HashSet<string> conditions;
    private readonly List<Fault> faults;

    public FormulaCheck(RuleSetDefinition definition, List<Fault> faults)
    {
        this.faults = faults;
        conditions = definition.Conditions.Select(condition => condition.Id).ToHashSet(StringComparer.Ordinal);
        forInformation = definition.Questions.Where(question => question.ForInformation).Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var question in definition.Questions)
            domains.TryAdd(question.Id, question.Domain);
    }

    /// <param name="mayReadInformation">Whether questions for information may be tested: only laws may.</param>
    public void Run(string where, Formula formula, bool mayReadInformation = false)
    {
        foreach (var (place, leaf) in FormulaWalk.LocatedLeaves(where, formula))
        {
            if (leaf is NamedCondition named && !conditions.Contains(named.ConditionId))
                faults.Add(new(place, UnknownCondition(named.ConditionId)));
            if (leaf is not AnswerTest test)
                continue;
            if (!mayReadInformation && forInformation.Contains(test.QuestionId))
                faults.Add(new(place, $"{test.QuestionId} is asked for information only; nothing but a law may test it."));
            else if (domains.TryGetValue(test.QuestionId, out var domain))
                faults.AddRange(TestCheck.FaultsOf(test, domain).Select(message => new Fault(place, message)));
            else
                faults.Add(new(place, UnknownQuestion(test.QuestionId)));
        }
    }

    private string UnknownCondition(string id) => domains.ContainsKey(id)
        ? $"'{id}' is a question and needs a test, such as '{id} is ...'."
        : $"There is no condition '{id}'.";

    private string UnknownQuestion(string id) => conditions.Contains(id)
        ? $"'{id}' is a condition and takes no test."
        : $"There is no question '{id}'.";
}
