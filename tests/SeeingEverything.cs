using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Files;
using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Intake;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Requests;

namespace DeploymentRouter.Tests;

/// <summary>Most tests are not about what somebody may know of: they read like somebody who sees everything.</summary>
internal static class SeeingEverything
{
    public static Task<Request?> FindAsync(this RequestStore store, int number, CancellationToken cancel = default) => store.FindAsync(number, Sight.Everything, cancel);

    public static Task<Request?> FindAsync(this RequestStore store, Guid id, CancellationToken cancel = default) => store.FindAsync(id, Sight.Everything, cancel);

    public static Task<ActResult> ActAsync(this RequestDesk desk, Guid id, int seen, Func<Request, DateTime, Outcome> act, CancellationToken cancel = default) =>
        desk.ActAsync(id, Sight.Everything, seen, act, cancel);

    public static Task<ActResult> CommentAsync(this RequestDesk desk, Guid id, string text, Person by) => desk.CommentAsync(id, Sight.Everything, text, by);

    public static Task<RequestListPage> PageAsync(this RequestList list, RequestFilter filter, RequestCursor? from) => list.PageAsync(filter, from, Sight.Everything);

    public static Task<bool> HasNumberAsync(this RequestList list, int number) => list.HasNumberAsync(number, Sight.Everything);

    public static Task<IReadOnlyList<SimilarRequest>> FindAsync(this SimilarRequests similar, string name, string link) => similar.FindAsync(name, link, Sight.Everything);

    public static Task<IReadOnlyList<PastRequest>> LikeAsync(this PastRequests past, Request request) => past.LikeAsync(request, Sight.Everything);

    public static Task<QueueLines> ListAsync(this QueueOfTeam queue, string teamId, QueueFilter filter) => queue.ListAsync(teamId, filter, Sight.Everything);

    public static Task<int> CountAsync(this QueueOfTeam queue, string teamId, int most) => queue.CountAsync(teamId, most, Sight.Everything);

    public static Task<IReadOnlyList<QueueSummary>> OfAsync(this QueueOverview overview, IEnumerable<string> teamIds) => overview.OfAsync(teamIds, Sight.Everything);

    public static Task<PersonalWork> OfAsync(this WorkOfPerson work, Person person) => work.OfAsync(person, Sight.Everything);

    public static Task<RadarPage> PageAsync(this GrowthRadar radar, string? watcherId, int page) => radar.PageAsync(watcherId, page, Sight.Everything);

    public static Task<bool> ConcernsAsync(this GrowthRadar radar, Guid id) => radar.ConcernsAsync(id, Sight.Everything);

    public static Task<ImportReport> RunAsync(this ReadingsImport import, string text, bool dryRun, Person by, CancellationToken cancel = default) =>
        import.RunAsync(text, dryRun, by, Sight.Everything, cancel);

    public static Task<AttachResult> AttachAsync(this AttachmentDesk desk, int number, string? name, long? length, Stream body, Person by, CancellationToken cancel) =>
        desk.AttachAsync(number, name, length, body, by, Sight.Everything, cancel);
}
