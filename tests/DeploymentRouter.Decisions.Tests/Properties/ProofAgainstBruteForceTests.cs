using CsCheck;

namespace DeploymentRouter.Decisions.Tests.Properties;

/// <summary>Thousands of random rule sets: the proof finds exactly what trying every combination finds, and every example shows it.</summary>
public sealed class ProofAgainstBruteForceTests
{
    private const int RuleSets = 3_000;

    [Fact]
    public void Gaps_dead_rows_and_unreached_outcomes_are_found_exactly() => Sample((definition, truth, report) =>
    {
        var gaps = Of(report, FindingKind.Uncovered);
        Assert.Equal(truth.LeavesGaps, gaps.Count > 0);
        Assert.All(gaps, gap => Assert.All(All(truth, gap.Example!), one => Assert.Null(truth.RowOf(one))));
        var dead = definition.Rules.Where(rule => Every(truth).All(one => truth.RowOf(one) != rule)).ToList();
        Assert.Equal(
            dead.Select(rule => $"rules.{rule.Id}").Order(),
            Of(report, FindingKind.RowHidden).Concat(Of(report, FindingKind.RowNeverHolds)).Select(finding => finding.Where).Order());
        foreach (var hidden in Of(report, FindingKind.RowHidden))
            CheckHidden(hidden, definition, truth);
        foreach (var never in Of(report, FindingKind.RowNeverHolds))
            Assert.DoesNotContain(Every(truth), one => truth.Holds(RuleAt(never, definition).When, one));
        Assert.Equal(
            definition.Outcomes.Where(outcome => Every(truth).All(one => truth.OutcomeOf(one) != outcome)).Select(outcome => $"outcomes.{outcome}"),
            Of(report, FindingKind.OutcomeNeverReached).Select(finding => finding.Where));
    });

    [Fact]
    public void Every_row_is_told_how_many_combinations_it_decides() => Sample((definition, truth, report) =>
    {
        var decided = Every(truth).Select(one => truth.RowOf(one)?.Id).CountBy(id => id ?? "").ToDictionary();
        Assert.Equal(truth.Combinations, report.Combinations);
        Assert.Equal(
            definition.Rules.Select(rule => new RowShare(rule.Id, decided.GetValueOrDefault(rule.Id))), report.Shares);
    });

    [Fact]
    public void Overlapping_rows_are_found_when_they_promise_to_be_unique() => Sample(
        (definition, truth, report) =>
        {
            // A last row for the rest meets all others; only the first of them is named.
            var rest = definition.Rules[^1].When is AllOf { Parts.Count: 0 } ? $"rules.{definition.Rules[^1].Id}" : null;
            var pairs = definition.Rules.SelectMany((lower, i) => definition.Rules.Take(i)
                .Where(upper => Every(truth).Any(one => truth.Holds(upper.When, one) && truth.Holds(lower.When, one)))
                .Select(upper => (upper.Id, $"rules.{lower.Id}"))).ToList();
            var overlapping = pairs.Where(pair => pair.Item2 != rest).Concat(pairs.Where(pair => pair.Item2 == rest).Take(1));
            var found = Of(report, FindingKind.Overlap);
            Assert.Equal(overlapping.Order(), found.Select(finding => (Assert.Single(finding.Rows), finding.Where)).Order());
            foreach (var overlap in found)
            {
                var upper = definition.Rules.Single(rule => rule.Id == overlap.Rows[0]);
                Assert.All(All(truth, overlap.Example!), one => Assert.True(truth.Holds(upper.When, one) && truth.Holds(RuleAt(overlap, definition).When, one)));
                Assert.DoesNotContain(Every(truth), one => truth.Holds(upper.When, one) && truth.Holds(overlap.SuggestedRow!.When, one));
            }
        },
        HitPolicy.Unique);

    [Fact]
    public void Questions_and_conditions_that_make_no_difference_are_found_exactly() => Sample((definition, truth, report) =>
    {
        foreach (var (index, question) in definition.Questions.Index())
        {
            var asked = Every(truth).Any(one => truth.IsAsked(index, one));
            var matters = definition.Flags.Select(flag => flag.When).Any(flag => truth.DependsOn(index, one => truth.Holds(flag, one)))
                || truth.DependsOn(index, truth.RowOf);
            var expected = !asked ? FindingKind.QuestionNeverAsked : matters ? (FindingKind?)null : FindingKind.QuestionNeverMatters;
            var found = report.Findings.Where(finding => finding.Where == $"questions.{question.Id}" || finding.Where == $"questions.{question.Id}.asked_when").ToList();
            Assert.Equal(expected, found.Count == 0 ? null : Assert.Single(found).Kind);
            if (expected == FindingKind.QuestionNeverAsked)
                CheckNeverAsked(found[0], definition, index);
            if (expected == FindingKind.QuestionNeverMatters)
                Assert.All(All(truth, found[0].Example!), one => Assert.True(truth.IsAsked(index, one)));
        }
        foreach (var condition in definition.Conditions)
            Assert.Equal(ExpectedOf(condition, definition, truth), report.Findings.SingleOrDefault(finding => finding.Where == $"conditions.{condition.Id}")?.Kind);
    });

