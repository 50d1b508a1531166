using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Compiling;

internal static class CodeFactory
{
    /// <summary>Null when faults were added.</summary>
    /// <param name="besides">Formulas outside of the definition whose tests must be told apart too.</param>
    public static AnswerCode? Make(RuleSetDefinition definition, IEnumerable<Formula> besides, List<Fault> faults)
    {
        var tests = definition.LocatedFormulas()
            .Select(located => located.Formula)
            .Concat(besides)
            .SelectMany(FormulaWalk.Leaves)
            .OfType<AnswerTest>()
            .Distinct()
            .ToLookup(test => test.QuestionId, test => test.Test, StringComparer.Ordinal);
        var questions = VariableOrder.Of(definition);
        var classes = new List<AnswerClasses>();
        foreach (var question in questions)
        {
            try
            {
                classes.Add(AnswerClasses.Of(question.Domain, [.. tests[question.Id]]));
            }
            catch (TooManyClassesException tooMany)
            {
                faults.Add(new($"questions.{question.Id}", tooMany.Message));
            }
        }
        return faults.Count == 0 ? new AnswerCode(questions, [.. classes]) : null;
    }
}
