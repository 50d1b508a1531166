using static DeploymentRouter.Decisions.Tests.Rules;

namespace DeploymentRouter.Decisions.Tests.DefaultPlaybook;

/// <summary>The routing policy that the product ships with, as a definition: the realistic rule set of these tests.</summary>
internal static class DefaultRules
{
    private static readonly Formula OnPremises = Line("not cloud_is_an_option");
    private static readonly Formula WhenBeyond = All("not cloud_is_an_option", "one_machine_will_do", "beyond_one_click");
    private static readonly Formula WhenQuick = new AllOf([WhenBeyond, Line("wants_production_quickly is yes")]);

    public static RuleSetDefinition Definition { get; } = new(
        [
            Number("users_full", 1_000_000),
            Number("repos_full", 5_000_000),
            AnyOf("required_certifications", 0, "soc2 iso27001 fedramp hipaa pci"),
            YesNo("admin_access_ok"),
            YesNo("audit_logging_ok"),
            YesNo("other_cloud_blockers"),
            OneOf("hosting_region", "any us eu uk canada japan australia other"),
            AnyOf("code_host_types", 1, "github gitlab bitbucket bitbucket_server azure_devops gerrit aws_codecommit gitolite phabricator perforce other_git unsupported"),
            OneOf("code_host_reachability", "public allowlist private_link unreachable"),
            OneOf("cloud_team_verdict", "supported will_build will_not_build", All("hard_cloud_blocker", "not unreachable_code_host"), "Cloud"),
            YesNo("customer_waits_for_cloud", Line("cloud_must_build_first")),
            OneOf("hosting_provider", "aws gcp azure other_cloud own_data_center", OnPremises),
            YesNo("cluster_required", OnPremises),
            YesNo("single_machine_issues", OnPremises),
            OneOf("own_base_image", "not_required dropped_after_challenge required_after_challenge", OnPremises),
            YesNo("image_restrictions", OnPremises),
            OneOf("image_restriction_verdict", "workable not_workable", Line("image_restrictions is yes"), "IE"),
            YesNo("wants_production_quickly", WhenBeyond),
            Number("users_initial", 1_000_000, WhenQuick),
            Number("repos_initial", 5_000_000, WhenQuick),
        ],
        [
            new("hard_cloud_blocker", Any("required_certifications contains any of [iso27001, fedramp, hipaa, pci]", "admin_access_ok is no", "audit_logging_ok is no", "other_cloud_blockers is yes"), "a hard Cloud blocker", null),
            new("soft_cloud_blocker", Any("hosting_region is not one of [any, us]", "code_host_types contains unsupported"), "a soft Cloud blocker", null),
            new("unreachable_code_host", Line("code_host_reachability is one of [private_link, unreachable]"), "the code host cannot be reached", null),
            new("cloud_is_clear", new AllOf([Line("not unreachable_code_host"), Line("not soft_cloud_blocker"), Any("not hard_cloud_blocker", "cloud_team_verdict is supported")]), "Cloud is clear", null),
            new("cloud_must_build_first", new AllOf([Line("not unreachable_code_host"), new AnyOf([
                All("hard_cloud_blocker", "cloud_team_verdict is will_build"),
                new AllOf([Line("soft_cloud_blocker"), Any("not hard_cloud_blocker", "cloud_team_verdict is one of [supported, will_build]")])])]), "Cloud must build first", "Cloud will not build it"),
            new("cloud_is_an_option", new AnyOf([Line("cloud_is_clear"), All("cloud_must_build_first", "customer_waits_for_cloud is yes")]), null, null),
            new("one_machine_will_do", new AllOf([Line("hosting_provider is aws"), Line("cluster_required is no"), Line("single_machine_issues is no"), Line("own_base_image is not required_after_challenge"), Any("image_restrictions is no", "image_restriction_verdict is workable")]), "one machine will do", "one machine will not do"),
            new("beyond_one_click", Any("users_full > 20_000", "repos_full > 200_000"), "beyond One-Click", "inside the limits of One-Click"),
            new("initial_set_fits", All("one_machine_will_do", "users_initial <= 20_000", "repos_initial <= 200_000"), "the initial set fits", "the initial set does not fit"),
        ],
        [
            new("R1", Line("cloud_is_clear"), "cloud", "qualifies for Cloud"),
            new("R2", All("cloud_must_build_first", "customer_waits_for_cloud is yes"), "cloud", "the customer waits for Cloud"),
            new("R3", All("one_machine_will_do", "not beyond_one_click"), "one-click", "One-Click carries everyone"),
            new("R4", All("beyond_one_click", "wants_production_quickly is yes", "initial_set_fits"), "one-click-into-jointly-managed", "starts on One-Click now"),
            new("R5", Formula.Always, "jointly-managed", "neither is an option"),
        ],
        ["cloud", "one-click", "jointly-managed", "one-click-into-jointly-managed"],
        [new("tech_review_scale", Any("users_full > 10_000", "repos_full > 100_000"))]);

    public static RuleSet Compiled { get; } = Compiled(Definition);
}
