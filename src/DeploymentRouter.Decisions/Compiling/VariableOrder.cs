namespace DeploymentRouter.Decisions.Compiling;

/// <summary>
/// The order of the diagram's levels: questions as the rows first read them, each after those its branching reads.
/// Questions read together stay together, which keeps diagrams small (Knuth TAOCP 4A, 7.1.4).
/// </summary>
internal static class VariableOrder
{
    public static Question[] Of(RuleSetDefinition definition)
    {
        var questions = definition.Questions.ToDictionary(question => question.Id, StringComparer.Ordinal);
        var conditions = definition.Conditions.ToDictionary(condition => condition.Id, StringComparer.Ordinal);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var order = new List<Question>();
        var rest = new Stack<object>();
        foreach (var question in definition.Questions.Reverse())
            rest.Push(question);
        foreach (var formula in definition.Rules.Select(rule => rule.When).Reverse())
            rest.Push(formula);
        while (rest.TryPop(out var next))
        {
            if (next is Placed placed)
                order.Add(placed.Question);
            else if (next is Formula formula)
                PushLeaves(formula);
            else if (seen.Add(next))
                Expand(next);
        }
        return [.. order];

        void PushLeaves(Formula formula)
        {
            foreach (var leaf in FormulaWalk.Leaves(formula).Reverse())
                rest.Push(leaf is AnswerTest test ? questions[test.QuestionId] : conditions[((NamedCondition)leaf).ConditionId]);
        }

        void Expand(object item)
        {
            if (item is Question question)
                rest.Push(new Placed(question));
            if ((item is Condition condition ? condition.When : ((Question)item).AskedWhen) is { } formula)
                rest.Push(formula);
        }
    }

    // A question takes its place only after everything its branching reads.
    private sealed record Placed(Question Question);
}
