using System.Globalization;
using DeploymentRouter.Decisions.Checking;

namespace DeploymentRouter.Decisions.Proving.Laws;

/// <summary>Whether laws speak of questions, values and outcomes that there are.</summary>
internal static class LawCheck
{
    /// <summary>The definition must have passed its checks.</summary>
    public static void Run(RuleSetDefinition definition, IReadOnlyList<Law> laws, List<Fault> faults)
    {
        if (laws.Count > RuleSetLimits.MaxLaws)
        {
            faults.Add(new("laws", string.Create(CultureInfo.InvariantCulture, $"There are {laws.Count:N0} laws; at most {RuleSetLimits.MaxLaws:N0} are possible.")));
            return;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, law) in laws.Index())
        {
            if (Ids.FaultOfLabel(law.Id) is { } fault)
                faults.Add(new($"laws[{index}]", fault));
            else if (!seen.Add(law.Id))
                faults.Add(new($"laws.{law.Id}", $"The id '{law.Id}' is used more than once in laws."));
            Outcomes(definition, law, faults);
            Formula(definition, law, faults);
            if (law is MoreNeverLaw more)
                Question(definition, more, faults);
        }
    }

    public static Formula? FormulaOf(Law law) => law switch
    {
        NeverLaw never => never.When,
        AlwaysLaw always => always.When,
        _ => null,
    };

    private static void Outcomes(RuleSetDefinition definition, Law law, List<Fault> faults)
    {
        var where = $"laws.{law.Id}.outcomes";
        if (law.Outcomes.Count == 0)
            faults.Add(new(where, "There is no outcome; at least one is needed."));
        foreach (var outcome in law.Outcomes.Except(definition.Outcomes, StringComparer.Ordinal))
            faults.Add(new(where, $"There is no outcome '{outcome}'; there are {string.Join(", ", definition.Outcomes)}."));
    }

    private static void Formula(RuleSetDefinition definition, Law law, List<Fault> faults)
    {
        if (FormulaOf(law) is not { } formula)
            return;
        var where = $"laws.{law.Id}.when";
        var (parts, depth) = FormulaWalk.Measure(formula, RuleSetLimits.MaxFormulaParts);
        if (parts > RuleSetLimits.MaxFormulaParts || depth > RuleSetLimits.MaxFormulaDepth)
            faults.Add(new(where, string.Create(CultureInfo.InvariantCulture, $"The formula has more than {RuleSetLimits.MaxFormulaParts:N0} parts or {RuleSetLimits.MaxFormulaDepth} levels.")));
        else
            new FormulaCheck(definition, faults).Run(where, formula, mayReadInformation: true);
    }

    private static void Question(RuleSetDefinition definition, MoreNeverLaw law, List<Fault> faults)
    {
        var question = definition.Questions.FirstOrDefault(q => string.Equals(q.Id, law.QuestionId, StringComparison.Ordinal));
        if (question is null)
            faults.Add(new($"laws.{law.Id}.question", $"There is no question '{law.QuestionId}'."));
        else if (question.Domain is OneOfDomain)
            faults.Add(new($"laws.{law.Id}.question", $"{question.Id} takes one of several values, of which none is more than another."));
    }
}
