using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Requests;

/// <content>What a reviewer can do besides accepting, and what comes after a decline.</content>
public sealed partial class Request
{
    /// <summary>Sends a reviewed request back to the stage before, with a note and what to look at again.</summary>
    /// <param name="questionIds">Questions of the playbook, each once.</param>
    /// <param name="fieldIds">Fields of the stage before, each once.</param>
    public Outcome SendBack(
        string reason, IReadOnlyList<string> questionIds, IReadOnlyList<string> fieldIds, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.SendBack, by) is { } refusal) return refusal;
        if (TextProblem(reason, "what is missing") is { } problem) return problem;
        var before = Plan.TakeWhile(stage => stage.Id != Current.Stage.Id).LastOrDefault();
        if (before is null) return Refusals.NotThisKindOfStage(Current.Stage.Name, "send back");
        if (WhyNotAskAgain(questionIds, fieldIds, before) is { } other) return other;

        var act = NextAct;
        // One entry stops the clock of the one and starts that of the other.
        var next = new StageStarted(before.Id, Current.StrategyId, before.OwnerTeamId, AwaitsAcceptance: false, StageEnd.SentBack);
        Record(by, now, new SentBack(reason.Trim(), questionIds, fieldIds, next), act);
        Keep(by, now, before, next, act);
        return Outcome.Done;
    }

    // Only what can be answered is asked, and the history keeps nothing else.
    private Refusal? WhyNotAskAgain(IReadOnlyList<string> questionIds, IReadOnlyList<string> fieldIds, Stage stage)
    {
        if (questionIds.FirstOrDefault(id => Playbook.Questions.All(question => question.Id != id)) is { } question) return Refusals.UnknownQuestion(question);
        if (fieldIds.FirstOrDefault(id => stage.Fields.All(field => field.Id != id)) is { } field) return Refusals.UnknownItem($"field “{field}”");
        return questionIds.CountBy(id => id).Concat(fieldIds.CountBy(id => id)).FirstOrDefault(asked => asked.Value > 1) is { Key: { } twice } ? Refusals.AskedTwice(twice) : null;
    }

    /// <summary>Declines a reviewed request with a coded reason and a text that its owner and Sales read.</summary>
    public Outcome Decline(string reasonCode, string text, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Decline, by) is { } refusal) return refusal;
        if (Playbook.DeclineReasons.All(reason => reason.Id != reasonCode)) return Refusals.UnknownReason();
        if (TextProblem(text, "why, in words for the customer engineer and Sales") is { } problem) return problem;

        var act = NextAct;
        var next = Playbook.CommonStages.AfterDecline;
        Record(by, now, new Declined(reasonCode, text.Trim()), act);
        Start(by, now, next, null, next.OwnerTeamId, StageEnd.Declined, awaitsAcceptance: false, act);
        return Outcome.Done;
    }

    /// <summary>Asks for another decision on a decline; it goes back to the review, where a different person decides.</summary>
    public Outcome Appeal(string text, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Appeal, by) is { } refusal) return refusal;
        if (TextProblem(text, "why the decline should be looked at again") is { } problem) return problem;
        var declined = _visits.FindLast(visit => visit.End == StageEnd.Declined)!;
        var act = NextAct;
        Record(by, now, new Appealed(text.Trim()), act);
        Start(by, now, declined.Stage, declined.StrategyId, declined.TeamId, StageEnd.Completed, awaitsAcceptance: false, act);
        return Outcome.Done;
    }
}
