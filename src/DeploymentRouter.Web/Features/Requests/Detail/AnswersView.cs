using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.Features.Requests.Detail;

public enum AnswerUse
{
    Used,

    /// <summary>Open, and the outcome may hang on it.</summary>
    Open,

    /// <summary>Open, and may turn out not to be asked at all.</summary>
    MayNotBeNeeded,

    /// <summary>Given, but not asked any more: kept, and not used.</summary>
    KeptNotUsed,
}

/// <summary>One line of "all answers".</summary>
/// <param name="Answer">Its label; null: open.</param>
/// <param name="CanChange">Whether the person who looks may change it now.</param>
public sealed record AnswerRow(
    string QuestionId, string Label, string? Answer, string? Note, AnswerUse Use, string TeamId, string TeamName, bool CanChange)
{
    /// <summary>Every question that is asked, may be asked, or was answered; in the playbook's order.</summary>
    public static IReadOnlyList<AnswerRow> Of(Request request, Person person)
    {
        var mayAnswer = request.WhyNot(RequestAct.Answer, person) is null;
        return
        [
            .. from question in request.Playbook.Questions
               let answer = request.Answers[question.Id]
               let asking = request.Playbook.Rules.AskingOf(question.Id, request.Answers)
               where answer is not null || asking is not Asking.NotAsked
               select new AnswerRow(
                   question.Id,
                   question.Label,
                   answer is null ? null : Wording.Label(question, answer),
                   request.AnswerNotes.GetValueOrDefault(question.Id),
                   UseOf(answer, asking),
                   question.AnsweredBy,
                   Named.Team(request.Playbook, question.AnsweredBy),
                   mayAnswer && question.AnsweredBy == person.TeamId),
        ];
    }

    private static AnswerUse UseOf(Answer? answer, Asking asking) => (answer, asking) switch
    {
        (null, Asking.Asked) => AnswerUse.Open,
        (null, _) => AnswerUse.MayNotBeNeeded,
        (_, Asking.NotAsked) => AnswerUse.KeptNotUsed,
        _ => AnswerUse.Used,
    };
}

/// <summary>An open question on which the outcome hangs, and the team that answers it.</summary>
public sealed record OpenQuestion(string QuestionId, string Wording, string Label, string TeamId, string TeamName, bool IsMine)
{
    public static IReadOnlyList<OpenQuestion> Of(Request request, Person person) =>
        request.StrategyId is not null || request.State is RequestState.Withdrawn ? [] :
        [
            .. from id in request.Decision.OpenQuestions
               let question = request.Playbook.Question(id)
               select new OpenQuestion(
                   id,
                   question.Wording,
                   question.Label,
                   question.AnsweredBy,
                   Named.Team(request.Playbook, question.AnsweredBy),
                   question.AnsweredBy == person.TeamId),
        ];
}
