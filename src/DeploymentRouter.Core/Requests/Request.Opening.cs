using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Requests;

/// <content>Filing, answering and choosing the strategy.</content>
public sealed partial class Request
{
    /// <summary>Files a request and, when the answers decide, starts the strategy's first stage.</summary>
    /// <param name="answerNotes">Notes to answers by question id.</param>
    /// <param name="now">UTC.</param>
    /// <returns>The request, or the refusal: only the filing team files, and answers must be valid.</returns>
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

    /// <summary>
    /// Gives, changes or opens (null) answers and decides anew. A request that needs information starts its strategy as soon as
    /// one is left; one that is under way stays where it is until it is re-routed.
    /// </summary>
    /// <param name="changes">Answers by question id; each person changes only what their team answers.</param>
    /// <param name="notes">Notes by question id; a question that is not in it loses its note if its answer changes.</param>
    public Outcome ChangeAnswers(
        IReadOnlyDictionary<string, Answer?> changes, IReadOnlyDictionary<string, string> notes, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Answer, by) is { } refusal) return refusal;
        var after = Answers;
        var recorded = new List<AnswerChange>();
        foreach (var (id, answer) in changes)
        {
            if (Playbook.Questions.FirstOrDefault(q => q.Id == id) is not { } question) return Refusals.UnknownItem($"question “{id}”");
            if (question.AnsweredBy != by.TeamId) return Refusals.NotYourQuestion(question.Wording, TeamName(question.AnsweredBy));
            after = after.With(id, answer);
            var note = notes.GetValueOrDefault(id);
            if (!Equals(Answers[id], answer) || (note ?? "") != _answerNotes.GetValueOrDefault(id, ""))
                recorded.Add(new AnswerChange(id, Answers[id], answer, note));
        }

        if (recorded.Count == 0) return Refusals.NothingChanged();
        if (Playbook.Rules.Check(after) is [var fault, ..]) return Refusals.AnswerInvalid($"{fault.Where}: {fault.Message}");

        var act = NextAct;
        var decision = Deciding.Decide(Playbook, after, now);
        Record(by, now, new AnswersChanged(recorded, decision), act);
        if (Current.Stage.Id == Playbook.CommonStages.Answers.Id
            && (decision.Outcome is not null || Current.TeamId != AnswersTeam(decision)))
            StartRoute(by, now, decision, StageEnd.Completed, act);
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

    // The filing team keeps the ball while it still has a question to answer itself.
    private string AnswersTeam(StoredDecision decision)
    {
        var teams = decision.OpenQuestions.Select(id => Playbook.Question(id).AnsweredBy).ToHashSet(StringComparer.Ordinal);
        return teams.Contains(FilingTeamId) ? FilingTeamId : Playbook.Teams.First(team => teams.Contains(team.Id)).Id;
    }
}
