using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>A request as one person has it open: what they see, what they do to it, and what others do meanwhile.</summary>
/// <param name="sight">What that person may know of, as of when it was opened.</param>
/// <param name="look">Says that anew.</param>
public sealed partial class OpenRequest(
    Request request, Person person, Sight sight, Func<Task<Sight>> look, RequestDesk desk, Toasts toasts, TimeProvider time)
{
    private int _seen = request.Version;
    private bool _isActing;

    /// <summary>Raised when there is something new to show.</summary>
    public event Action? Changed;

    public Request Request { get; private set; } = request;

    public Person Person { get; } = person;

    /// <summary>What that person may know of, as of the last look.</summary>
    public Sight Sight { get; private set; } = sight;

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The dialog that is open; null: none.</summary>
    public Asked? Asked { get; private set; }

    /// <summary>Why the last act did not happen, in a sentence; null: it did.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>What others did, for people who do not see the page change.</summary>
    public string? News { get; private set; }

    /// <summary>Whether an act is under way.</summary>
    public bool IsBusy => !_turn.IsCompleted;

    /// <summary>How many acts and comments were done from here: what was typed before one of them was sent with it.</summary>
    public int ActsDone { get; private set; }

    /// <summary>Says in each toast whose request it was: where several are on the page.</summary>
    public bool NamesCustomer { get; init; }

    /// <summary>What the stage lacked when somebody last tried to finish it; empty: nothing.</summary>
    public IReadOnlyList<Lack> Lacks { get; private set; } = [];

    /// <summary>What was typed into the stage's form and not saved yet, or null where something in it is wrong and said so.</summary>
    public Func<IReadOnlyDictionary<string, string>?>? Unsaved { get; set; }

    /// <summary>Runs after each act that was tried, done or not.</summary>
    public Func<Task>? AfterAct { get; set; }

    /// <summary>What that person may know of by now: a page stays open for long, and an administrator's change counts at once.</summary>
    public async Task<Sight> LookAsync() => Sight = await look();

    /// <summary>Does an act at once, or opens the dialog that asks what it needs to know.</summary>
    public async Task ChooseAsync(RequestAct act)
    {
        switch (act)
        {
            case RequestAct.Complete:
                await FinishAsync((request, now) => request.Complete(Person, now));
                break;
            case RequestAct.Offer:
                await FinishAsync((request, now) => request.Offer(Person, now));
                break;
            case RequestAct.Accept:
                await DoAsync((request, now) => request.Accept(Person, now));
                break;
            case RequestAct.Take:
                await DoAsync((request, now) => request.Take(Person, now));
                break;
            case RequestAct.Unpin:
                await DoAsync((request, now) => request.Unpin(Person, now));
                break;
            case RequestAct.TakeOperation:
                await DoAsync((request, now) => request.TakeOperation(Person, now));
                break;
            case RequestAct.WithdrawOperation:
                await DoAsync((request, now) => request.WithdrawOperation(Person, now));
                break;
            case RequestAct.Resume:
                await DoAsync((request, now) => request.Resume(Person, now));
                break;
            case RequestAct.WatchAgain:
                await DoAsync((request, now) => request.WatchAgain(Person, now));
                break;
            case RequestAct.Reroute:
                await DoAsync((request, now) => request.Reroute(Person, now));
                break;
            case RequestAct.Answer when OpenQuestion.Of(Request, Person).FirstOrDefault(question => question.IsMine) is { } mine:
                Ask(RequestAct.Answer, mine.QuestionId);
                break;
            default:
                Ask(act);
                break;
        }
    }

    // Whoever presses it means what they see, typed or saved: both go together, or neither.
    private async Task FinishAsync(Func<Request, DateTime, Outcome> act)
    {
        if ((Unsaved is null ? new Dictionary<string, string>(StringComparer.Ordinal) : Unsaved()) is not { } typed) return;
        await DoAsync((request, now) =>
        {
            var saved = typed.Count == 0 ? Outcome.Done : request.SaveForm(typed, Person, now);
            return saved.Succeeded || saved.Refusal?.Name == nameof(Refusals.NothingChanged) ? act(request, now) : saved;
        });
    }

    /// <summary>Opens a dialog; what it does is checked against what was seen when it opened.</summary>
    public void Ask(RequestAct act, string? subjectId = null)
    {
        _seen = Request.Version;
        Asked = new Asked(act, subjectId);
        Problem = null;
        Changed?.Invoke();
    }

    public void Close()
    {
        (Asked, Problem) = (null, null);
        _seen = Request.Version;
        Changed?.Invoke();
    }

    /// <summary>Does an act on the request as it was seen. False: it did not happen, and <see cref="Problem"/> says why.</summary>
    /// <param name="quiet">Without a toast: the page itself shows what happened. Quick ones wait for each other.</param>
    public async Task<bool> DoAsync(Func<Request, DateTime, Outcome> act, bool quiet = false)
    {
        // The second of two quick presses finds the first one under way.
        if (!quiet && _isActing) return false;
        _isActing |= !quiet;
        try
        {
            return await InTurnAsync(async () =>
            {
                var done = Take(await desk.ActAsync(Request.Id, await LookAsync(), _seen, act), quiet);
                if (AfterAct is not null) await AfterAct();
                return done;
            });
        }
        finally
        {
            if (!quiet) _isActing = false;
            Changed?.Invoke();
        }
    }

    /// <summary>Comments; others acting meanwhile is no obstacle. Null: done; else why not.</summary>
    public async Task<string?> CommentAsync(string text)
    {
        var problem = await BesideAsync((request, now) => request.Comment(text, Person, now));
        if (problem is null) ActsDone++;
        return problem;
    }

    /// <summary>Does what stands beside the acts: others acting meanwhile is no obstacle. Null: done; else why not.</summary>
    public Task<string?> BesideAsync(Func<Request, DateTime, Outcome> act) => InTurnAsync(async () =>
    {
        switch (await desk.ActAsync(Request.Id, await LookAsync(), int.MaxValue, act))
        {
            case ActResult.Done done:
                Refresh(done.Request);
                return null;
            case ActResult.Refused refused:
                return refused.Refusal.Sentence;
            default:
                return "This request is not there any more.";
        }
    });

    /// <summary>Shows what others did, without touching what is being typed.</summary>
    public void Refresh(Request fresh)
    {
        if (fresh.Version <= Request.Version) return;
        var acts = WhatOthersDid(fresh, Request.Version);
        if (acts.Count > 0) News = acts[^1];
        Show(fresh);
        // A dialog covers the page: what changed behind it was not seen.
        if (Asked is null) _seen = fresh.Version;
        Changed?.Invoke();
    }

    private bool Take(ActResult result, bool quiet)
    {
        switch (result)
        {
            case ActResult.Done done:
                ActsDone++;
                Request = done.Request;
                _seen = done.Request.Version;
                (Asked, Problem, Lacks) = (null, null, []);
                if (quiet) toasts.Clear();
                else SayDone();
                return true;
            case ActResult.Overtaken overtaken:
                Problem = new Problem(Overtaking.Title(overtaken.Since, overtaken.Request), Overtaking.Text, IsOvertaken: true);
                Show(overtaken.Request);
                _seen = overtaken.Request.Version;
                return false;
            case ActResult.Refused { Refusal.Lacks: { Count: > 0 } lacks }:
                // Said where it is led to, not at the top of the page.
                Lacks = lacks;
                return false;
            case ActResult.Refused refused:
                Problem = new Problem(refused.Refusal.Sentence, null, IsOvertaken: false);
                return false;
            default:
                Problem = new Problem("This request is not there any more.", null, IsOvertaken: false);
                return false;
        }
    }

    // A dialog for an operation that others have taken away has nothing left to ask.
    private void Show(Request fresh)
    {
        Request = fresh;
        if (Asked is not { Act: RequestAct.AskForOperation, SubjectId: var id } || fresh.PossibleOperations.Any(one => one.Id == id)) return;
        (Asked, Problem) = (null, new Problem("This is not offered any more.", null, IsOvertaken: false));
    }

    private void SayDone()
    {
        var last = Request.History[^1];
        var sentence = Piece.Plain(HistoryLine.SentenceOf([.. Request.History.Where(entry => entry.Act == last.Act)], Request));
        var canUndo = Request.WhyNot(RequestAct.Undo, Person) is null;
        toasts.Say($"{(NamesCustomer ? $"{Request.Customer.Name}: you" : "You")} {sentence}.", canUndo ? UndoAsync : null);
    }

    private async Task UndoAsync() => await DoAsync((request, now) => request.Undo(Person, now));

    private List<string> WhatOthersDid(Request fresh, int since) =>
        [.. fresh.History.Skip(since).Where(entry => entry.By.PersonId != Person.Id).GroupBy(entry => entry.Act)
            .Select(act => $"{act.First().By.Name} {Piece.Plain(HistoryLine.SentenceOf([.. act], fresh))}.")];
}
