using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Requests.Detail;

namespace DeploymentRouter.Web.Features.Queues;

/// <summary>A queue as one person works through it: its lines, the request that is open beside them, and what comes after each act.</summary>
public sealed class Triage(QueueOfTeam queue, RequestStore store, RequestDesk desk, Sights sights, Toasts toasts, TimeProvider time)
{
    // The second press of a double press finds the next request on the page, for which it was not meant.
    private static readonly TimeSpan DoublePress = TimeSpan.FromMilliseconds(300);

    private QueueFilter _filter = new();
    private (RequestAct Act, DateTimeOffset At) _last;
    private bool _takesFocus;
    private bool _isStale;
    private bool _openChanged;

    /// <summary>Raised when there is something new to show.</summary>
    public event Action? Changed;

    public Team? Team { get; private set; }

    public Person Person { get; private set; } = null!;

    public QueueList List { get; private set; } = new();

    /// <summary>The selected request; null: nothing is selected.</summary>
    public OpenRequest? Open { get; private set; }

    /// <summary>What the person should know although its request is no longer open: others were faster.</summary>
    public Problem? Notice { get; private set; }

    /// <summary>What changed by itself, for people who do not see the page change.</summary>
    public string? News { get; private set; }

    public async Task ShowAsync(Team team, Person person, QueueFilter filter)
    {
        if (team != Team) List = new QueueList();
        (Team, Person, _filter, Notice) = (team, person, filter, null);
        List.Open(await queue.ListAsync(team.Id, filter, await sights.OfAsync(person)));
        await OpenSelectedAsync();
    }

    public async Task SelectAsync(Guid id)
    {
        if (Open?.Request.Id == id) return;
        List.Select(id);
        (_last, Notice) = (default, null);
        Changed?.Invoke();
        await OpenSelectedAsync();
    }

    /// <summary>Does something to the open request, unless it is the second press of a double press.</summary>
    public async Task DoAsync(RequestAct what, Func<OpenRequest, Task> act)
    {
        if (Open is not { } open || (what == _last.Act && time.GetUtcNow() - _last.At < DoublePress)) return;
        (_last, Notice) = ((what, time.GetUtcNow()), null);
        await act(open);
        if (_isStale) await RefreshAsync();
    }

    /// <summary>Does an act of the open request at once, or opens the dialog that asks what it needs to know.</summary>
    public Task ChooseAsync(RequestAct act) => DoAsync(act, open => open.ChooseAsync(act));

    /// <summary>Takes the first request that nobody has and opens it.</summary>
    public async Task TakeNextAsync()
    {
        if (List.NextToTake() is not { } line)
        {
            Notice = new Problem("Somebody has each of these already.", null, IsOvertaken: false);
            return;
        }

        await SelectAsync(line.RequestId);
        _takesFocus = true;
        await DoAsync(RequestAct.Take, open => open.DoAsync((request, now) => request.Take(Person, now)));
    }

    /// <summary>Remembers that a request changed; <see cref="RefreshAsync"/> will show it.</summary>
    public void Hear(Guid id) => _openChanged |= id == Open?.Request.Id;

    /// <summary>Brings lines and request up to date, without touching what is selected or typed.</summary>
    public async Task RefreshAsync()
    {
        if (Team is null) return;
        // One's own act is heard of, too, before it is known what it did.
        _isStale = Open is { IsBusy: true };
        if (_isStale) return;
        await RefreshLinesAsync();
        if (_openChanged && Open is { } open)
        {
            _openChanged = false;
            if (await store.FindAsync(open.Request.Id, await sights.OfAsync(Person)) is { } fresh) open.Refresh(fresh);
        }

        await OpenSelectedAsync();
        Changed?.Invoke();
    }

    /// <summary>Whether the selected row should take focus: true once after each act that moves the selection.</summary>
    public bool TakeFocus() => _takesFocus && !(_takesFocus = false);

    private async Task RefreshLinesAsync()
    {
        var arrived = List.Refresh(await queue.ListAsync(Team!.Id, _filter, await sights.OfAsync(Person)));
        if (arrived > 0) News = arrived == 1 ? "1 more request waits." : FormattableString.Invariant($"{arrived} more requests wait.");
    }

    private async Task OpenSelectedAsync()
    {
        var id = List.Selected?.RequestId;
        if (Open?.Request.Id == id) return;
        var sight = await sights.OfAsync(Person);
        var request = id is null ? null : await store.FindAsync(id.Value, sight);
        // While it was read, somebody may have moved on.
        if (List.Selected?.RequestId != id) return;
        Open = request is null ? null : Begin(new OpenRequest(request, Person, sight, () => sights.OfAsync(Person), desk, toasts, time) { NamesCustomer = true });
        Changed?.Invoke();
    }

    private OpenRequest Begin(OpenRequest open)
    {
        open.Changed += () => Changed?.Invoke();
        open.AfterAct = () => AfterActAsync(open);
        return open;
    }

    private async Task AfterActAsync(OpenRequest open)
    {
        if (open.Problem is { IsOvertaken: false } || open.Asked is not null) return;
        var request = open.Request;
        if (request.History[^1] is { What: Undone } undone && undone.By.PersonId == Person.Id)
        {
            await RefreshLinesAsync();
            List.Select(request.Id);
            _takesFocus = true;
        }
        else
        {
            if (AsksSomethingElse(request)) MoveOn(open);
            await RefreshLinesAsync();
        }

        _last.At = time.GetUtcNow();
        await OpenSelectedAsync();
    }

    private bool AsksSomethingElse(Request request)
    {
        var before = List.Lines.FirstOrDefault(line => line.RequestId == request.Id);
        return before is not null && (Waiting.For(request, Team!.Id, time.GetUtcNow().UtcDateTime)?.Says != before.Says || request.Current.Stage.Name != before.StageName);
    }

    private void MoveOn(OpenRequest open)
    {
        if (open.Problem is { } overtaken) Notice = overtaken with { Title = $"{open.Request.Customer.Name}: {overtaken.Title}", Text = "Nothing of yours was done." };
        List.SelectAfter(open.Request.Id);
        _takesFocus = true;
    }
}
