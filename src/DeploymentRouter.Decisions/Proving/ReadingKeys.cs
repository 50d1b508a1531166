namespace DeploymentRouter.Decisions.Proving;

/// <summary>Names for what formulas read; a question and a condition may share an id.</summary>
internal static class ReadingKeys
{
    public static string Of(object item) => item is Question question ? Question(question.Id) : Condition(((Condition)item).Id);

    public static string[] ReadBy(Formula formula) =>
    [
        .. FormulaWalk.Leaves(formula)
            .Select(leaf => leaf is AnswerTest test ? Question(test.QuestionId) : Condition(((NamedCondition)leaf).ConditionId))
            .Distinct(StringComparer.Ordinal),
    ];

    private static string Question(string id) => $"questions.{id}";

    private static string Condition(string id) => $"conditions.{id}";
}
