using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Persistence.Tests.Playbooks.Policy;

/// <summary>What the default playbook promises of itself.</summary>
public class DefaultPolicyTests
{
    private static readonly Playbook Playbook = DefaultYaml.Playbook;

    [Fact]
    public void Every_worked_case_comes_out_as_written_and_together_they_reach_every_row()
    {
        var report = PlaybookTesting.Run(Playbook);
        Assert.All(report.Results, result => Assert.Null(result.Failure));
        Assert.InRange(report.Results.Count, 12, 30);
        Assert.Empty(report.UnreachedRows);
    }

    [Fact]
    public void What_is_so_is_a_fact_and_what_somebody_decides_is_theirs()
    {
        string[] Marked(Changeability mark) => [.. Playbook.Questions.Where(question => question.Changeable == mark).Select(question => question.Id)];

        Assert.Equal(["image_restriction_verdict", "cloud_team_verdict"], Marked(Changeability.OurChoice));
        Assert.Equal(
            ["users_full", "repos_full", "required_certifications", "hosting_region", "code_host_types", "code_host_reachability",
             "cluster_required", "single_machine_issues", "image_restrictions"],
            Marked(Changeability.Fact));
        Assert.Empty(Marked(Changeability.Time));
    }

    [Fact]
    public void A_test_that_comes_out_otherwise_says_what_came_instead()
    {
        var wrong = Playbook with
        {
            Tests =
            [
                new PlaybookTest("a", "a", AnswerSet.Empty.With("code_host_reachability", new ChoiceAnswer("unreachable")), ["cloud"], "R2"),
                new PlaybookTest("b", "b", AnswerSet.Empty.With("hosting_provider", new ChoiceAnswer("gcp")), ["cloud", "jointly-managed"], null),
            ],
        };
        var report = PlaybookTesting.Run(wrong);
        Assert.False(report.Passed);
        Assert.StartsWith(
            "Expected Cloud by R2, but One-Click, Jointly Managed and One-Click Into Jointly Managed are possible, depending on ",
            report.Results[0].Failure,
            StringComparison.Ordinal);
        Assert.True(report.Results[1].Passed);
        Assert.Equal(["R1", "R2", "R3", "R4", "R5"], report.UnreachedRows.Select(row => row.Id));
    }
}