    private static void Sample(Action<RuleSetDefinition, BruteForce, ProofReport> check, HitPolicy hitPolicy = HitPolicy.First) => RandomRules.Source.Sample(
        bytes =>
        {
            var definition = RandomRules.Make(new Choices(bytes), covered: bytes.Length % 2 == 0) with { HitPolicy = hitPolicy };
            var report = RuleSetProof.Run(definition);
            Assert.Empty(report.Faults);
            Assert.Empty(Of(report, FindingKind.NotProven));
            var truth = new BruteForce(definition);
            Assert.All(report.Findings.Where(finding => finding.Kind != FindingKind.QuestionNeverAsked), finding => CheckExample(finding.Example, definition, truth));
            check(definition, truth, report);
        },
        iter: RuleSets);

    // Every question that is asked is answered, and only telling ones besides.
    private static void CheckExample(ExampleCase? example, RuleSetDefinition definition, BruteForce truth)
    {
        if (example is null)
            return;
        foreach (var question in definition.Questions)
        {
            var asked = truth.AskingOf(question.Id, example.Answers);
            Assert.NotEqual(Asking.MayBeAsked, asked);
            Assert.Equal(asked == Asking.Asked || example.Telling.Contains(question.Id), example.Answers[question.Id] is not null);
        }
    }

    private static void CheckHidden(Finding hidden, RuleSetDefinition definition, BruteForce truth)
    {
        var row = RuleAt(hidden, definition);
        var hiding = hidden.Rows.Select(id => definition.Rules.Single(rule => rule.Id == id)).ToList();
        Assert.All(hiding, rule => Assert.True(definition.Rules.ToList().IndexOf(rule) < definition.Rules.ToList().IndexOf(row)));
        Assert.True(Covered(hiding));
        Assert.All(hiding, rule => Assert.False(Covered([.. hiding.Where(other => other != rule)])));
        Assert.All(All(truth, hidden.Example!), one => Assert.True(truth.Holds(row.When, one) && truth.RowOf(one) != row));

        bool Covered(List<Rule> rules) => Every(truth).Where(one => truth.Holds(row.When, one)).All(one => rules.Exists(rule => truth.Holds(rule.When, one)));
    }

    // Were the question asked, two answers to it would be decided by different rows.
    private static void CheckNeverAsked(Finding finding, RuleSetDefinition definition, int index)
    {
        var question = definition.Questions[index];
        var asked = new BruteForce(definition with { Questions = [.. definition.Questions.Select(q => q == question ? q with { AskedWhen = null } : q)] });
        Assert.Equal(asked.DependsOn(index, asked.RowOf), finding.Example is not null);
        if (finding.Example is not { } example)
            return;
        var row = Assert.Single(RowsOf(example.Answers[question.Id]!, example));
        Assert.Contains(Raw.AnswersOf(question.Domain), value => RowsOf(value, example) is [var other] && other != row);

        List<string?> RowsOf(Answer value, ExampleCase example) =>
            [.. asked.Completions(Telling(example).With(question.Id, value)).Select(one => asked.RowOf(one)?.Id).Distinct()];
    }

    private static FindingKind? ExpectedOf(Condition condition, RuleSetDefinition definition, BruteForce truth)
    {
        if (!truth.ConditionsRead.Contains(condition.Id))
            return FindingKind.ConditionUnread;
        if (Every(truth).All(one => !truth.Holds(condition.When, one)))
            return FindingKind.ConditionNeverHolds;
        if (Every(truth).All(one => truth.Holds(condition.When, one)))
            return FindingKind.ConditionAlwaysHolds;
        // With the condition held fast to either verdict, everything else is the same.
        var (yes, no) = (Fixed(Formula.Always), Fixed(new Negation(Formula.Always)));
        var same = Every(truth).All(one => yes.RowOf(one)?.Id == no.RowOf(one)?.Id
            && definition.Flags.All(flag => yes.Holds(flag.When, one) == no.Holds(flag.When, one))
            && definition.Questions.Index().All(pair => yes.IsAsked(pair.Index, one) == no.IsAsked(pair.Index, one)));
        return same ? FindingKind.ConditionNeverMatters : null;

        BruteForce Fixed(Formula when) => new(definition with { Conditions = [.. definition.Conditions.Select(c => c == condition ? c with { When = when } : c)] });
    }

    private static IEnumerable<int> Every(BruteForce truth) => Enumerable.Range(0, truth.Combinations);

    // Whatever the answers besides the telling ones are, the case stands.
    private static IEnumerable<int> All(BruteForce truth, ExampleCase example) => truth.Completions(Telling(example)).Concat(truth.Completions(example.Answers));

    private static AnswerSet Telling(ExampleCase example) =>
        example.Telling.Aggregate(AnswerSet.Empty, (answers, id) => answers.With(id, example.Answers[id]));

    private static List<Finding> Of(ProofReport report, FindingKind kind) => [.. report.Findings.Where(finding => finding.Kind == kind)];

    private static Rule RuleAt(Finding finding, RuleSetDefinition definition) =>
        definition.Rules.Single(rule => finding.Where == $"rules.{rule.Id}");
}
