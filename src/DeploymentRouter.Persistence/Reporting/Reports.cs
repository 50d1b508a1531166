using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Reporting;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Reporting;

/// <summary>Reports over the requests in sight. Each follows from their histories as they are at that moment.</summary>
public sealed class Reports(IDbContextFactory<RouterDb> factory, ReportedRequests reported, PlaybookInForce playbook)
{
    /// <summary>Answers a question that has no <see cref="ReportQuestion.Problem"/>.</summary>
    public async Task<Report> OfAsync(ReportQuestion asked, Sight sight, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var inForce = playbook.Current;
        var rows = await db.Requests.In(sight).Select(r => new RequestVersion(r.Id, r.Number, r.Version)).ToListAsync(cancel);
        return Report.Of(await reported.OfAsync(db, rows, inForce, cancel), asked, inForce);
    }
}
