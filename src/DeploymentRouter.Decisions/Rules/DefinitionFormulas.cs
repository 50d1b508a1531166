namespace DeploymentRouter.Decisions;

internal static class DefinitionFormulas
{
    /// <summary>Every formula of the definition with the place faults give for it.</summary>
    public static IEnumerable<(string Where, Formula Formula)> LocatedFormulas(this RuleSetDefinition definition)
    {
        foreach (var question in definition.Questions)
        {
            if (question.AskedWhen is { } asked)
                yield return (AskedWhere(question), asked);
        }
        foreach (var condition in definition.Conditions)
            yield return (When(condition), condition.When);
        foreach (var rule in definition.Rules)
            yield return ($"rules.{rule.Id}.when", rule.When);
        foreach (var flag in definition.Flags)
            yield return ($"flags.{flag.Id}.when", flag.When);
    }

    public static string AskedWhere(Question question) => $"questions.{question.Id}.asked_when";

    public static string When(Condition condition) => $"conditions.{condition.Id}.when";
}
