using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Persistence.Tests.Playbooks;

public class DefaultPlaybookTests
{
    private static readonly Playbook Default = DefaultYaml.Playbook;

    [Fact]
    public void It_loads_without_a_fault()
    {
        var load = PlaybookFile.LoadDefault();
        Assert.Empty(load.Faults);
        Assert.Equal("Default playbook", load.Playbook!.Name);
        Assert.Equal(64, load.Playbook.Hash.Length);
    }

    [Fact]
    public void It_asks_the_twenty_questions_in_order()
    {
        Assert.Equal(
            [
                "users_full", "repos_full", "required_certifications", "admin_access_ok", "audit_logging_ok", "other_cloud_blockers",
                "hosting_region", "code_host_types", "code_host_reachability", "hosting_provider", "cluster_required",
                "single_machine_issues", "own_base_image", "image_restrictions", "image_restriction_verdict", "cloud_team_verdict",
                "customer_waits_for_cloud", "wants_production_quickly", "users_initial", "repos_initial",
            ],
            Default.Questions.Select(question => question.Id));
        Assert.Equal(new WholeNumberDomain(1, 1_000_000), Default.Question("users_full").Domain);
        Assert.Equal(new WholeNumberDomain(1, 5_000_000), Default.Question("repos_initial").Domain);
        Assert.Equal(0, Assert.IsType<AnyOfDomain>(Default.Question("required_certifications").Domain).Minimum);
        Assert.Equal(1, Assert.IsType<AnyOfDomain>(Default.Question("code_host_types").Domain).Minimum);
        Assert.Equal("users_full", Default.Question("users_initial").NotAbove);
        Assert.Equal(["yes"], Default.Question("other_cloud_blockers").NoteNeededFor);
    }

    [Fact]
    public void Only_the_verdicts_are_answered_by_others_than_the_CE() =>
        Assert.Equal(
            [("image_restriction_verdict", "ie"), ("cloud_team_verdict", "cloud")],
            Default.Questions.Where(question => question.AnsweredBy is not "ce").Select(question => (question.Id, question.AnsweredBy)));

    [Fact]
    public void It_routes_by_five_rows() =>
        Assert.Equal(
            [
                ("R1", "cloud", null, "Qualifies for Cloud, the preferred strategy."),
                ("R2", "cloud", "waiting on Cloud", "The blocker will be removed and the customer waits."),
                ("R3", "one-click", null, "Cloud is not an option; One-Click, the preferred on-prem method, carries everyone."),
                ("R4", "one-click-into-jointly-managed", null, "Starts on One-Click now, needs Kubernetes for everyone later."),
                ("R5", "jointly-managed", null, "Neither Cloud nor One-Click is an option."),
            ],
            Default.Rows.Select(row => (row.Id, row.StrategyId, row.Mark, row.Because)));

    [Fact]
    public void Each_strategy_has_the_owners_and_stages_of_the_founding_document()
    {
        Assert.Equal(["cloud", "ce"], Default.Strategy("cloud").OwnerTeamIds);
        Assert.Equal(["ce"], Default.Strategy("one-click").OwnerTeamIds);
        Assert.Equal(["ce", "ie", "tpm"], Default.Strategy("jointly-managed").OwnerTeamIds);
        Assert.Equal(["ce", "tam", "ie", "tpm"], Default.Strategy("one-click-into-jointly-managed").OwnerTeamIds);
        Assert.Equal("managed_instance_request ce, cloud_review cloud, provision cloud, set_up ce", Plan("cloud"));
        Assert.Equal("build_production ce, hand_over_to_tam ce>tam, live tam", Plan("one-click"));
        Assert.Equal(
            "ie_request ce, qualification ie, kick_off ie, project_plan tpm, kubernetes_deployment ie, hand_over_to_tam tpm>tam",
            Plan("jointly-managed"));
        Assert.Equal(
            "build_initial_one_click ce, hand_over_to_tam ce>tam, growth_watch tam, ie_request tam, qualification ie, "
            + "project_plan tpm, kubernetes_deployment ie",
            Plan("one-click-into-jointly-managed"));

        static string Plan(string strategy) => string.Join(", ", Default.Strategy(strategy).Stages.Select(stage =>
            $"{stage.Id} {stage.OwnerTeamId}{(stage.ReceiverTeamId is null ? "" : $">{stage.ReceiverTeamId}")}"));
    }

    [Fact]
    public void Targets_are_those_the_teams_promised()
    {
        Assert.Equal(
            [
                new StageTarget(new WorkingDays(7), "cloud-office-hours", "agreement_date", "instance_type", "production"),
                new StageTarget(new OfficeHoursElseWorkingDays(1, 1), "cloud-office-hours", null, "instance_type", "trial"),
            ],
            Stage("cloud", "provision").Targets);
        Assert.Equal(new ElapsedHours(24), Assert.Single(Stage("cloud", "cloud_review").Targets).Duration);
        Assert.Equal(new WorkingDays(3), Assert.Single(Stage("jointly-managed", "qualification").Targets).Duration);
        Assert.Equal(new EstimateDays(30), Assert.Single(Stage("jointly-managed", "kubernetes_deployment").Targets).Duration);
    }

