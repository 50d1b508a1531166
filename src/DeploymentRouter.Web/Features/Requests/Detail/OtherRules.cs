using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>What is said when the rules in force are not those that decided, or a person decided over them.</summary>
public static class OtherRules
{
    public const string AskAgain = "The rules have changed since, so what would change it has to be asked again.";

    /// <summary>Null: the rules in force decided, and what they say happens.</summary>
    public static string? Notice(Request request)
    {
        var (playbook, decision) = (request.Playbook, request.Decision);
        if (!decision.IsBy(playbook))
        {
            return FormattableString.Invariant($"{playbook.Name} {playbook.Version} is in force now and {WouldDecide(request)}. ")
                + "What would change the decision could be said only by the rules that made it, so it is not shown.";
        }

        return request.Override is null ? null : "Why not the others, what would change it and which answers carry it are about what the rules say, not about the choice.";
    }

    private static string WouldDecide(Request request)
    {
        if (request.Playbook.Rules.Check(request.Decision.Answers).Count > 0) return "asks other questions";
        var now = request.Playbook.Rules.Decide(request.Decision.Answers).Outcome;
        return now == request.Decision.Outcome ? "would decide the same"
            : now is null ? "would leave it open"
            : $"would decide {Named.Strategy(request.Playbook, now)}";
    }
}
