using System.Collections.Immutable;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.DemoData;

/// <summary>Answer sets from which invented customers are made, one for each way a request can go.</summary>
internal static class DemoAnswers
{
    public static AnswerSet For(DemoWay way, int users, int repositories, int variant) => way switch
    {
        DemoWay.Cloud => CloudFit(users, repositories, "any", "github"),
        DemoWay.CloudWaiting => CloudFit(users, repositories, Pick(variant, "eu", "uk", "canada", "japan"), "gitlab")
            .With("customer_waits_for_cloud", Yes),
        DemoWay.OneClick => SelfHosted(users, repositories, variant),
        DemoWay.JointlyManaged => Clustered(users, repositories, variant),
        DemoWay.OneClickIntoJointlyManaged => SelfHosted(users, repositories, variant)
            .With("wants_production_quickly", Yes)
            .With("users_initial", new NumberAnswer(Math.Min(users / 6, 18_000)))
            .With("repos_initial", new NumberAnswer(Math.Min(repositories / 6, 150_000))),
        DemoWay.CloudVerdictOpen => CloudFit(users, repositories, "any", "bitbucket")
            .With("required_certifications", Choices("soc2", Pick(variant, "fedramp", "hipaa", "iso27001", "pci")))
            .With("hosting_provider", new ChoiceAnswer("azure")),
        DemoWay.ImageVerdictOpen => SelfHosted(users, repositories, variant).With("image_restrictions", Yes),
        DemoWay.HalfAnswered => CloudFit(users, repositories, "eu", "github"),
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, null),
    };

    private static readonly YesNoAnswer Yes = new(true);
    private static readonly YesNoAnswer No = new(false);

    private static AnswerSet CloudFit(int users, int repositories, string region, string host) => AnswerSet.Empty
        .With("users_full", new NumberAnswer(users))
        .With("repos_full", new NumberAnswer(repositories))
        .With("required_certifications", Choices("soc2"))
        .With("admin_access_ok", Yes)
        .With("audit_logging_ok", Yes)
        .With("other_cloud_blockers", No)
        .With("hosting_region", new ChoiceAnswer(region))
        .With("code_host_types", Choices(host))
        .With("code_host_reachability", new ChoiceAnswer("allowlist"));

    private static AnswerSet SelfHosted(int users, int repositories, int variant) =>
        CloudFit(users, repositories, "any", "bitbucket_server")
            .With("code_host_reachability", new ChoiceAnswer(Pick(variant, "private_link", "unreachable")))
            .With("hosting_provider", new ChoiceAnswer("aws"))
            .With("cluster_required", No)
            .With("single_machine_issues", No)
            .With("own_base_image", new ChoiceAnswer(Pick(variant, "not_required", "dropped_after_challenge")))
            .With("image_restrictions", No);

    private static AnswerSet Clustered(int users, int repositories, int variant)
    {
        var answers = SelfHosted(users, repositories, variant);
        return (variant % 4) switch
        {
            0 => answers.With("cluster_required", Yes),
            1 => answers.With("hosting_provider", new ChoiceAnswer("azure")),
            2 => answers.With("hosting_provider", new ChoiceAnswer("own_data_center")),
            _ => answers.With("own_base_image", new ChoiceAnswer("required_after_challenge")),
        };
    }

    private static ChoicesAnswer Choices(params string[] values) => new(values.ToImmutableSortedSet(StringComparer.Ordinal));

    private static string Pick(int variant, params string[] values) => values[variant % values.Length];
}
