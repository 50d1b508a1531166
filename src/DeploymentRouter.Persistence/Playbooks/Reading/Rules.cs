using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Hands the rules of a playbook to the rule set, and its faults back to the lines they come from.</summary>
internal static class Rules
{
    public static RuleSetDefinition Define(
        IReadOnlyList<PlaybookQuestion> questions,
        IReadOnlyList<PlaybookCondition> conditions,
        IReadOnlyList<RoutingRow> rows,
        IReadOnlyList<Flag> flags,
        IReadOnlyList<Strategy> strategies,
        HitPolicy hitPolicy) => new(
            [.. questions.Select(question => new Question(question.Id, question.Domain, question.AskedWhen, question.AnsweredBy, question.Changeable) { ForInformation = question.ForInformation })],
            [.. conditions.Select(condition => new Condition(condition.Id, condition.When, condition.Holds, condition.Fails))],
            [.. rows.Select(row => new Rule(row.Id, row.When, row.StrategyId, row.Because))],
            [.. strategies.Select(strategy => strategy.Id)],
            [.. flags.Select(flag => new NamedFormula(flag.Id, flag.When))],
            hitPolicy);

    /// <summary>The rules compiled, or null with faults; the one that leaves them understood (a gap, a ceiling), where it is the only one.</summary>
    public static (RuleSet? Compiled, Fault? Unproven) Compile(PlaybookRules rules, YamlMap top, FaultList faults)
    {
        RuleSet.TryCompile(rules.Definition, out var compiled, out var found);
        // What else a law may say wrong, its reader knows better where it stands.
        var ofLaws = RuleSetProof.Check(rules.Definition, [.. rules.Laws.Select(law => law.Law)])
            .Where(fault => fault.Where.Contains(".when", StringComparison.Ordinal) || fault.Where is "laws")
            .ToList();
        Report(found, top, faults);
        Report(ofLaws.Where(fault => fault.Where is "laws"), top, faults);
        Report(ofLaws.Where(fault => fault.Where is not "laws"), top, faults.As(PlaybookFault.LawReference));
        var isUnderstood = found is [{ IsGap: true }] or [{ IsCeiling: true }] && !ofLaws.Exists(fault => fault.Where is "laws");
        return (compiled, isUnderstood ? found[0] : null);
    }

    private static void Report(IEnumerable<Fault> found, YamlMap top, FaultList faults)
    {
        foreach (var fault in found)
        {
            var node = YamlLookup.Find(top, PlaybookRules.PathOf(fault.Where));
            // The reader has spoken about this line already, and knows more about files.
            if (!faults.HasFaultAt(node))
                faults.Add(node, fault.Message);
        }
    }
}
