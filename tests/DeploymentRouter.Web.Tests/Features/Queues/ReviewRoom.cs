using DeploymentRouter.Core.Requests;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Queues;

/// <summary>The queue of IE with two requests in it.</summary>
public abstract class ReviewRoom : QueueRoom
{
    protected Request First { get; private set; } = null!;

    protected Request Second { get; private set; } = null!;

    protected async Task TwoInQualificationAsync()
    {
        First = await StoreAsync("Acorn", InQualification());
        Second = await StoreAsync("Birch", InQualification().Later(TimeSpan.FromHours(5)));
    }
}
