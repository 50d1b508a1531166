using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Explaining;

/// <summary>Asks one question at a time, the most telling first, and stops when the outcome is settled.</summary>
/// <param name="Questions">What the outcome still depends on and can be asked now, most telling first.</param>
/// <param name="Mine">Those of them that the asker answers, without those that were put off.</param>
public sealed record QuickCheck(bool IsSettled, IReadOnlyList<PlaybookQuestion> Questions, IReadOnlyList<PlaybookQuestion> Mine)
{
    /// <summary>The most telling question, whoever answers it; null once settled.</summary>
    public PlaybookQuestion? Best => Questions.Count > 0 ? Questions[0] : null;

    /// <summary>What the asker is asked next; null: settled, or what is left is for other teams or was put off.</summary>
    public PlaybookQuestion? Next => Mine.Count > 0 ? Mine[0] : null;

    /// <param name="teamId">The team that is asked; null: the one that files requests.</param>
    /// <param name="putOff">Ids of questions that the asker cannot answer now.</param>
    public static QuickCheck Of(Playbook playbook, AnswerSet answers, string? teamId = null, IReadOnlySet<string>? putOff = null)
    {
        List<PlaybookQuestion> questions = [.. playbook.Rules.NextQuestions(answers).Select(next => playbook.Question(next.Question.Id))];
        var mine = questions.Where(question =>
            question.AnsweredBy == (teamId ?? playbook.FilingTeamId) && putOff?.Contains(question.Id) is not true);
        return new QuickCheck(questions.Count == 0, questions, [.. mine]);
    }
}
