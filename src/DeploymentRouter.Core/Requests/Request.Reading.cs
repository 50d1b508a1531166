using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Requests;

/// <content>Growth readings: recorded, withdrawn with a reason, never lost.</content>
public sealed partial class Request
{
    /// <summary>What its readings say together; null: none counts.</summary>
    public GrowthFacts? Growth => GrowthFacts.Of(_readings, _clearings, Playbook.Growth.TrendOverDays);

    /// <summary>Records how many users and repositories there were on a day. One day and one source make one reading.</summary>
    public Outcome RecordReading(DateOnly on, long users, long repositories, string source, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.RecordReading, by) is { } refusal) return refusal;
        var problem = ReadingCheck.CountProblem(ReadingCheck.Users, users)
            ?? ReadingCheck.CountProblem(ReadingCheck.Repositories, repositories)
            ?? ReadingCheck.DateProblem(on, DateOnly.FromDateTime(now))
            ?? ReadingCheck.SourceProblem(source);
        if (problem is not null) return Refusals.ReadingInvalid(problem);
        if (_readings.Count >= Reading.MostPerRequest) return Refusals.TooManyReadings(Reading.MostPerRequest);
        if (_readings.Find(reading => reading.Withdrawal is null && reading.IsOf(on, source.Trim())) is { } same)
            return Refusals.SameReading(OutlookWords.Day(on), same.Source, OutlookWords.Figures(same));
        Record(by, now, new ReadingRecorded(on, users, repositories, source.Trim()));
        return Outcome.Done;
    }

    /// <summary>Takes a reading out of the count, with the reason; the right one is recorded anew.</summary>
    /// <param name="entry">The <see cref="Reading.Entry"/>.</param>
    public Outcome WithdrawReading(int entry, string reason, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.WithdrawReading, by) is { } refusal) return refusal;
        if (_readings.Find(reading => reading.Entry == entry) is not { } wrong) return Refusals.UnknownReading();
        if (wrong.Withdrawal is { } withdrawal) return Refusals.AlreadyWithdrawnReading(withdrawal.By.Name);
        if (TextProblem(reason, "what is wrong with the reading") is { } problem) return problem;
        Record(by, now, new ReadingWithdrawn(entry, reason.Trim()));
        return Outcome.Done;
    }

    /// <summary>
    /// Says with a reason that a deployment which was over a limit is within it for good. Falling counts never do that by
    /// themselves; the next reading above the limit makes it over again.
    /// </summary>
    public Outcome ClearOver(string reason, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.ClearOver, by) is { } refusal) return refusal;
        var outlook = Outlook.Of(Growth, Playbook.Growth, DateOnly.FromDateTime(now));
        if (outlook.State is not GrowthState.Over) return Refusals.NotOver();
        if (!outlook.IsBackWithin) return Refusals.StillOver();
        if (TextProblem(reason, "why it will stay within the limit") is { } problem) return problem;
        Record(by, now, new OverCleared(outlook.ReadOn!.Value, reason.Trim()));
        return Outcome.Done;
    }

    private void FoldReading(HistoryEntry entry)
    {
        switch (entry.What)
        {
            case ReadingRecorded read:
                _readings.Add(new Reading(entry.Number, read.On, read.Users, read.Repositories, read.Source, entry.By, entry.At));
                break;
            case ReadingWithdrawn withdrawn:
                var at = _readings.FindIndex(reading => reading.Entry == withdrawn.Entry);
                if (at >= 0) _readings[at] = _readings[at] with { Withdrawal = new ReadingWithdrawal(withdrawn.Reason, entry.By, entry.At) };
                break;
            case OverCleared cleared:
                _clearings.Add(new Clearing(entry.Number, cleared.UpTo));
                break;
        }
    }

    private void Answered(IEnumerable<string> questionIds, DateTime at)
    {
        foreach (var id in questionIds) _answeredAt[id] = at;
    }
}
