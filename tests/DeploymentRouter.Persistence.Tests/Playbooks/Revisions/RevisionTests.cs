using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Proving;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Persistence.Tests.Playbooks.Revisions;

/// <summary>Later revisions of the policy are files and nothing else: another strategy, another fallback, new limits, new names.</summary>
public class RevisionTests
{
    private static readonly Dictionary<string, Func<AnswerSet, string>> ByHand = new()
    {
        ["fifth-strategy"] = FifthStrategyByHand.Row,
        ["new-names-and-limits"] = NewNamesAndLimitsByHand.Row,
    };

    public static TheoryData<string> Revisions => [.. ByHand.Keys];

    [Theory]
    [MemberData(nameof(Revisions))]
    public void A_revision_is_sound_and_its_laws_hold(string revision)
    {
        var proof = PlaybookProof.Of(PlaybookRules.Of(Load(revision)));
        Assert.True(proof.IsSound, string.Join('\n', proof.Findings.Select(finding => finding.Message)));
        Assert.All(proof.Laws, state => Assert.Equal(Verdict.Proven, state.Verdict.Verdict));
    }

    [Theory]
    [MemberData(nameof(Revisions))]
    public void Thousands_of_random_cases_are_decided_as_by_hand(string revision)
    {
        var playbook = Load(revision);
        var chance = new Random(20221007);
        var rows = new HashSet<string>();
        for (var i = 0; i < 5_000; i++)
        {
            var answers = RandomAnswers.Complete(playbook, chance);
            var row = ByHand[revision](answers);
            Assert.Equal(row, playbook.Rules.Decide(answers).Rule!.Id);
            rows.Add(row);
        }
        Assert.Equal(playbook.Rows.Select(row => row.Id).Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Revisions))]
    public void With_answers_open_what_is_possible_is_what_some_completion_reaches(string revision)
    {
        var playbook = Load(revision);
        var chance = new Random(20230322);
        for (var i = 0; i < 300; i++)
        {
            var ids = playbook.Questions.Select(question => question.Id).ToArray();
            chance.Shuffle(ids);
            var answers = ids.Take(4).Aggregate(RandomAnswers.Complete(playbook, chance), (given, id) => given.With(id, null));
            var rows = RandomAnswers.Completions(playbook, answers).Select(ByHand[revision]).ToHashSet();
            var decision = playbook.Rules.Decide(answers);
            Assert.Equal(playbook.Rows.Select(row => row.Id).Where(rows.Contains), decision.PossibleRules.Select(rule => rule.Id));
            Assert.Equal(rows.Select(row => playbook.Row(row).StrategyId).Distinct().Order(StringComparer.Ordinal), decision.Possible);
        }
    }

    [Fact]
    public void What_a_revision_changes_for_whom_can_be_counted()
    {
        Assert.True(RuleSetComparison.TryMake(DefaultYaml.Playbook.Rules, Load("fifth-strategy").Rules, out var comparison, out _));
        var regions = comparison.Differences.Regions;
        Assert.Contains(regions, region => region is { From: "one-click", To: "one-click-into-cloud" });
        Assert.Contains(regions, region => region is { From: "jointly-managed", To: "one-click" });
    }

    private static Playbook Load(string revision) =>
        PlaybookFile.LoadFrom(Path.Combine(AppContext.BaseDirectory, "Playbooks", "Data", $"{revision}.yaml")).Require();
}
