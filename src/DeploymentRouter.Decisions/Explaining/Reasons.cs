namespace DeploymentRouter.Decisions.Explaining;

/// <summary>Collects sentences, each once.</summary>
internal sealed class Reasons(Causes causes)
{
    private readonly List<(Reason Reason, int Breadth)> found = [];
    private readonly HashSet<Claim> seen = [];

    public bool IsEmpty => found.Count == 0;

    /// <summary>Most specific first: what rests on few answers before what rests on many, rows last.</summary>
    public IReadOnlyList<Reason> InOrder() =>
        [.. found.OrderBy(pair => pair.Breadth).Select(pair => pair.Reason)];

    public void AddRow(Rule rule) => Add(new(ReasonKind.RuleDecides, rule.Id, rule.Because), int.MaxValue);

    public void AddAnswers(IEnumerable<Question> questions)
    {
        foreach (var question in questions)
            Add(new(ReasonKind.Answer, question.Id, null), 1);
    }

    /// <summary>Goes down from a certain claim to the first sentences, or to single answers where nothing has a sentence.</summary>
    public void Explain(Formula formula, bool holds)
    {
        var rest = new Stack<Claim>([new(formula, holds)]);
        while (rest.TryPop(out var claim))
        {
            if (!seen.Add(claim) || Says(claim))
                continue;
            var below = claim.Formula is AnswerTest test ? BelowTest(test) : causes.Below(claim);
            foreach (var part in below.Reverse())
                rest.Push(part);
            if (below.Count == 0)
                AddAnswers(claim.Formula is AnswerTest ? [] : causes.GivenReadBy(claim.Formula));
        }
    }

    private bool Says(Claim claim)
    {
        if (claim.Formula is not NamedCondition named)
            return false;
        var condition = causes.Condition(named.ConditionId);
        if ((claim.Holds ? condition.Holds : condition.Fails) is not { } sentence || !causes.RestOnAnswers(claim))
            return false;
        var kind = claim.Holds ? ReasonKind.ConditionHolds : ReasonKind.ConditionFails;
        Add(new(kind, condition.Id, sentence), causes.GivenReadBy(condition.When).Count);
        return true;
    }

    private IReadOnlyList<Claim> BelowTest(AnswerTest test)
    {
        if (causes.NotAskedBy(test) is { } branching)
            return [new(branching, false)];
        if (causes.IsGiven(test))
            Add(new(ReasonKind.Answer, test.QuestionId, null), 1);
        return [];
    }

    private void Add(Reason reason, int breadth)
    {
        if (found.All(pair => pair.Reason != reason))
            found.Add((reason, breadth));
    }
}
