using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>Copies whose turn a request was, anew with every write: what is taken back is nobody's turn any more.</summary>
internal static class TurnProjection
{
    public static async Task WriteAsync(RouterDb db, Request request, bool isNew, CancellationToken cancel)
    {
        if (!isNew) await db.Turns.Where(turn => turn.RequestId == request.Id).ExecuteDeleteAsync(cancel);
        db.Turns.AddRange(request.Turns.Select(turn => new TurnRow { RequestId = request.Id, PersonId = turn.Key, At = turn.Value }));
    }
}
