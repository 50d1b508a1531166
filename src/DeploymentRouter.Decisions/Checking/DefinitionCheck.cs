namespace DeploymentRouter.Decisions.Checking;

/// <summary>Finds every fault that shows without compiling, in the order of the definition.</summary>
internal sealed class DefinitionCheck
{
    private readonly RuleSetDefinition definition;
    private readonly List<Fault> faults = [];

    private DefinitionCheck(RuleSetDefinition definition) => this.definition = definition;

    public static List<Fault> Run(RuleSetDefinition definition)
    {
        var check = new DefinitionCheck(definition);
        CeilingCheck.Run(definition, check.faults);
        if (check.faults.Count == 0)
            check.CheckEverything();
        return check.faults;
    }

    private void CheckEverything()
    {
        CheckIds("questions", definition.Questions.Select(q => q.Id), Ids.FaultOfName);
        CheckIds("conditions", definition.Conditions.Select(c => c.Id), Ids.FaultOfName);
        CheckIds("rules", definition.Rules.Select(r => r.Id), Ids.FaultOfLabel);
        CheckIds("flags", definition.Flags.Select(f => f.Id), Ids.FaultOfLabel);
        CheckIds("outcomes", definition.Outcomes, Ids.FaultOfLabel);
        foreach (var question in definition.Questions)
            DomainCheck.Run(question, faults);
        if (definition.Outcomes.Count == 0)
            faults.Add(new("outcomes", "There is no outcome; at least one is needed."));
        if (definition.Rules.Count == 0)
            faults.Add(new("rules", "There is no row; at least one is needed."));
        CheckOutcomes();
        var formulas = new FormulaCheck(definition, faults);
        foreach (var (where, formula) in definition.LocatedFormulas())
            formulas.Run(where, formula);
    }

    private void CheckIds(string kind, IEnumerable<string> ids, Func<string, string?> faultOf)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, id) in ids.Index())
        {
            if (faultOf(id) is { } fault)
                faults.Add(new($"{kind}[{index}]", fault));
            else if (!seen.Add(id))
                faults.Add(new($"{kind}.{id}", $"The id '{id}' is used more than once in {kind}."));
        }
    }

    private void CheckOutcomes()
    {
        var outcomes = definition.Outcomes.ToHashSet(StringComparer.Ordinal);
        foreach (var rule in definition.Rules.Where(rule => !outcomes.Contains(rule.Outcome)))
            faults.Add(new($"rules.{rule.Id}.outcome", $"There is no outcome '{rule.Outcome}'; there are {string.Join(", ", definition.Outcomes)}."));
    }
}
