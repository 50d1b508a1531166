using DeploymentRouter.Decisions;

namespace DeploymentRouter.Persistence.Tests.Playbooks.Revisions;

/// <summary>The revision with new names and limits once more, written by hand.</summary>
internal static class NewNamesAndLimitsByHand
{
    public static string Row(AnswerSet answers)
    {
        var a = new GivenAnswers(answers);
        if (!a.Is("code_host_reachability", "unreachable"))
        {
            var asks = a.Has("required_certifications", "fedramp") || a.Is("code_host_reachability", "private_link");
            var newRegion = a.Is("hosting_region", "other");
            if (!newRegion && (!asks || a.Is("cloud_team_verdict", "supported")))
                return "C1";
            var canBeBuilt = !asks || a.Is("cloud_team_verdict", "supported", "will_build");
            if (canBeBuilt && FirstGroupFits(a) && a.Yes("moves_to_cloud_later"))
                return "C2";
            if (canBeBuilt && a.Yes("customer_waits"))
                return "C3";
        }
        var beyond = a.Number("users_full") > 20_000 || a.Number("repos_full") > 250_000;
        if (!beyond && SingleNode(a))
            return "C6";
        if (beyond && FirstGroupFits(a) && a.Is("ie_verdict", "selected", "queued"))
            return "C4";
        return a.Is("ie_verdict", "selected") ? "C5" : "C6";
    }

    private static bool SingleNode(GivenAnswers a) =>
        (a.Is("hosting_provider", "aws", "gcp") || a.Yes("script_ok")) && !a.Yes("cluster_required") && !a.Yes("intends_kubernetes");

    private static bool FirstGroupFits(GivenAnswers a) =>
        SingleNode(a) && a.Yes("wants_production_quickly") && a.Number("users_initial") <= 20_000;
}
