using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Compiling;

internal static class CodeFactory
{
    /// <summary>Null when faults were added.</summary>
    public static AnswerCode? Make(RuleSetDefinition definition, List<Fault> faults)
    {
        var tests = definition.LocatedFormulas()
            .SelectMany(located => FormulaWalk.Leaves(located.Formula))
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
