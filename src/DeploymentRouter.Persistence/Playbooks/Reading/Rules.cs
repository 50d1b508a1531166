using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Hands the rules of a playbook to the rule set, and its faults back to the lines they come from.</summary>
internal static class Rules
{
    public static RuleSet? Compile(
        IReadOnlyList<PlaybookQuestion> questions,
        IReadOnlyList<PlaybookCondition> conditions,
        IReadOnlyList<RoutingRow> rows,
        IReadOnlyList<Flag> flags,
        IReadOnlyList<Strategy> strategies,
        HitPolicy hitPolicy,
        YamlMap top,
        FaultList faults)
    {
        var definition = new RuleSetDefinition(
            [.. questions.Select(question => new Question(question.Id, question.Domain, question.AskedWhen, question.AnsweredBy, question.Changeable))],
            [.. conditions.Select(condition => new Condition(condition.Id, condition.When, condition.Holds, condition.Fails))],
            [.. rows.Select(row => new Rule(row.Id, row.When, row.StrategyId, row.Because))],
            [.. strategies.Select(strategy => strategy.Id)],
            [.. flags.Select(flag => new NamedFormula(flag.Id, flag.When))],
            hitPolicy);
        if (RuleSet.TryCompile(definition, out var rules, out var ruleFaults))
            return rules;
        foreach (var fault in ruleFaults)
        {
            var node = YamlLookup.Find(top, InFile(fault.Where));
            // The reader has spoken about this line already, and knows more about files.
            if (!faults.HasFaultAt(node))
                faults.Add(node, fault.Message);
        }
        return null;
    }

    // A playbook calls its rules "routing" and their outcomes "strategies".
    private static string InFile(string where)
    {
        if (where.StartsWith("outcomes", StringComparison.Ordinal))
            return $"strategies{where["outcomes".Length..]}";
        return where.StartsWith("rules", StringComparison.Ordinal)
            ? $"routing{where["rules".Length..]}".Replace(".outcome", ".strategy", StringComparison.Ordinal)
            : where;
    }
}
