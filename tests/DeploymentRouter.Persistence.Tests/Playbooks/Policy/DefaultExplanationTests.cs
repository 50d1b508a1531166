using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Persistence.Tests.Playbooks.Policy;

/// <summary>What people read of the default playbook's own worked cases.</summary>
public class DefaultExplanationTests
{
    private static readonly Playbook Playbook = DefaultYaml.Playbook;

    [Theory]
    [InlineData("cannot_wait", "cloud", "Cloud becomes possible if the Cloud team’s verdict is Supported.", "Cloud becomes possible if the customer waits for Cloud.")]
    [InlineData("private_link", "cloud", "No change of changeable answers leads to Cloud.")]
    [InlineData("another_provider", "one-click", "One-Click becomes possible if it runs on AWS.")]
    [InlineData("another_provider", "cloud", "No change of changeable answers leads to Cloud.")]
    [InlineData("one_user_too_many", "one-click-into-jointly-managed", "One-Click Into Jointly Managed becomes possible if production is wanted quickly.")]
    [InlineData("first_group_too_large", "one-click-into-jointly-managed", "One-Click Into Jointly Managed becomes possible if the initial roll-out has at most 20,000 users.")]
    [InlineData("cluster_rule", "one-click", "No change of changeable answers leads to One-Click.")]
    public void What_would_change_it_is_said_cheapest_first(string test, string strategy, params string[] sentences)
    {
        var losing = Explained(test).Losing.Single(one => one.Strategy.Id == strategy);
        Assert.Equal(sentences[0], losing.WhatWouldChangeIt);
        Assert.Equal(sentences.Where(_ => losing.Ways.Count > 0), losing.Ways.Select(way => way.Sentence));
    }

    [Fact]
    public void Sales_reads_out_three_plain_sentences() => Assert.Equal(
        [
            "We propose One-Click Deployment: Cloud is not an option; One-Click, the preferred on-prem method, carries everyone.",
            "Cloud is out because the customer requires SOC 2 and ISO 27001, the Cloud team will build what the customer requires, and the customer will not wait for Cloud.",
            "Cloud becomes possible if the Cloud team’s verdict is Supported.",
        ],
        Explained("cannot_wait").InShort);

    [Fact]
    public void A_reviewer_sees_first_what_carries_the_decision()
    {
        var carrying = Explained("first_group_now").Carrying;
        Assert.Equal(
            ["users_full", "code_host_reachability", "hosting_provider", "cluster_required", "single_machine_issues", "own_base_image",
             "image_restrictions", "wants_production_quickly", "users_initial", "repos_initial"],
            carrying.Select(line => line.Question.Id));
        Assert.Equal("One-Click becomes possible if there will be at most 20,000 users at full roll-out.", Assert.Single(carrying[0].Otherwise).Sentence);
    }

    [Fact]
    public void Every_worked_case_has_three_sentences_that_end_like_sentences() => Assert.All(
        Playbook.Tests,
        test =>
        {
            var explanation = Explanation.Of(Playbook, test.Answers);
            Assert.Equal(3, explanation.InShort.Count);
            var all = explanation.InShort
                .Concat(explanation.Losing.Select(one => one.WhatWouldChangeIt))
                .Concat(explanation.Losing.SelectMany(one => one.Ways).Select(way => way.Sentence))
                .Concat(explanation.Carrying.SelectMany(line => line.Otherwise).Select(line => line.Sentence));
            Assert.All(all, sentence =>
            {
                Assert.Matches("^[A-Z].*[.?]$", sentence);
                Assert.DoesNotMatch("[{}]|  |[.][.]", sentence);
            });
            Assert.Equal(Playbook.Strategies.Count - explanation.Decision.Possible.Count, explanation.Losing.Count);
        });

    private static Explanation Explained(string test) => Explanation.Of(Playbook, Playbook.Tests.Single(one => one.Id == test).Answers);

    [Theory]
    [InlineData("Neither Cloud nor One-Click is an option.", "neither Cloud nor One-Click is an option.")]
    [InlineData("Cloud is not an option.", "Cloud is not an option.")]
    [InlineData("One-Click, the preferred method, carries everyone.", "One-Click, the preferred method, carries everyone.")]
    [InlineData("IE has no time.", "IE has no time.")]
    [InlineData("", "")]
    public void After_a_colon_a_sentence_goes_on_small_unless_it_begins_with_a_name(string sentence, string goesOn) =>
        Assert.Equal(goesOn, Wording.AfterColon(Playbook, sentence));
}
