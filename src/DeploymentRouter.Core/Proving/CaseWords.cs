using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Proving;

/// <summary>Says an example case in the playbook's labels.</summary>
public static class CaseWords
{
    /// <summary>The answers that make the case, for example "Where it would run: AWS; Users at full roll-out: 20,001".</summary>
    public static string Of(PlaybookRules rules, ExampleCase example) => Of(rules, example.Answers, id => example.Telling.Contains(id, StringComparer.Ordinal));

    /// <summary>Every answer of it.</summary>
    public static string Whole(PlaybookRules rules, ExampleCase example) => Of(rules, example.Answers, _ => true);

    private static string Of(PlaybookRules rules, AnswerSet answers, Func<string, bool> isSaid)
    {
        var said = rules.Questions
            .Where(question => isSaid(question.Id) && answers[question.Id] is not null)
            .Select(question => $"{question.Label}: {Wording.Label(question, answers[question.Id]!)}")
            .ToList();
        return said.Count > 0 ? string.Join("; ", said) : "any answers";
    }
}
