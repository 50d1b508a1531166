using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Core.Requests.Operations;

namespace DeploymentRouter.Core.Requests;

/// <content>The state is what the history makes of it.</content>
public sealed partial class Request
{
    private void Refold()
    {
        _visits.Clear();
        _decisions.Clear();
        _answerNotes.Clear();
        _form.Clear();
        _decliners.Clear();
        _readings.Clear();
        _answeredAt.Clear();
        _clearings.Clear();
        _operations.Clear();
        _files.Clear();
        _removedFiles.Clear();
        _links.Clear();
        _turns.Clear();
        _asked.Clear();
        _lastAsked.Clear();
        (StrategyId, Override, Hold, ToAnswer, LastDecline, Pin, IsOnAppeal, NamedDecider, State) = (null, null, null, null, null, null, false, null, default);
        var takenBack = EntriesTakenBack().ToHashSet();
        foreach (var entry in _history.Where(entry => !takenBack.Contains(entry.Number)))
            Fold(entry);
    }

    /// <summary>Numbers of the entries that were taken back: they stay to be read and count for nothing.</summary>
    public IEnumerable<int> EntriesTakenBack() =>
        from undo in _history
        where undo.What is Undone
        let first = _history[((Undone)undo.What).FirstEntry - 1]
        from entry in _history[(first.Number - 1)..(undo.Number - 1)]
        where !entry.What.IsBeside() && (entry.Act == first.Act || !entry.What.IsReading())
        select entry.Number;

    private void Fold(HistoryEntry entry)
    {
        switch (entry.What)
        {
            case Opened opened:
                Customer = opened.Customer;
                Answers = opened.Answers;
                foreach (var (question, note) in opened.AnswerNotes)
                    _answerNotes[question] = note;
                _decisions.Add(opened.Decision);
                Answered(opened.Answers.ByQuestion.Keys, entry.At);
                break;
            case CustomerChanged changed:
                Customer = changed.Customer;
                break;
            case AnswersChanged changed:
                FoldAnswers(changed);
                Answered(changed.Changes.Select(change => change.QuestionId), entry.At);
                break;
            case AnswersConfirmed confirmed:
                Answered(confirmed.QuestionIds, entry.At);
                break;
            case ReadingRecorded or ReadingWithdrawn or OverCleared:
                FoldReading(entry);
                break;
            case Overridden overridden:
                Override = overridden;
                break;
            case StageStarted started:
                FoldStage(started, entry.At);
                break;
            case Assigned assigned:
                Current.AssignmentList.Add(new Assignment(entry.At, assigned.To, assigned.Why));
                FoldTurn(assigned.To, entry.At);
                break;
            case AskAssigned asked:
                FoldAsked(asked, entry.At);
                break;
            case CriterionTicked { IsTicked: true } ticked:
                Current.TicksById[ticked.CriterionId] = new Tick(entry.By.Name, entry.At);
                break;
            case CriterionTicked ticked:
                Current.TicksById.Remove(ticked.CriterionId);
                break;
            case FormSaved saved:
                FoldForm(saved);
                break;
            case Offered:
                Current.OfferedAt = entry.At;
                ToAnswer = null;
                break;
            case Accepted:
                Current.AwaitsAcceptance = false;
                Current.AcceptedAt = entry.At;
                break;
            case Returned:
                Current.OfferedAt = null;
                _asked.Clear();
                ToAnswer = entry;
                break;
            case SentBack sent:
                ToAnswer = entry;
                if (sent.Next is { } next) FoldStage(next, entry.At);
                break;
            case Declined:
                LastDecline = entry;
                _decliners.Add(entry.By.PersonId);
                break;
            case Pinned pinned:
                Pin = new Pin(pinned.TeamId, pinned.Reason, entry.By.Name, entry.At);
                break;
            case Unpinned:
                Pin = null;
                break;
            case Held held:
                Hold = held;
                State = RequestState.OnHold;
                Current.PauseList.Add(new Pause(entry.At, null, held.Reason, held.ReasonCode));
                break;
            case Resumed:
                EndPause(entry.At);
                State = StateOf(Current.Stage);
                break;
            case Withdrawn:
                EndVisit(entry.At, StageEnd.Withdrawn);
                State = RequestState.Withdrawn;
                break;
            case Delivered:
                if (Current.Stage.Kind != StageKind.OpenEnded)
                    EndVisit(entry.At, StageEnd.Completed);
                State = RequestState.Delivered;
                break;
            case Appealed appealed:
                (IsOnAppeal, NamedDecider) = (true, appealed.Decider);
                break;
            case FileAttached or FileRemoved or LinkAdded or LinkRemoved:
                FoldAttachment(entry);
                break;
            case OperationAsked asked:
                _operations.Add(new OperationRun(FindOperation(asked, entry), entry, asked));
                break;
            case OperationTaken taken:
                FoldOperation(taken.Asked, run => run with { Taken = entry });
                FoldTurn(new Assignee(entry.By.PersonId, entry.By.Name), entry.At);
                break;
            case OperationDone done:
                FoldOperation(done.Asked, run => run with { Ended = entry });
                break;
            case OperationDeclined declined:
                FoldOperation(declined.Asked, run => run with { Ended = entry });
                break;
            case OperationWithdrawn withdrawn:
                FoldOperation(withdrawn.Asked, run => run with { Ended = entry });
                break;
            case Reopened or Commented or Replied or Undone or StatusShared or StatusUnshared:
                break;
            default:
                throw new InvalidOperationException($"History entry {entry.Number} of {Id} is of an unknown kind.");
        }
    }

