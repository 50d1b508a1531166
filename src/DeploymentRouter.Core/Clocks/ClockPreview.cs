using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Core.Requests.Operations;

namespace DeploymentRouter.Core.Clocks;

/// <summary>What another playbook would make of the clocks of stored requests. It changes none of them.</summary>
/// <param name="now">UTC; which open requests are late is asked at this moment, and the quarter is the last one that was over by then.</param>
public sealed class ClockPreview(Playbook before, Playbook after, DateTime now)
{
    private readonly List<int> _becomeLate = [];
    private readonly List<int> _stopBeingLate = [];
    private readonly Dictionary<(bool IsOperation, string Id), StageAttainment> _stages = [];

    public Playbook Before { get; } = before;

    public Playbook After { get; } = after;

    public DateTime Now { get; } = now;

    /// <summary>First day of the quarter whose ended stages are counted.</summary>
    public DateOnly QuarterFrom { get; } = new DateOnly(now.Year, (3 * ((now.Month - 1) / 3)) + 1, 1).AddMonths(-3);

    /// <summary>Its last day.</summary>
    public DateOnly QuarterUntil => QuarterFrom.AddMonths(3).AddDays(-1);

    /// <summary>Requests that are neither delivered nor withdrawn, and delivered ones with an open operation.</summary>
    public int Open { get; private set; }

    public int LateBefore { get; private set; }

    public int LateAfter => LateBefore + _becomeLate.Count - _stopBeingLate.Count;

    /// <summary>Numbers of the open requests that only the other playbook finds late.</summary>
    public IReadOnlyList<int> BecomeLate => _becomeLate;

    /// <summary>Numbers of the open requests that only the playbook in force finds late.</summary>
    public IReadOnlyList<int> StopBeingLate => _stopBeingLate;

    /// <summary>Stages by name, then operations by name, each with what ended in the quarter.</summary>
    public IEnumerable<StageAttainment> Stages => _stages.Values
        .OrderBy(stage => stage.IsOperation).ThenBy(stage => stage.Name, StringComparer.Ordinal).ThenBy(stage => stage.StageId, StringComparer.Ordinal);

    /// <summary>Of all stages and operations together.</summary>
    public StageAttainment Total => _stages.Values.Aggregate(
        new StageAttainment("", "Total", Attainment.None, Attainment.None), (sum, stage) => sum with { Before = sum.Before + stage.Before, After = sum.After + stage.After });

    /// <summary>Counts one stored request.</summary>
    public void Add(Guid id, int number, IReadOnlyList<HistoryEntry> history)
    {
        var (one, other) = (Request.FromHistory(id, number, Before, history), Request.FromHistory(id, number, After, history));
        if (IsInWork(one) || HasOpenOperation(one))
        {
            Open++;
            var (isLate, wouldBe) = (IsLate(one), IsLate(other));
            if (isLate) LateBefore++;
            if (wouldBe && !isLate) _becomeLate.Add(number);
            if (isLate && !wouldBe) _stopBeingLate.Add(number);
        }

        foreach (var (visit, again) in one.Visits.Zip(other.Visits).Where(pair => EndedInQuarter(pair.First)))
            Count(new StageAttainment(visit.Stage.Id, visit.Stage.Name, Outcome(one, visit), Outcome(other, again)));
        foreach (var (run, again) in one.Operations.Zip(other.Operations).Where(pair => EndedInQuarter(pair.First)))
            Count(new StageAttainment(run.Operation.Id, run.Operation.Name, Outcome(one, run), Outcome(other, again), IsOperation: true));
    }

    private void Count(StageAttainment ended)
    {
        var key = (ended.IsOperation, ended.StageId);
        _stages[key] = _stages.TryGetValue(key, out var known) ? known with { Before = known.Before + ended.Before, After = known.After + ended.After } : ended;
    }

    private static bool IsInWork(Request request) => request.State is not (RequestState.Delivered or RequestState.Withdrawn);

    private static bool HasOpenOperation(Request request) => request is { State: not RequestState.Withdrawn, OpenOperation: not null };

    private bool IsLate(Request request) =>
        (IsInWork(request) && StageClock.Of(request.Current, request.Form, request.Playbook, Now) is { State: ClockState.Late })
        || (HasOpenOperation(request) && IsBroken(OperationClock.Next(request.OpenOperation!, request.Form, request.Playbook), Now));

    private bool IsBroken(Promise? promise, DateTime at) => promise?.DueAt(Now) is { IsEstimate: false } due && at > due.At;

    // What was withdrawn or re-routed neither kept its promise nor broke it.
    private bool EndedInQuarter(StageVisit visit) =>
        visit is { EndedAt: { } ended, End: not (StageEnd.Withdrawn or StageEnd.Rerouted) }
        && IsInQuarter(ended);

    private bool EndedInQuarter(OperationRun run) => run is { Ended.At: var ended, State: not OperationState.Withdrawn } && IsInQuarter(ended);

    private bool IsInQuarter(DateTime ended) => DateOnly.FromDateTime(ended) is var day && day >= QuarterFrom && day <= QuarterUntil;

    private Attainment Outcome(Request request, StageVisit visit) => StageClock.Of(visit, request.Form, request.Playbook, Now) switch
    {
        null or { Due.IsEstimate: true } => Attainment.None,
        { State: ClockState.Met } => new Attainment(1, 1),
        _ => new Attainment(0, 1),
    };

    // In time is what was answered in time and, unless the answer was no, done in time.
    private Attainment Outcome(Request request, OperationRun run)
    {
        var ended = run.Ended!.At;
        var answer = OperationClock.Answer(run, request.Playbook);
        var done = run.State is OperationState.Done ? OperationClock.Done(run, request.Form, request.Playbook) : null;
        if (!IsPromised(answer) && !IsPromised(done)) return Attainment.None;
        return IsBroken(answer, run.Taken?.At ?? ended) || IsBroken(done, ended) ? new Attainment(0, 1) : new Attainment(1, 1);
    }

    private bool IsPromised(Promise? promise) => promise?.DueAt(Now) is { IsEstimate: false };
}

/// <summary>How many stays in a stage ended in time.</summary>
/// <param name="Met">In time, of …</param>
/// <param name="Ended">… those that ended and had a promise.</param>
public sealed record Attainment(int Met, int Ended)
{
    public static Attainment None { get; } = new(0, 0);

    public static Attainment operator +(Attainment one, Attainment other) => new(one.Met + other.Met, one.Ended + other.Ended);
}

/// <summary>The attainment of a stage, or of an operation, under two playbooks.</summary>
public sealed record StageAttainment(string StageId, string Name, Attainment Before, Attainment After, bool IsOperation = false);
