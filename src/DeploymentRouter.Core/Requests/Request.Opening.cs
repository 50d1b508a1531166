using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Requests;

/// <content>Filing and choosing the strategy.</content>
public sealed partial class Request
{
    /// <summary>Files a request and, when the answers decide, starts the strategy's first stage.</summary>
    /// <param name="answerNotes">Notes to answers by question id.</param>
    /// <param name="now">UTC.</param>
    /// <returns>The request, or the refusal: only the filing team files, for itself alone, and answers must be valid.</returns>
    public static (Request? Request, Refusal? Refusal) Open(
        Guid id,
        Playbook playbook,
        CustomerFacts customer,
        AnswerSet answers,
        IReadOnlyDictionary<string, string> answerNotes,
        Person by,
        DateTime now)
    {
        var request = new Request(id, playbook);
        if (request.FilingTeamOnly(by, "file a request") is { } refusal) return (null, refusal);
        if (request.WhyNotAnswer(answers.ByQuestion.Keys, by) is { } theirs) return (null, theirs);
        if (playbook.Rules.Check(answers) is [var fault, ..]) return (null, Refusals.AnswerInvalid($"{fault.Where}: {fault.Message}"));

        var decision = Deciding.Decide(playbook, answers, now);
        request.Record(by, now, new Opened(customer, answers, answerNotes, decision), act: 1);
        request.StartRoute(by, now, decision, before: null, act: 1);
        return (request, null);
    }

    /// <summary>Changes what is known of the customer.</summary>
    public Outcome ChangeCustomer(CustomerFacts customer, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.ChangeCustomer, by) is { } refusal) return refusal;
        if (customer == Customer) return Refusals.NothingChanged();
        Record(by, now, new CustomerChanged(customer));
        return Outcome.Done;
    }

    /// <summary>Leaves the present plan and follows what the answers lead to now; ends an override.</summary>
    public Outcome Reroute(Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Reroute, by) is { } refusal) return refusal;
        StartRoute(by, now, Decision, StageEnd.Rerouted, NextAct);
        return Outcome.Done;
    }

    /// <summary>Follows another strategy than the computed one, with a coded reason and a text; both outcomes stay visible.</summary>
    public Outcome OverrideStrategy(string strategyId, string reasonCode, string text, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Override, by) is { } refusal) return refusal;
        if (Playbook.Strategies.All(strategy => strategy.Id != strategyId)) return Refusals.UnknownItem($"strategy “{strategyId}”");
        if (Playbook.OverrideReasons.All(reason => reason.Id != reasonCode)) return Refusals.UnknownReason();
        if (strategyId == StrategyId) return Refusals.SameStrategy(Playbook.Strategy(strategyId).ShortName);
        if (TextProblem(text, "why the computed strategy does not fit") is { } problem) return problem;

        var act = NextAct;
        Record(by, now, new Overridden(strategyId, reasonCode, text.Trim()), act);
        StartPlan(by, now, strategyId, StageEnd.Rerouted, act);
        return Outcome.Done;
    }

    private void StartRoute(Person by, DateTime now, StoredDecision decision, StageEnd? before, int act)
    {
        if (decision.Outcome is { } strategyId)
        {
            StartPlan(by, now, strategyId, before, act);
            return;
        }

        Start(by, now, Playbook.CommonStages.Answers, null, AnswersTeam(decision), before, false, act);
    }

    private void StartPlan(Person by, DateTime now, string strategyId, StageEnd? before, int act)
    {
        var stage = Playbook.Strategy(strategyId).Stages[0];
        Start(by, now, stage, strategyId, stage.OwnerTeamId, before, awaitsAcceptance: false, act);
    }
}
