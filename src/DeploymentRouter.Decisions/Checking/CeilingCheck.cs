using System.Globalization;

namespace DeploymentRouter.Decisions.Checking;

// Runs first and alone: whatever passes is small enough to be looked at closely.
internal static class CeilingCheck
{
    public static void Run(RuleSetDefinition definition, List<Fault> faults)
    {
        Count(faults, "questions", definition.Questions.Count, RuleSetLimits.MaxQuestions);
        Count(faults, "conditions", definition.Conditions.Count, RuleSetLimits.MaxConditions);
        Count(faults, "rules", definition.Rules.Count, RuleSetLimits.MaxRules, "rows");
        Count(faults, "outcomes", definition.Outcomes.Count, RuleSetLimits.MaxOutcomes);
        Count(faults, "flags", definition.Flags.Count, RuleSetLimits.MaxFlags);
        if (faults.Count == 0)
            Formulas(definition, faults);
    }

    private static void Formulas(RuleSetDefinition definition, List<Fault> faults)
    {
        var left = RuleSetLimits.MaxFormulaParts;
        foreach (var (where, formula) in definition.LocatedFormulas())
        {
            var (parts, depth) = FormulaWalk.Measure(formula, left);
            left -= parts;
            if (depth > RuleSetLimits.MaxFormulaDepth)
                faults.Add(new(where, $"The formula is nested more than {RuleSetLimits.MaxFormulaDepth} levels deep."));
            if (left >= 0)
                continue;
            faults.Add(new(where, string.Create(CultureInfo.InvariantCulture, $"All formulas together have more than {RuleSetLimits.MaxFormulaParts:N0} parts.")));
            return;
        }
    }

    private static void Count(List<Fault> faults, string where, int count, int maximum, string? what = null)
    {
        if (count > maximum)
            faults.Add(new(where, string.Create(CultureInfo.InvariantCulture, $"There are {count:N0} {what ?? where}; at most {maximum:N0} are possible.")));
    }
}
