using DeploymentRouter.Decisions;

namespace DeploymentRouter.Persistence.Tests.Playbooks.Revisions;

/// <summary>The revision with a fifth strategy once more, written by hand.</summary>
internal static class FifthStrategyByHand
{
    public static string Row(AnswerSet answers)
    {
        var a = new GivenAnswers(answers);
        var hard = a.Has("required_certifications", "iso27001", "fedramp") || !a.Yes("admin_access_ok");
        var soft = !a.Is("hosting_region", "any", "us");
        if (!a.Is("code_host_reachability", "private_link", "unreachable"))
        {
            if (!soft && (!hard || a.Is("cloud_team_verdict", "supported")))
                return "B1";
            var canBeBuilt = !hard || a.Is("cloud_team_verdict", "supported", "will_build");
            if (canBeBuilt && a.Yes("wants_production_quickly") && a.Yes("moves_to_cloud_later") && FirstGroupFits(a))
                return "B5";
            if (canBeBuilt && a.Yes("customer_waits"))
                return "B2";
        }
        var beyond = a.Number("users_full") > 20_000 || a.Number("repos_full") > 200_000;
        if (OneMachine(a) && !beyond)
            return "B3";
        if (beyond && a.Yes("wants_production_quickly") && FirstGroupFits(a))
            return "B4";
        var selected = a.Yes("ie_evaluated")
            && (a.Yes("ie_priority") || a.Has("context", "lack_of_expertise", "unique_requirements", "strategic_purpose"));
        return selected ? "B6" : "B7";
    }

    private static bool OneMachine(GivenAnswers a) =>
        a.Is("hosting_provider", "aws") && !a.Yes("cluster_required") && !a.Is("own_base_image", "kept");

    private static bool FirstGroupFits(GivenAnswers a) =>
        OneMachine(a) && a.Number("users_initial") <= 20_000 && a.Number("repos_initial") <= 200_000;
}
