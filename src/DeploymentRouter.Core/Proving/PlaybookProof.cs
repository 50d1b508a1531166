using System.Numerics;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Proving;

/// <summary>What can be proven of a playbook's rules, and what is wrong with them.</summary>
/// <param name="Faults">What keeps the rules from being understood, by path in the playbook; then nothing else was looked at.</param>
/// <param name="Findings">Everything that is wrong or could not be proven, broken laws included.</param>
/// <param name="Laws">Every law with what came of it, in the playbook's order.</param>
public sealed record PlaybookProof(IReadOnlyList<Fault> Faults, IReadOnlyList<ProofFinding> Findings, IReadOnlyList<LawState> Laws)
{
    /// <summary>How many combinations of answers the rules decide, asked or not; zero while there are faults.</summary>
    public BigInteger Combinations { get; init; }

    /// <summary>How many of them each row decides, in table order; empty where they could not be counted.</summary>
    public IReadOnlyList<RowShare> Shares { get; init; } = [];

    /// <summary>Nothing is wrong, and everything is proven.</summary>
    public bool IsSound => Faults.Count == 0 && Findings.Count == 0;

    /// <summary>Proves the rules; takes up to a few seconds for the largest there may be.</summary>
    public static PlaybookProof Of(PlaybookRules rules)
    {
        var report = RuleSetProof.Run(rules.Definition, [.. rules.Laws.Select(law => law.Law)]);
        if (report.Faults.FirstOrDefault(fault => fault.IsCeiling) is { } ceiling)
            return NotProven(rules, ceiling);
        List<LawState> laws = [.. report.Laws.Zip(rules.Laws, (verdict, law) => new LawState(law, verdict))];
        return new PlaybookProof(
            [.. report.Faults.Select(fault => fault with { Where = PlaybookRules.PathOf(fault.Where) })],
            [.. report.Findings.Select(ProofFinding.Of), .. laws.Select(state => state.Finding).OfType<ProofFinding>()],
            laws)
        {
            Combinations = report.Combinations,
            Shares = report.Shares,
        };
    }

    /// <summary>What can be said of rules whose diagram is past a ceiling: nothing is proven, and nothing refuted.</summary>
    /// <param name="ceiling">As compiling them reported it.</param>
    public static PlaybookProof NotProven(PlaybookRules rules, Fault ceiling) => new(
        [],
        [new ProofFinding("not_proven", PlaybookRules.PathOf(ceiling.Where), ceiling.Message, null, null)],
        [.. rules.Laws.Select(law => new LawState(law, new LawVerdict(law.Law, Decisions.Verdict.NotProven, ceiling.Message)))]);
}

/// <summary>One thing that is wrong with a playbook's rules, or not proven.</summary>
/// <param name="Kind">For machines and reports, for example <c>row_hidden</c> or <c>law_broken</c>.</param>
/// <param name="Where">The path in the playbook, for example <c>routing.R4</c>.</param>
/// <param name="Message">Whole sentences, with the example in the words of the file.</param>
/// <param name="Example">A case that shows it; null where none can.</param>
/// <param name="SuggestedRow">A row to add, or to put in the place of the one with its id; null where none would help.</param>
public sealed record ProofFinding(string Kind, string Where, string Message, ExampleCase? Example, Rule? SuggestedRow)
{
    internal static ProofFinding Of(Finding finding) =>
        new(NameOf(finding.Kind), PlaybookRules.PathOf(finding.Where), finding.Message, finding.Example, finding.SuggestedRow);

    private static string NameOf(FindingKind kind) => kind switch
    {
        FindingKind.Uncovered => "uncovered",
        FindingKind.Overlap => "overlap",
        FindingKind.RowNeverHolds => "row_never_holds",
        FindingKind.RowHidden => "row_hidden",
        FindingKind.OutcomeNeverReached => "strategy_never_reached",
        FindingKind.ConditionUnread => "condition_unread",
        FindingKind.ConditionNeverHolds => "condition_never_holds",
        FindingKind.ConditionAlwaysHolds => "condition_always_holds",
        FindingKind.ConditionNeverMatters => "condition_never_matters",
        FindingKind.QuestionNeverAsked => "question_never_asked",
        FindingKind.QuestionNeverMatters => "question_never_matters",
        FindingKind.NotProven => "not_proven",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>A law and what came of it.</summary>
public sealed record LawState(PlaybookLaw Law, LawVerdict Verdict)
{
    /// <summary>What is wrong with it; null: it is proven.</summary>
    public ProofFinding? Finding => Verdict.Verdict switch
    {
        Decisions.Verdict.Proven => null,
        Decisions.Verdict.Broken => new ProofFinding(
            "law_broken", $"laws.{Law.Id}", $"“{Law.Sentence}” does not hold. {Verdict.Message}", Verdict.Example, null),
        Decisions.Verdict.NeverApplies => new ProofFinding(
            "law_never_applies", $"laws.{Law.Id}", $"“{Law.Sentence}” says nothing. {Verdict.Message}", null, null),
        _ => new ProofFinding("law_not_proven", $"laws.{Law.Id}", $"“{Law.Sentence}” is not proven. {Verdict.Message}", null, null),
    };
}