    [Fact]
    public void A_stage_that_is_the_same_as_an_earlier_one_adds_its_own()
    {
        var first = Stage("jointly-managed", "kubernetes_deployment");
        var later = Stage("one-click-into-jointly-managed", "kubernetes_deployment");
        Assert.Equal(9, first.ExitCriteria.Count);
        Assert.Equal([.. first.ExitCriteria.Select(c => c.Id), "cut_over"], later.ExitCriteria.Select(c => c.Id));
        var handOver = Stage("one-click-into-jointly-managed", "hand_over_to_tam").Fields.Select(field => field.Id);
        Assert.Equal(
            ["full_users", "full_repositories", "full_expected_on", "headroom_percent"],
            handOver.Except(Stage("one-click", "hand_over_to_tam").Fields.Select(field => field.Id)));
        Assert.Equal("Engage implementation team", Stage("one-click-into-jointly-managed", "growth_watch").CompleteLabel);
    }

    [Fact]
    public void Everything_named_in_a_stage_exists()
    {
        foreach (var stage in Default.Strategies.SelectMany(strategy => strategy.Stages)
            .Append(Default.CommonStages.Answers).Append(Default.CommonStages.AfterDecline))
        {
            Default.Team(stage.OwnerTeamId);
            Assert.All(stage.AlsoByTeamIds, team => Default.Team(team));
            Assert.Equal(stage.Kind is StageKind.HandOver, stage.ReceiverTeamId is not null);
            Assert.All(stage.Targets, target => Default.Calendar(target.CalendarId));
            Assert.All(stage.Fields, field => Assert.Equal(field.Kind is FieldKind.Choice, field.Choices.Count > 0));
        }
        Assert.All(Default.Strategies, strategy => Assert.Distinct(strategy.Stages.Select(stage => stage.Id)));
    }

    [Fact]
    public void Every_field_id_means_the_same_kind_of_value_wherever_it_stands()
    {
        // A form is one for the whole request, so a value typed early shows again later.
        foreach (var strategy in Default.Strategies)
        {
            foreach (var same in strategy.Stages.SelectMany(stage => stage.Fields).GroupBy(field => field.Id))
                Assert.Single(same.Select(field => (field.Kind, string.Join(',', field.Choices.Select(choice => choice.Id)))).Distinct());
        }
    }

    [Fact]
    public void Its_sentences_read_as_they_should()
    {
        Assert.All(Default.Rows, row => Assert.Matches("^[A-Z].*[.]$", row.Because));
        Assert.All(Default.Flags, flag => Assert.Matches("^[A-Z].*[.]$", flag.Sentence));
        Assert.All(Default.Questions, question => Assert.EndsWith("?", question.Wording, StringComparison.Ordinal));
        Assert.All(Default.Questions, question => Assert.Matches("^[A-Z].*[.]$", question.WhyWeAsk));
        var clauses = Default.Questions.SelectMany(question => question.Values).Select(value => value.Says)
            .Concat(Default.Conditions.SelectMany(condition => new[] { condition.Holds, condition.Fails })).OfType<string>();
        Assert.All(clauses, clause => Assert.Matches("^([a-z{]|Cloud |IE ).*[^.]$", clause));
        Assert.All(
            Default.Questions.SelectMany(question => question.Values).Select(value => value.Consequence).OfType<string>(),
            consequence => Assert.Matches("^[A-Z].*[.]$", consequence));
    }

    [Fact]
    public void Growth_and_priority_have_the_agreed_numbers()
    {
        Assert.Equal(
            new GrowthTriggers(20_000, 200_000, new(75, 180), new(90, 90))
            {
                ReadingEveryDays = 30,
                TrendOverDays = 180,
                Engagement = new("Engage implementation team", "one-click-into-jointly-managed", "ie_request", "outgrown"),
            },
            Default.Growth);
        Assert.Equal(
            ["one-click.live", "one-click-into-jointly-managed.growth_watch"],
            Default.Strategies.SelectMany(strategy => strategy.Stages.Where(stage => stage.WatchesGrowth), (strategy, stage) => $"{strategy.Id}.{stage.Id}"));
        Assert.Equal([90, 90, 180, 180, 180, 90, 180, 180], Default.Questions.Select(question => question.HoldsForDays).OfType<int>());
        Assert.Equal(["users_full Users", "repos_full Repositories"], Default.Questions.Where(q => q.Reading is not null).Select(q => $"{q.Id} {q.Reading}"));
        Assert.Equal([new(5_001, 4), new(10_001, 8), new(20_001, 12)], Default.Priority.Size.Users);
        Assert.Equal([new(250_000, 3), new(1_000_000, 6), new(3_000_000, 10)], Default.Priority.Value.AddressableMarket);
        Assert.Equal(5, Default.Priority.KindOfWork[Engagement.NewProduction]);
        var fields = Stage("jointly-managed", "ie_request").Fields;
        Assert.Equal(Default.Priority.Revenue.Keys.Order(), fields.Single(field => field.Id == "revenue").Choices.Select(c => c.Id).Order());
        Assert.All(Default.Priority.Intangibles.Keys, id => Assert.Equal(FieldKind.YesNo, fields.Single(field => field.Id == id).Kind));
        var most = Default.Priority.Revenue.Values.Max() + Default.Priority.Size.Users.Max(step => step.Points)
            + Default.Priority.Size.Repositories.Max(step => step.Points) + Default.Priority.Size.ComplexityFlagsAtMost
            + Default.Priority.Value.Arr.Max(step => step.Points) + Default.Priority.Value.AddressableMarket.Max(step => step.Points)
            + Default.Priority.Intangibles.Values.Sum() + Default.Priority.KindOfWork.Values.Max();
        Assert.Equal(100, most);
    }

    private static Stage Stage(string strategy, string stage) => Default.Strategy(strategy).Stages.Single(one => one.Id == stage);
}
