using DeploymentRouter.Decisions.Tests.DefaultPlaybook;
using static DeploymentRouter.Decisions.Tests.Rules;

namespace DeploymentRouter.Decisions.Tests.Changing;

/// <summary>What would have to change, on the default policy: what people are told.</summary>
public sealed class CounterfactualTests
{
    private static readonly RuleSet Policy = Compiled(DefaultRules.Definition with
    {
        Questions = [.. DefaultRules.Definition.Questions.Select(question => question with { Changeability = MarkOf(question.Id) })],
    });

    private static readonly AnswerSet OnPremises = Given(
        ("code_host_reachability", Choice("public")),
        ("required_certifications", Chosen("soc2", "hipaa")),
        ("admin_access_ok", Yes),
        ("audit_logging_ok", Yes),
        ("other_cloud_blockers", No),
        ("hosting_region", Choice("us")),
        ("code_host_types", Chosen("github")),
        ("cloud_team_verdict", Choice("will_not_build")),
        ("hosting_provider", Choice("gcp")),
        ("cluster_required", No),
        ("single_machine_issues", No),
        ("own_base_image", Choice("not_required")),
        ("image_restrictions", No),
        ("users_full", Count(900)),
        ("repos_full", Count(90)));

    [Fact]
    public void Cloud_becomes_possible_by_our_verdict_or_by_giving_up_a_certification()
    {
        var ways = WaysTo("cloud", OnPremises);
        Assert.Equal(
            ["cloud_team_verdict is supported", "cloud_team_verdict is will_build", "required_certifications contains none of [iso27001, fedramp, hipaa, pci]"],
            ways.Select(Words));
        Assert.Equal(Chosen("soc2"), ways[2].Changes[0].To);
        Assert.Equal([1, 1, 2], ways.Select(way => way.Cost));
        Assert.Equal(["", "customer_waits_for_cloud", ""], ways.Select(way => string.Join(",", way.StillOpen.Select(question => question.Id))));
    }

    [Fact]
    public void What_still_hangs_on_an_open_answer_after_the_change_is_said()
    {
        var way = WaysTo("cloud", OnPremises.With("hosting_region", Choice("japan")))[0];
        Assert.Equal("cloud_team_verdict is one of [supported, will_build]", Words(way));
        Assert.Equal(["customer_waits_for_cloud"], way.StillOpen.Select(question => question.Id));
    }

    [Fact]
    public void Answers_that_only_help_together_change_together() => Assert.Equal(
        ["hosting_provider is aws; cluster_required is no"],
        WaysTo("one-click", OnPremises.With("cluster_required", Yes)).Select(Words));

    [Fact]
    public void Facts_stay_as_they_are()
    {
        var answers = OnPremises.With("code_host_reachability", Choice("unreachable"));
        var cloud = Policy.Counterfactuals(answers).Single(one => one.Outcome == "cloud");
        Assert.Empty(cloud.Ways);
        Assert.False(cloud.More);
    }

    [Fact]
    public void Outcomes_within_reach_need_no_change() => Assert.Empty(Policy.Counterfactuals(AnswerSet.Empty));

    [Fact]
    public void The_answers_that_carry_a_decision_say_where_they_would_lead()
    {
        var carrying = Policy.Carrying(OnPremises);
        Assert.Equal(["required_certifications", "cloud_team_verdict", "hosting_provider"], carrying.Select(one => one.Question.Id));
        var provider = Assert.Single(carrying[2].Flips);
        Assert.Equal(("one-click", Choice("aws"), true), (provider.Outcome, provider.Example, provider.Certain));
    }

    [Fact]
    public void A_number_moves_no_further_than_it_must()
    {
        var answers = OnPremises.With("hosting_provider", Choice("aws")).With("users_full", Count(500_000)).With("wants_production_quickly", No);
        var way = WaysTo("one-click", answers).Single(way => way.Changes[0].Question.Id == "users_full");
        Assert.Equal(Count(20_000), way.Changes[0].To);
        Assert.Equal("users_full <= 20000", Words(way));
    }

    [Fact]
    public void A_set_gives_up_no_more_than_it_must()
    {
        var set = AnyOf("set", 0, "a b c") with { Changeability = Changeability.CustomersChoice };
        var rules = Compiled(new(
            [set], [],
            [new("R1", All("not set contains all of [a, b]", "not set contains all of [a, c]"), "cloud", ""), new("R2", Formula.Always, "own", "")],
            ["cloud", "own"]));
        var change = rules.Counterfactuals(Given(("set", Chosen("a", "b", "c"))))[0].Ways[0].Changes[0];
        Assert.Equal(Chosen("b", "c"), change.To);
    }

    [Fact]
    public void Too_many_ways_are_cut_off_and_said_to_be()
    {
        // Any ten of twenty answers would do: 184,756 minimal ways.
        var ids = Enumerable.Range(0, 20).Select(i => $"q{i}").ToArray();
        var questions = ids.Select(id => YesNo(id) with { Changeability = Changeability.CustomersChoice }).ToArray();
        var atLeastTen = AtLeast(10, ids);
        var rules = Compiled(new(questions, atLeastTen, [new("R1", Line("n0_10"), "cloud", ""), new("R2", Formula.Always, "own", "")], ["cloud", "own"]));
        var answers = ids.Aggregate(AnswerSet.Empty, (some, id) => some.With(id, No));
        var cloud = Assert.Single(rules.Counterfactuals(answers));
        Assert.True(cloud.More);
        Assert.Equal(ExplanationLimits.MaxWays, cloud.Ways.Count);
        Assert.All(cloud.Ways, way => Assert.Equal(10, way.Changes.Count));
    }

    [Fact]
    public void The_quick_check_asks_what_settles_most_and_stops_when_it_is_settled()
    {
        var first = Policy.NextQuestions(AnswerSet.Empty)[0];
        Assert.Equal("code_host_reachability", first.Question.Id);
        Assert.Empty(Policy.NextQuestions(OnPremises));
    }

    // n{i}_{k}: at least k of the answers from the i-th on are yes.
    private static Condition[] AtLeast(int most, string[] ids) =>
    [
        .. from i in Enumerable.Range(0, ids.Length + 1)
           from k in Enumerable.Range(0, most + 1)
           select new Condition($"n{i}_{k}", CountFrom(i, k, ids), null, null),
    ];

    private static Formula CountFrom(int i, int k, string[] ids) => k == 0 ? Formula.Always
        : i == ids.Length ? new Negation(Formula.Always)
        : new AnyOf([All($"{ids[i]} is yes", $"n{i + 1}_{k - 1}"), Line($"n{i + 1}_{k}")]);

    private static IReadOnlyList<Counterfactual> WaysTo(string outcome, AnswerSet answers) =>
        Policy.Counterfactuals(answers).Single(one => one.Outcome == outcome).Ways;

    private static string Words(Counterfactual way) => string.Join("; ", way.Changes.Select(change => FormulaText.Write(change.Becomes)));

    private static Changeability MarkOf(string questionId) => questionId switch
    {
        "cloud_team_verdict" or "image_restriction_verdict" => Changeability.OurChoice,
        "code_host_reachability" or "hosting_region" or "code_host_types" => Changeability.Fact,
        "users_full" or "repos_full" => Changeability.Time,
        _ => Changeability.CustomersChoice,
    };
}
