namespace DeploymentRouter.Decisions.Explaining;

/// <summary>Collects reasons, each once.</summary>
internal sealed class ReasonList
{
    private readonly List<(Reason Reason, int Breadth)> found = [];

    public bool IsEmpty => found.Count == 0;

    /// <summary>Most specific first: what rests on few answers before what rests on many, rows last.</summary>
    public IReadOnlyList<Reason> InOrder() => [.. found.OrderBy(pair => pair.Breadth).Select(pair => pair.Reason)];

    public void AddRow(Rule rule) => Add(new(ReasonKind.RuleDecides, rule.Id, rule.Because), int.MaxValue);

    public void AddAnswer(string questionId) => Add(new(ReasonKind.Answer, questionId, null), 1);

    /// <param name="breadth">How many given answers the condition reads.</param>
    public void AddCondition(Condition condition, bool holds, string sentence, int breadth) =>
        Add(new(holds ? ReasonKind.ConditionHolds : ReasonKind.ConditionFails, condition.Id, sentence), breadth);

    private void Add(Reason reason, int breadth)
    {
        if (found.All(pair => pair.Reason != reason))
            found.Add((reason, breadth));
    }
}
