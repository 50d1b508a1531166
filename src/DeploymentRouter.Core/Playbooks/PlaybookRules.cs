using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Playbooks;

/// <summary>The rules of a playbook and the words they are spoken of in. Unlike a <see cref="Playbook"/> they need not be sound, not even complete.</summary>
/// <param name="Definition">The rules; strategies are its outcomes, routing rows its rules.</param>
public sealed record PlaybookRules(
    IReadOnlyList<PlaybookQuestion> Questions,
    IReadOnlyList<Strategy> Strategies,
    RuleSetDefinition Definition,
    IReadOnlyList<PlaybookLaw> Laws)
{
    /// <summary>The rules of a playbook that is in use.</summary>
    public static PlaybookRules Of(Playbook playbook) =>
        new(playbook.Questions, playbook.Strategies, playbook.Rules.Definition, playbook.Laws);

    /// <summary>What the rules call rules and outcomes, the playbook calls <c>routing</c> and <c>strategies</c>.</summary>
    /// <param name="where">As in a <see cref="Fault"/> or a <see cref="Finding"/>.</param>
    public static string PathOf(string where)
    {
        if (where.StartsWith("outcomes", StringComparison.Ordinal))
            return $"strategies{where["outcomes".Length..]}";
        return where.StartsWith("rules", StringComparison.Ordinal)
            ? $"routing{where["rules".Length..]}".Replace(".outcome", ".strategy", StringComparison.Ordinal)
            : where;
    }
}
