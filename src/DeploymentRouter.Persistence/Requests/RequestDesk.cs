using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>Where every use case on a request goes through: load, check what the caller saw, act, store.</summary>
public sealed class RequestDesk(RequestStore store, PlaybookInForce playbook, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Files a request; the same submission key always gives the same one request.</summary>
    public async Task<ActResult> FileAsync(
        Guid submissionKey,
        CustomerFacts customer,
        AnswerSet answers,
        IReadOnlyDictionary<string, string> answerNotes,
        Person by,
        CancellationToken cancel = default)
    {
        var (request, refusal) = Request.Open(
            Guid.CreateVersion7(), playbook.Current, customer, answers, answerNotes, by, Now);
        if (request is null) return new ActResult.Refused(refusal!);
        try
        {
            return new ActResult.Done(await store.AddAsync(request, submissionKey, cancel));
        }
        catch (PlaybookReplacedException)
        {
            return new ActResult.Refused(Refusals.PlaybookReplaced());
        }
    }

    /// <summary>Files what was read, by the playbook it was read by.</summary>
    public async Task<ActResult> FileAsync(Guid submissionKey, IntakeReading reading, Person by, CancellationToken cancel = default) =>
        string.Equals(reading.Playbook.Hash, playbook.Current.Hash, StringComparison.Ordinal)
            ? await FileAsync(submissionKey, reading.Facts, reading.Answers, reading.Notes, by, cancel)
            : new ActResult.Refused(Refusals.PlaybookReplaced());

    /// <summary>
    /// Does one act on the request as the caller saw it. If others acted since, nothing happens and the caller is told what they
    /// did; comments and growth readings do not count as acting.
    /// </summary>
    /// <param name="seenVersion">The <see cref="Request.Version"/> the caller looked at.</param>
    public async Task<ActResult> ActAsync(
        Guid id, Sight sight, int seenVersion, Func<Request, DateTime, Outcome> act, CancellationToken cancel = default)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await store.FindToActAsync(id, sight, cancel) is not { } request) return new ActResult.NotFound();
            var since = request.History.Skip(seenVersion).Where(entry => !entry.What.IsBeside() && !entry.What.IsReading()).ToList();
            if (since.Count > 0) return await ShownAsync(new ActResult.Overtaken(request, since), sight, cancel);
            if (act(request, Now).Refusal is { } refusal) return new ActResult.Refused(refusal);
            if (await store.SaveAsync(request, cancel)) return await ShownAsync(new ActResult.Done(request), sight, cancel);
        }

        throw new TimeoutException($"Request {id} is being written all the time; {Attempts} attempts to store an act failed.");
    }

    /// <summary>Comments; others acting meanwhile is no obstacle.</summary>
    public async Task<ActResult> CommentAsync(Guid id, Sight sight, string text, Person by, CancellationToken cancel = default) =>
        await ActAsync(id, sight, int.MaxValue, (request, now) => request.Comment(text, by, now), cancel);

    // What comes back is read by whoever acted.
    private async Task<ActResult> ShownAsync(ActResult result, Sight sight, CancellationToken cancel) => result switch
    {
        _ when sight.SeesCommercial => result,
        ActResult.Done done => await store.FindAsync(done.Request.Id, sight, cancel) is { } shown ? new ActResult.Done(shown) : new ActResult.NotFound(),
        ActResult.Overtaken late => await store.FindAsync(late.Request.Id, sight, cancel) is { } shown
            ? new ActResult.Overtaken(shown, [.. late.Since.Select(entry => entry.WithoutCommercial())])
            : new ActResult.NotFound(),
        _ => result,
    };

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}

/// <summary>What became of an act.</summary>
public abstract record ActResult
{
    private ActResult()
    {
    }

    /// <summary>Stored; the request as it is now.</summary>
    public sealed record Done(Request Request) : ActResult;

    /// <summary>Not possible, and why.</summary>
    public sealed record Refused(Refusal Refusal) : ActResult;

    /// <summary>Others acted since the caller looked: the request as it is now, and what they did.</summary>
    public sealed record Overtaken(Request Request, IReadOnlyList<HistoryEntry> Since) : ActResult;

    /// <summary>There is no such request.</summary>
    public sealed record NotFound : ActResult;
}
