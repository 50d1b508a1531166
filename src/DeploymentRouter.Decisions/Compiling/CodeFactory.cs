using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Compiling;

internal static class CodeFactory
{
    /// <summary>Null when faults were added.</summary>
    /// <param name="besides">Formulas outside of the definition whose tests must be told apart too.</param>
    public static AnswerCode? Make(RuleSetDefinition definition, IEnumerable<Formula> besides, List<Fault> faults)
    {
        var tests = TestsIn(definition, besides);
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
                faults.Add(new($"questions.{question.Id}", tooMany.Message, IsCeiling: true));
            }
        }
        return faults.Count == 0 ? new AnswerCode(questions, [.. classes]) : null;
    }

    /// <summary>Every test by the question it reads.</summary>
    public static ILookup<string, UnaryTest> TestsIn(RuleSetDefinition definition, IEnumerable<Formula> besides) =>
        definition.LocatedFormulas()
            .Select(located => located.Formula)
            .Concat(besides)
            .SelectMany(FormulaWalk.Leaves)
            .OfType<AnswerTest>()
            .Distinct()
            .ToLookup(test => test.QuestionId, test => test.Test, StringComparer.Ordinal);
}
