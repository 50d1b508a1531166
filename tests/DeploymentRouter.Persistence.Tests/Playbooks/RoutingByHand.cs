namespace DeploymentRouter.Persistence.Tests.Playbooks;

/// <summary>
/// The default playbook's routing once more, written by hand from its document and by no other means than trying out:
/// slow, plain, and independent of the rule language and its diagrams.
/// </summary>
internal static class RoutingByHand
{
    private static readonly object[] YesNo = [true, false];

    /// <summary>One value for each way in which the document can tell the values of a question apart.</summary>
    public static IReadOnlyDictionary<string, object[]> Values { get; } = new Dictionary<string, object[]>
    {
        ["users_full"] = [20_000L, 20_001L],
        ["repos_full"] = [200_000L, 200_001L],
        ["required_certifications"] = [new[] { "soc2" }, new[] { "hipaa" }],
        ["admin_access_ok"] = YesNo,
        ["audit_logging_ok"] = YesNo,
        ["other_cloud_blockers"] = YesNo,
        ["hosting_region"] = ["any", "uk"],
        ["code_host_types"] = [new[] { "github" }, new[] { "github", "unsupported" }],
        ["code_host_reachability"] = ["allowlist", "unreachable"],
        ["cloud_team_verdict"] = ["supported", "will_build", "will_not_build"],
        ["customer_waits_for_cloud"] = YesNo,
        ["hosting_provider"] = ["aws", "own_data_center"],
        ["cluster_required"] = YesNo,
        ["single_machine_issues"] = YesNo,
        ["own_base_image"] = ["not_required", "required_after_challenge"],
        ["image_restrictions"] = YesNo,
        ["image_restriction_verdict"] = ["workable", "not_workable"],
        ["wants_production_quickly"] = YesNo,
        ["users_initial"] = [20_000L, 20_001L],
        ["repos_initial"] = [200_000L, 200_001L],
    };

    /// <summary>The row that decides when everything is answered.</summary>
    public static string Row(IReadOnlyDictionary<string, object> answers)
    {
        bool Yes(string id) => (bool)answers[id];
        bool Is(string id, params string[] values) => values.Contains((string)answers[id]);
        bool Has(string id, params string[] values) => ((string[])answers[id]).Intersect(values).Any();
        bool Above(string id, long limit) => (long)answers[id] > limit;

        var hard = Has("required_certifications", "iso27001", "fedramp", "hipaa", "pci")
            || !Yes("admin_access_ok") || !Yes("audit_logging_ok") || Yes("other_cloud_blockers");
        var soft = !Is("hosting_region", "any", "us") || Has("code_host_types", "unsupported");
        var unreachable = Is("code_host_reachability", "private_link", "unreachable");

        // The verdict is asked only for a hard blocker at a reachable host; otherwise nobody gave one.
        var supported = hard && !unreachable && Is("cloud_team_verdict", "supported");
        var willBuild = hard && !unreachable && Is("cloud_team_verdict", "will_build");
        if (!unreachable && !soft && (!hard || supported))
            return "R1";
        var mustBuild = !unreachable && ((hard && willBuild) || (soft && (!hard || supported || willBuild)));
        if (mustBuild && Yes("customer_waits_for_cloud"))
            return "R2";

        var oneMachine = Is("hosting_provider", "aws") && !Yes("cluster_required") && !Yes("single_machine_issues")
            && !Is("own_base_image", "required_after_challenge")
            && (!Yes("image_restrictions") || Is("image_restriction_verdict", "workable"));
        var beyond = Above("users_full", 20_000) || Above("repos_full", 200_000);
        if (oneMachine && !beyond)
            return "R3";
        var fits = oneMachine && !Above("users_initial", 20_000) && !Above("repos_initial", 200_000);
        return beyond && Yes("wants_production_quickly") && fits ? "R4" : "R5";
    }

    public static string Strategy(string row) => row switch
    {
        "R1" or "R2" => "cloud",
        "R3" => "one-click",
        "R4" => "one-click-into-jointly-managed",
        _ => "jointly-managed",
    };

    /// <summary>Tries every completion of the open answers.</summary>
    public static (string[] Possible, string[] Open, string[] Rows) TryAll(IReadOnlyDictionary<string, object> given)
    {
        var open = Values.Keys.Where(id => !given.ContainsKey(id)).ToArray();
        var rows = new string[open.Aggregate(1, (count, id) => count * Values[id].Length)];
        var answers = new Dictionary<string, object>(given);
        for (var completion = 0; completion < rows.Length; completion++)
        {
            var step = 1;
            foreach (var id in open)
            {
                answers[id] = Values[id][completion / step % Values[id].Length];
                step *= Values[id].Length;
            }
            rows[completion] = Row(answers);
        }
        return (
            [.. rows.Select(Strategy).Distinct().Order(StringComparer.Ordinal)],
            [.. OpenThatMatter(open, rows).Order(StringComparer.Ordinal)],
            [.. rows.Distinct().Order(StringComparer.Ordinal)]);
    }

    // A question matters when two completions that differ in nothing else have different strategies.
    private static IEnumerable<string> OpenThatMatter(string[] open, string[] rows)
    {
        var step = 1;
        foreach (var id in open)
        {
            var count = Values[id].Length;
            for (var completion = 0; completion < rows.Length; completion++)
            {
                var first = completion - (completion / step % count * step);
                if (Strategy(rows[completion]) == Strategy(rows[first]))
                    continue;
                yield return id;
                break;
            }
            step *= count;
        }
    }
}
