using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Requests;

/// <content>The work inside a stage and the passing of the ball.</content>
public sealed partial class Request
{
    /// <summary>Assigns it to a person of the owning team, or (null) to nobody.</summary>
    public Outcome Assign(Person? to, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Assign, by) is { } refusal) return refusal;
        if (to is not null && to.TeamId != OwnerTeamId) return Refusals.NotATeamMember(to.Name, TeamName(Current.TeamId));
        if (to is not null && WhyNotDecide(to) is { } notTheirs) return notTheirs;
        if (Current.Assignee?.PersonId == to?.Id) return Refusals.NothingChanged();
        Record(by, now, new Assigned(to is null ? null : new Assignee(to.Id, to.Name)));
        return Outcome.Done;
    }

    /// <summary>Takes it oneself.</summary>
    public Outcome Take(Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Take, by) is { } refusal) return refusal;
        if (Current.Assignee?.PersonId == by.Id) return Refusals.NothingChanged();
        Record(by, now, new Assigned(new Assignee(by.Id, by.Name)));
        return Outcome.Done;
    }

    /// <summary>Accepts a hand-over and takes it in person. After a hand-over stage, the next stage begins.</summary>
    public Outcome Accept(Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Accept, by) is { } refusal) return refusal;
        var act = NextAct;
        if (Current.AwaitsAcceptance)
        {
            Record(by, now, new Accepted(Giver.TeamId), act);
            Record(by, now, new Assigned(new Assignee(by.Id, by.Name)), act);
            return Outcome.Done;
        }

        // The form stays open while it is offered; what was needed to offer it must still be there.
        if (WhyUnfinished() is { } unfinished) return unfinished;
        Record(by, now, new Accepted(Current.TeamId), act);
        Advance(by, now, act);
        if (Current.EndedAt is null && Current.Assignee is null)
            Record(by, now, new Assigned(new Assignee(by.Id, by.Name)), act);
        return Outcome.Done;
    }

    /// <summary>Returns a hand-over to the team that gave it, with a reason.</summary>
    public Outcome Return(string reason, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Return, by) is { } refusal) return refusal;
        if (TextProblem(reason, "what is missing") is { } problem) return problem;
        var act = NextAct;
        if (Current.AwaitsAcceptance)
        {
            var giver = Giver;
            Record(by, now, new Returned(giver.TeamId, reason.Trim()), act);
            Start(by, now, giver.Stage, giver.StrategyId, giver.TeamId, StageEnd.Returned, awaitsAcceptance: false, act);
            return Outcome.Done;
        }

        Record(by, now, new Returned(Current.TeamId, reason.Trim()), act);
        return Outcome.Done;
    }

    /// <summary>Ticks an exit criterion of the current stage, or takes the tick back.</summary>
    public Outcome SetTick(string criterionId, bool ticked, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Tick, by) is { } refusal) return refusal;
        if (Current.Stage.ExitCriteria.FirstOrDefault(c => c.Id == criterionId) is not { } criterion)
            return Refusals.UnknownItem("such exit criterion");
        if (Current.Ticks.ContainsKey(criterionId) == ticked) return Refusals.NothingChanged();
        Record(by, now, new CriterionTicked(criterionId, criterion.Text, ticked));
        return Outcome.Done;
    }

    /// <summary>Saves form values of the current stage; each is checked, an empty one clears its field.</summary>
    public Outcome SaveForm(IReadOnlyDictionary<string, string> values, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.SaveForm, by) is { } refusal) return refusal;
        var changed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, typed) in values)
        {
            if (Current.Stage.Fields.FirstOrDefault(f => f.Id == id) is not { } field) return Refusals.UnknownItem($"field “{id}”");
            var value = typed.Trim();
            if (FieldCheck.Problem(field, value) is { } problem) return Refusals.FieldInvalid(problem);
            if (value != _form.GetValueOrDefault(id, "")) changed[id] = value;
        }

        if (changed.Count == 0) return Refusals.NothingChanged();
        Record(by, now, new FormSaved(changed));
        return Outcome.Done;
    }

    /// <summary>Ends the current stage well (for a review: accepts it) and starts the next one.</summary>
    public Outcome Complete(Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Complete, by) is { } refusal) return refusal;
        if (WhyUnfinished() is { } unfinished) return unfinished;
        if (IsEngagement && WhyAged([], [], now) is { } aged) return aged;
        Advance(by, now, NextAct);
        return Outcome.Done;
    }

    /// <summary>Offers the request to the receiving team of a hand-over stage.</summary>
    public Outcome Offer(Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Offer, by) is { } refusal) return refusal;
        if (WhyUnfinished() is { } unfinished) return unfinished;
        Record(by, now, new Offered(Current.Stage.ReceiverTeamId!));
        return Outcome.Done;
    }

    /// <summary>What still keeps the current stage from being done: missing fields and open exit criteria; null: nothing.</summary>
    /// <param name="typed">Values that are about to be saved; null: none.</param>
    public Refusal? WhyUnfinished(IReadOnlyDictionary<string, string>? typed = null)
    {
        var stage = Current.Stage;
        List<Lack> open = [.. stage.ExitCriteria.Where(c => !Current.Ticks.ContainsKey(c.Id)).Select(c => new Lack(LackKind.Criterion, c.Id, c.Text))];
        List<Lack> missing = [.. stage.Fields.Where(f => f.Required && IsEmpty(f.Id)).Select(f => new Lack(LackKind.Field, f.Id, f.Label))];
        return missing.Count > 0 ? Refusals.FieldsMissing([.. missing, .. open])
            : open.Count > 0 ? Refusals.CriteriaOpen(open)
            : stage.WatchesGrowth && _readings.TrueForAll(reading => reading.Withdrawal is not null) ? Refusals.ReadingNeeded()
            : null;

        bool IsEmpty(string field) => string.IsNullOrWhiteSpace(typed?.GetValueOrDefault(field) ?? _form.GetValueOrDefault(field));
    }

    // Who handed over what awaits acceptance. A withdrawal since then left stays behind that gave nothing.
    private StageVisit Giver => _visits.FindLast(visit => visit.End == StageEnd.Completed)!;

    private void Advance(Person by, DateTime now, int act)
    {
        var finished = Current;
        var stages = Playbook.Strategy(finished.StrategyId!).Stages;
        var index = stages.Select(stage => stage.Id).ToList().IndexOf(finished.Stage.Id);
        if (index + 1 >= stages.Count)
        {
            Record(by, now, new Delivered(), act);
            return;
        }

        var next = stages[index + 1];
        var awaits = finished.Stage.Kind != StageKind.HandOver
            && next.Kind is StageKind.Work or StageKind.HandOver
            && next.OwnerTeamId != finished.TeamId;
        Start(by, now, next, finished.StrategyId, next.OwnerTeamId, StageEnd.Completed, awaits, act);
        if (next.Kind == StageKind.OpenEnded)
            Record(by, now, new Delivered(), act);
    }

    private void Start(
        Person by, DateTime now, Stage stage, string? strategyId, string teamId, StageEnd? before, bool awaitsAcceptance, int act)
    {
        var started = new StageStarted(stage.Id, strategyId, teamId, awaitsAcceptance, before);
        Record(by, now, started, act);
        Keep(by, now, stage, started, act);
    }

    // Who had it keeps it. A team that reviews or has to accept chooses its person then.
    private void Keep(Person by, DateTime now, Stage stage, StageStarted started, int act)
    {
        if (started.AwaitsAcceptance || stage.Kind == StageKind.Review) return;
        var teamId = started.TeamId;
        var assignee = _visits.FindLast(visit => visit.TeamId == teamId && visit.Assignee is not null)?.Assignee
            ?? (by.TeamId == teamId ? new Assignee(by.Id, by.Name) : null);
        if (assignee is not null) Record(by, now, new Assigned(assignee), act);
    }
}
