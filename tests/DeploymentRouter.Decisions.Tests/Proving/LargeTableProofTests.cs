using System.Diagnostics;
using DeploymentRouter.Decisions.Tests.Properties;

namespace DeploymentRouter.Decisions.Tests.Proving;

/// <summary>Tables whose diagram explodes: proven by their volume where rows do not overlap, else not proven, and never a hang.</summary>
public sealed class LargeTableProofTests
{
    private const int Values = 6;

    private static readonly List<int[]> Boxes = TreeTables.Boxes(new Random(5), questions: 24, Values, rows: 1_000);

    [Fact]
    public void The_diagram_of_the_table_does_explode() => Assert.False(RuleSet.TryCompile(TreeTables.Table(Boxes, Values), out _, out _));

    [Theory]
    [InlineData(HitPolicy.First)]
    [InlineData(HitPolicy.Unique)]
    public void A_sound_table_is_proven(HitPolicy hitPolicy) => Assert.True(Proof(TreeTables.Table(Boxes, Values, hitPolicy)).IsSound);

    [Fact]
    public void A_missing_row_is_shown_by_answers_for_which_none_holds()
    {
        var broken = TreeTables.Table([.. Boxes.Where((_, row) => row != 700)], Values);
        var gap = Assert.Single(Proof(broken).Findings);
        Assert.Equal(FindingKind.Uncovered, gap.Kind);
        Assert.DoesNotContain(broken.Rules, rule => Holds(rule, gap.Example!.Answers));
    }

    [Fact]
    public void Overlapping_rows_are_shown_by_answers_for_which_both_hold()
    {
        var broken = TreeTables.Table([.. Boxes, Boxes[3]], Values, HitPolicy.Unique);
        var findings = Proof(broken).Findings;
        var overlap = findings[0];
        Assert.Equal((FindingKind.Overlap, "rules.R1000", "R3"), (overlap.Kind, overlap.Where, Assert.Single(overlap.Rows)));
        Assert.True(Holds(broken.Rules[3], overlap.Example!.Answers) && Holds(broken.Rules[1_000], overlap.Example.Answers));
        // With rows that overlap, volumes say nothing of gaps.
        Assert.Equal(FindingKind.NotProven, Assert.Single(findings.Skip(1)).Kind);
    }

    [Fact]
    public void A_row_without_answers_an_outcome_without_rows_and_an_idle_question_are_found()
    {
        var table = TreeTables.Table(Boxes, Values);
        var dead = new Rule("dead", Rules.All("q0 is v0", "q0 is v1"), "north", "");
        var broken = table with
        {
            Rules = [.. table.Rules, dead],
            Outcomes = [.. table.Outcomes, "west"],
            Questions = [.. table.Questions, Rules.YesNo("idle")],
        };
        Assert.Equal(
            [(FindingKind.RowNeverHolds, "rules.dead"), (FindingKind.OutcomeNeverReached, "outcomes.west"), (FindingKind.QuestionNeverMatters, "questions.idle")],
            Proof(broken).Findings.Select(finding => (finding.Kind, finding.Where)));
    }

    [Fact]
    public void What_neither_way_can_prove_is_said_to_be_not_proven()
    {
        var random = new Random(1);
        var table = TreeTables.Table(Boxes, Values);
        var rows = table.Rules.Select(rule => rule with
        {
            When = Rules.Any([.. Enumerable.Range(0, 4).Select(_ => $"q{random.Next(24)} is v{random.Next(Values)}")]),
        });
        var report = Proof(table with { Rules = [.. rows.Select(rule => rule with { When = new Negation(rule.When) })] }, new NeverLaw("law", Rules.Line("q0 is v0"), ["north"]));
        var finding = Assert.Single(report.Findings);
        Assert.Equal(FindingKind.NotProven, finding.Kind);
        Assert.Contains("The rules are too intricate: their decision diagram needs more than ", finding.Message, StringComparison.Ordinal);
        Assert.Equal(Verdict.NotProven, Assert.Single(report.Laws).Verdict);
        Assert.False(report.IsSound);
    }

    private static ProofReport Proof(RuleSetDefinition definition, params Law[] laws)
    {
        var watch = Stopwatch.StartNew();
        var report = RuleSetProof.Run(definition, laws);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"It took {watch.Elapsed}.");
        return report;
    }

    private static bool Holds(Rule rule, AnswerSet answers) => ((AllOf)rule.When).Parts.All(
        part => part is AnswerTest test && answers[test.QuestionId] is { } answer && Raw.Passes(test.Test, answer));
}