    private void FoldAnswers(AnswersChanged changed)
    {
        foreach (var change in changed.Changes)
        {
            Answers = Answers.With(change.QuestionId, change.After);
            if (change.Note is { Length: > 0 } note) _answerNotes[change.QuestionId] = note;
            else _answerNotes.Remove(change.QuestionId);
        }

        _decisions.Add(changed.Decision);
        if (IsAnswering(Current.Stage)) ForgetAsked(team => Playbook.Questions.Any(question => question.AnsweredBy == team && Decision.OpenQuestions.Contains(question.Id, StringComparer.Ordinal)));
    }

    private void FoldForm(FormSaved saved)
    {
        foreach (var (field, value) in saved.Values)
        {
            if (value.Length == 0) _form.Remove(field);
            else _form[field] = value;
        }
    }

    private void FoldStage(StageStarted started, DateTime at)
    {
        var comesBack = started.Before is StageEnd.SentBack or StageEnd.Returned;
        if (_visits.Count > 0 && Current.EndedAt is null)
            EndVisit(at, started.Before ?? StageEnd.Rerouted);
        if (!comesBack) ToAnswer = null;
        if (EndsPin(comesBack)) Pin = null;
        if (EndsAppeal(started.Before)) IsOnAppeal = false;
        if (started.Before is StageEnd.Rerouted) _decliners.Clear();
        if (started.Before is StageEnd.Rerouted && !string.Equals(Override?.StrategyId, started.StrategyId, StringComparison.Ordinal))
            Override = null;

        StrategyId = started.StrategyId ?? (IsAfterDecline(started.StageId) ? StrategyId : null);
        var stage = FindStage(started);
        var visit = new StageVisit(stage, started.StrategyId, started.TeamId, at, started.AwaitsAcceptance) { Before = _visits.LastOrDefault() };
        if (comesBack && LastVisitOf(stage.Id) is { } earlier)
        {
            foreach (var (criterion, tick) in earlier.Ticks)
                visit.TicksById[criterion] = tick;
        }

        _visits.Add(visit);
        ForgetAsked(team => IsAnswering(stage) && team != started.TeamId);
        State = StateOf(stage);
    }

    private bool EndsAppeal(StageEnd? before) =>
        before is StageEnd.Rerouted or StageEnd.Declined || (before is StageEnd.Completed && Current.Stage.Kind == StageKind.Review);

    private void EndVisit(DateTime at, StageEnd end)
    {
        EndPause(at);
        Current.EndedAt = at;
        Current.End = end;
        Current.AwaitsAcceptance = false;
    }

    private void EndPause(DateTime at)
    {
        Hold = null;
        if (Current.PauseList is [.., { Until: null } running])
            Current.PauseList[^1] = running with { Until = at };
    }
}
