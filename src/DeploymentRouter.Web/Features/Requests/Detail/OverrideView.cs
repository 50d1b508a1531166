using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>A person chose another strategy than the rules did.</summary>
public sealed record OverrideView(string Strategy, string Computed, string By, DateTime At, string Reason, string Text)
{
    public static OverrideView? Of(Request request)
    {
        if (request.Override is not { } chosen) return null;
        var entry = request.History.Last(e => ReferenceEquals(e.What, chosen));
        return new OverrideView(
            Named.Strategy(request.Playbook, chosen.StrategyId)!,
            Named.Strategy(request.Playbook, request.Decision.Outcome) ?? "undecided",
            entry.By.Name,
            entry.At,
            Named.Reason(request.Playbook.OverrideReasons, chosen.ReasonCode),
            chosen.Text);
    }
}
