using DeploymentRouter.Persistence.Queues;

namespace DeploymentRouter.Web.Features.Queues;

/// <summary>The lines of a queue while somebody works through them: which is selected, and what becomes of that when lines come and go.</summary>
public sealed class QueueList
{
    private Guid? _selected;

    public IReadOnlyList<QueueLine> Lines { get; private set; } = [];

    /// <summary>Whether more lines follow that are not shown.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Where the team's bandwidth ends; null: nobody has said how much it can take.</summary>
    public QueueCut? Cut { get; private set; }

    public QueueLine? Selected => Lines.FirstOrDefault(line => line.RequestId == _selected);

    /// <summary>The selected line left the queue; it stays to be seen until the selection moves.</summary>
    public bool SelectedIsGone { get; private set; }

    /// <summary>Shows lines for the first time, or through another filter.</summary>
    public void Open(QueueLines page)
    {
        (Lines, HasMore, Cut, SelectedIsGone) = (page.Lines, page.HasMore, page.Cut, false);
        if (Selected is null) _selected = Lines is [var first, ..] ? first.RequestId : null;
    }

    /// <summary>Brings the lines up to date in place. Returns how many are new.</summary>
    public int Refresh(QueueLines page)
    {
        var known = Lines.Select(line => line.RequestId).ToHashSet();
        var arrived = page.Lines.Count(line => !known.Contains(line.RequestId));
        var lines = page.Lines.ToList();
        SelectedIsGone = Selected is not null && !lines.Exists(line => line.RequestId == _selected);
        if (SelectedIsGone) lines.Insert(Math.Min(IndexOf(_selected!.Value), lines.Count), Selected!);
        (Lines, HasMore, Cut) = (lines, page.HasMore, page.Cut);
        if (Selected is null && Lines is [var first, ..]) _selected = first.RequestId;
        return arrived;
    }

    public void Select(Guid requestId)
    {
        if (requestId == _selected) return;
        if (SelectedIsGone) Lines = [.. Lines.Where(line => line.RequestId != _selected)];
        (_selected, SelectedIsGone) = (requestId, false);
    }

    /// <summary>After an act the next line is selected, whatever became of this one; at the end of the list, the one before.</summary>
    public void SelectAfter(Guid requestId)
    {
        var at = IndexOf(requestId);
        if (at + 1 < Lines.Count) Select(Lines[at + 1].RequestId);
        else if (at > 0) Select(Lines[at - 1].RequestId);
        else Select(Guid.Empty);
    }

    /// <summary>The first line that somebody of the team can take: theirs, nobody has it yet, and it is not on hold.</summary>
    public QueueLine? NextToTake() =>
        Lines.FirstOrDefault(line => line is { HasBall: true, AssigneeId: null, State: not Core.Requests.RequestState.OnHold });

    private int IndexOf(Guid requestId) => Lines.TakeWhile(line => line.RequestId != requestId).Count();
}
