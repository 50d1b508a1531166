namespace DeploymentRouter.Decisions.Compiling;

/// <summary>
/// Which conditions and branchings read which: a condition reads the conditions it names and, with each question it tests,
/// the branching of that question. Put in an order in which each comes after what it reads, or refused for running in a circle.
/// </summary>
internal sealed class References
{
    private readonly RuleSetDefinition definition;
    private readonly Dictionary<string, int> conditions;
    private readonly Dictionary<string, int> questions;
    private readonly List<Fault> faults;
    private readonly List<int> order = [];
    private readonly List<(int Node, IEnumerator<int> Reads)> path = [];
    private readonly bool[] entered;
    private readonly bool[] left;

    private References(RuleSetDefinition definition, List<Fault> faults)
    {
        this.definition = definition;
        this.faults = faults;
        conditions = definition.Conditions.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        questions = definition.Questions.Index().ToDictionary(
            pair => pair.Item.Id, pair => definition.Conditions.Count + pair.Index, StringComparer.Ordinal);
        entered = new bool[conditions.Count + questions.Count];
        left = new bool[entered.Length];
    }

    /// <summary>Conditions and questions, each after what it reads. Adds a fault for each circle.</summary>
    public static IReadOnlyList<object> InOrder(RuleSetDefinition definition, List<Fault> faults)
    {
        var references = new References(definition, faults);
        for (var node = 0; node < references.entered.Length; node++)
            references.Visit(node);
        return [.. references.order.Select(references.ItemOf)];
    }

    // Depth first with its own stack: chains of conditions may be longer than the thread's stack likes.
    private void Visit(int start)
    {
        Enter(start);
        while (path.Count > 0)
        {
            var (node, reads) = path[^1];
            if (reads.MoveNext())
            {
                Enter(reads.Current);
                continue;
            }
            path.RemoveAt(path.Count - 1);
            left[node] = true;
            order.Add(node);
        }
    }

    private void Enter(int node)
    {
        if (!entered[node])
        {
            entered[node] = true;
            path.Add((node, ReadBy(node).Distinct().GetEnumerator()));
        }
        else if (!left[node])
        {
            AddCircle(path.FindIndex(step => step.Node == node));
        }
    }

    private void AddCircle(int from)
    {
        var circle = path.Skip(from).Select(step => WhereOf(step.Node)).ToList();
        faults.Add(new(circle[0], $"This runs in a circle: {string.Join(" → ", circle.Append(circle[0]))}."));
    }

    private IEnumerable<int> ReadBy(int node)
    {
        var formula = ItemOf(node) is Question question ? question.AskedWhen : ((Condition)ItemOf(node)).When;
        return formula is null ? [] : FormulaWalk.Leaves(formula).Select(
            leaf => leaf is AnswerTest test ? questions[test.QuestionId] : conditions[((NamedCondition)leaf).ConditionId]);
    }

    private object ItemOf(int node) => node < definition.Conditions.Count
        ? definition.Conditions[node]
        : definition.Questions[node - definition.Conditions.Count];

    private string WhereOf(int node) => ItemOf(node) is Question question
        ? DefinitionFormulas.AskedWhere(question)
        : DefinitionFormulas.When((Condition)ItemOf(node));
}
