using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Web.Features.Requests;

namespace DeploymentRouter.Web.Features.Queues;

/// <summary>How a past request went, and how near it was, in words.</summary>
public static class PastText
{
    private const int MostNamed = 2;

    public static string Went(PastRequest past, Playbook playbook) => past switch
    {
        { State: RequestState.Delivered } => $"Delivered after {Days(past, past.EndedAt ?? past.SettledAt)}",
        { State: RequestState.Withdrawn } => $"Withdrawn after {Days(past, past.EndedAt ?? past.SettledAt)}",
        { State: RequestState.Declined, DeclineReason: { } reason } => $"Declined after {Days(past, past.SettledAt)}: {Named.Reason(playbook.DeclineReasons, reason)}",
        _ => $"Decided after {Days(past, past.SettledAt)}, now in {past.StageName}",
    };

    public static string Near(PastRequest past) => past.Differs.Count switch
    {
        0 => "The same answers",
        <= MostNamed => $"Other answers to {Wording.AndList([.. past.Differs.Select(label => $"“{label}”")])}",
        var count => $"{count} other answers",
    };

    private static string Days(PastRequest past, DateTime until) =>
        Named.Count(Math.Max(0, (int)Math.Round((until - past.OpenedAt).TotalDays)), "day", "days");
}
