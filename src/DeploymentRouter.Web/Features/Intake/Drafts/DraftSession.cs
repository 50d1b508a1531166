using DeploymentRouter.Core.Intake;
using DeploymentRouter.Persistence.Drafts;

namespace DeploymentRouter.Web.Features.Intake.Drafts;

/// <summary>
/// One tab's work on a draft: what it shows, what is typed and not stored yet, and where another tab was faster.
/// Everything runs on the tab's own thread of work; whoever calls from elsewhere goes through the dispatcher.
/// </summary>
public sealed class DraftSession(
    Draft draft, DraftStore store, DraftFeed feed, TimeProvider time, ILogger logger, Func<Func<Task>, Task> dispatch, Action changed) : IAsyncDisposable
{
    /// <summary>How long after the last key a text is stored.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600);

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, Edit> _edits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DraftConflict> _conflicts = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ITimer? _timer;

    /// <summary>The draft as last seen in the store, with what is typed laid over it.</summary>
    public Draft Draft { get; private set; } = draft;

    public SaveState State { get; private set; } = draft.Version > 0 ? SaveState.Saved : SaveState.Untouched;

    /// <summary>It was filed or discarded elsewhere: nothing can be stored any more.</summary>
    public bool IsGone { get; private set; }

    public string Text(string key) => _edits.TryGetValue(key, out var edit) ? edit.Text ?? "" : Draft[key] ?? "";

    public DraftConflict? Conflict(string key) => _conflicts.GetValueOrDefault(key);

    /// <summary>Fields over which two tabs disagree.</summary>
    public IEnumerable<string> Conflicts => _conflicts.Keys;

    /// <summary>Follows what other tabs do, until it is disposed.</summary>
    public void Follow() => feed.Changed += OnFeed;

    /// <summary>The draft as this tab shows it: stored fields, and over them what is typed.</summary>
    public Draft Shown => Draft with
    {
        Fields = _edits.Aggregate(Draft.Fields, (fields, edit) =>
            fields.SetItem(edit.Key, new DraftField(edit.Value.Text, edit.Value.SeenVersion, Draft.ChangedAt))),
    };

    /// <summary>Takes a text that is still being typed; it is stored after a pause, or by the next <see cref="FlushAsync"/>.</summary>
    public void Type(string key, string? text)
    {
        _edits[key] = new Edit(string.IsNullOrEmpty(text) ? null : text, _edits.GetValueOrDefault(key)?.SeenVersion ?? Draft.Version);
        State = SaveState.Saving;
        _timer ??= time.CreateTimer(OnPause, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(Pause, Timeout.InfiniteTimeSpan);
        changed();
    }

    /// <summary>Stores a choice at once.</summary>
    public Task SetAsync(string key, string? text)
    {
        Type(key, text);
        return FlushAsync();
    }

    /// <summary>Stores everything that is typed. What cannot be stored stays typed, and <see cref="State"/> says so.</summary>
    public async Task FlushAsync()
    {
        _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await _turn.WaitAsync();
        try
        {
            foreach (var key in _edits.Keys.Where(key => !_conflicts.ContainsKey(key) && !IsTooLong(key)).ToList()) await StoreAsync(key);
            State = _edits.Keys.Any(IsTooLong) ? SaveState.TooLong
                : _edits.Count > _conflicts.Count ? SaveState.Saving
                : Draft.Version > 0 ? SaveState.Saved : SaveState.Untouched;
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "A change of draft {DraftId} could not be stored", Draft.Id);
            State = SaveState.Failed;
            _timer?.Change(Retry, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            _turn.Release();
        }

        changed();
    }

    /// <summary>Ends a conflict with what this tab wanted.</summary>
    public Task KeepMineAsync(string key)
    {
        if (_conflicts.Remove(key, out var conflict)) _edits[key] = _edits[key] with { SeenVersion = conflict.Stored.Version };
        return FlushAsync();
    }

    /// <summary>Ends a conflict with what the other tab stored.</summary>
    public void UseStored(string key)
    {
        if (_conflicts.Remove(key)) _edits.Remove(key);
        changed();
    }

    /// <summary>Stores what is typed and takes in what other tabs and machines stored.</summary>
    public async Task CatchUpAsync()
    {
        await FlushAsync();
        await ReloadAsync();
    }

    /// <summary>Stores nothing more and hears nothing more: the draft is about to become something else.</summary>
    public async Task LeaveAsync()
    {
        await FlushAsync();
        feed.Changed -= OnFeed;
    }

    public async ValueTask DisposeAsync()
    {
        feed.Changed -= OnFeed;
        if (_timer is not null) await _timer.DisposeAsync();
        if (_edits.Count > _conflicts.Count) await FlushAsync();
    }

    // No draft takes it; its field says so on Continue, and until then it stays in this tab.
    private bool IsTooLong(string key) => _edits[key].Text?.Length > Draft.MaxText;

    private async Task StoreAsync(string key)
    {
        var edit = _edits[key];
        var change = await store.ChangeAsync(Draft.Id, Draft.OwnerId, key, edit.Text, edit.SeenVersion);
        if (change is null)
        {
            IsGone = true;
            return;
        }

        Draft = change.Draft;
        if (change.Conflict is not null) _conflicts[key] = change.Conflict;
        else if (_edits[key].Text == edit.Text) _edits.Remove(key);
        else _edits[key] = _edits[key] with { SeenVersion = Draft.Version };
    }

    private void OnPause(object? state) => _ = dispatch(FlushAsync);

    private void OnFeed(Guid id)
    {
        if (id == Draft.Id) _ = dispatch(ReloadAsync);
    }

    private async Task ReloadAsync()
    {
        await _turn.WaitAsync();
        try
        {
            var stored = await store.FindAsync(Draft.Id, Draft.OwnerId);
            if (stored is null or { RequestId: not null }) IsGone = true;
            else if (stored.Version > Draft.Version) Draft = stored;
            else return;
        }
        catch (Exception failure)
        {
            // What this tab shows is only older than it could be; storing will tell whether something is in the way.
            logger.LogWarning(failure, "Draft {DraftId} could not be read again", Draft.Id);
            return;
        }
        finally
        {
            _turn.Release();
        }

        changed();
    }

    // The version is the one the tab showed when typing began: a change of the field after it is a conflict.
    private sealed record Edit(string? Text, int SeenVersion);
}

/// <summary>Where what is typed stands.</summary>
public enum SaveState
{
    Untouched,
    Saving,
    Saved,

    /// <summary>A text is longer than a draft can keep.</summary>
    TooLong,
    Failed,
}
