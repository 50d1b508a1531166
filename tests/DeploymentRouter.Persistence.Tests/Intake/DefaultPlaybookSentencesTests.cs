using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Persistence.Tests.Intake;

/// <summary>What people read beside the intake, with the playbook that ships.</summary>
public class DefaultPlaybookSentencesTests
{
    private static readonly Playbook Playbook = PlaybookFile.LoadDefault().Require();
    private static readonly IntakeReader Reader = new(Playbook);

    private static readonly (string Id, string Text)[] EuropeanInsurer =
    [
        ("users_full", "14,500"), ("repos_full", "62,000"), ("required_certifications", "iso27001,soc2"), ("admin_access_ok", "yes"),
        ("audit_logging_ok", "?"), ("other_cloud_blockers", "no"), ("hosting_region", "eu"), ("code_host_types", "bitbucket_server,github"),
        ("code_host_reachability", "allowlist"), ("hosting_provider", "aws"), ("cluster_required", "no"), ("single_machine_issues", "no"),
        ("own_base_image", "not_required"), ("image_restrictions", "no"),
    ];

    [Fact]
    public void The_panel_says_what_each_strategy_hinges_on()
    {
        var reading = Read(EuropeanInsurer);
        var hinges = new Hinges(Playbook, reading.Answers, reading.Decision);

        Assert.Equal(["cloud_team_verdict", "customer_waits_for_cloud"], reading.Decision.Open.Select(question => question.Id));
        Assert.Equal("if the Cloud team supports or will build what the customer requires and the customer waits for Cloud", hinges.Of("cloud"));
        Assert.Equal("if the Cloud team will not build what the customer requires, or the customer will not wait for Cloud", hinges.Of("one-click"));
    }

    [Fact]
    public void The_panel_says_what_rules_the_others_out()
    {
        var reading = Read([.. EuropeanInsurer, ("customer_waits_for_cloud", "no")]);

        Assert.Equal(
            [
                "cloud: the data must stay in the European Union and the customer will not wait for Cloud",
                "jointly-managed: 14,500 users and 62,000 repositories fit in One-Click, and it runs on AWS and one machine will do",
                "one-click-into-jointly-managed: 14,500 users and 62,000 repositories fit in One-Click",
            ],
            Playbook.Rules.WhyNot(reading.Answers)
                .Select(ruledOut => $"{ruledOut.Outcome}: {Wording.Plain(Wording.SayAll(Playbook, ruledOut.Reasons, reading.Answers))}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_page_that_is_not_needed_says_why()
    {
        var why = new WhyNotAsked(Playbook, Read(EuropeanInsurer).Answers).Of("wants_production_quickly");

        Assert.Equal("14,500 users and 62,000 repositories fit in One-Click", Wording.Plain(why));
    }

    [Fact]
    public void The_initial_roll_out_may_not_be_larger_than_the_full_one()
    {
        var reading = Read(
        [
            .. EuropeanInsurer, ("users_full", "34,500"), ("customer_waits_for_cloud", "no"), ("wants_production_quickly", "yes"), ("users_initial", "40,000"),
        ]);

        Assert.Equal(
            "Users in the initial roll-out: enter 34,500 or fewer, as at “Users at full roll-out”",
            reading.ProblemOf(DraftKeys.Answer("users_initial")));
    }

    private static IntakeReading Read(IEnumerable<(string Id, string Text)> answers)
    {
        var now = new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);
        return Reader.Read(
            answers.Aggregate(Draft.Start(Guid.NewGuid(), "ce-1", now), (draft, answer) => draft.With(DraftKeys.Answer(answer.Id), answer.Text, draft.Version, now).Draft),
            DateOnly.FromDateTime(now));
    }
}
