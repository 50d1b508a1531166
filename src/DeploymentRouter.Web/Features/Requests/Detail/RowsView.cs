using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>A row of the routing table, down to the one that decides.</summary>
/// <param name="Says">Why it decides, or why it does not.</param>
public sealed record RowView(string Id, string Strategy, bool? Holds, string Says)
{
    /// <summary>Empty where other rules decided than those in force.</summary>
    public static IReadOnlyList<RowView> Of(Request request) => !request.Decision.IsBy(request.Playbook) ? [] :
    [
        .. RowLine.DownToTheDeciding(request.Playbook, request.Decision.Answers).Select(line => new RowView(
            line.Row.Id,
            Named.Strategy(request.Playbook, line.Row.StrategyId)! + (line.Row.Mark is { } mark ? $", {mark}" : ""),
            line.Holds,
            line.Holds switch
            {
                true => line.Row.Because,
                null => "Hangs on open answers.",
                false => line.WhyNot is { } why ? $"Does not hold because {why}." : "Does not hold.",
            })),
    ];
}
