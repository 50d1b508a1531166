using System.Globalization;
using System.Numerics;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Proving;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Playbooks.Proof;

/// <summary>Says what was proven of a playbook.</summary>
public static class ProofWords
{
    /// <summary>In one line: "Proven sound", "2 findings", "Not proven".</summary>
    public static (StateKind State, string Title) Verdict(PlaybookProof proof) => proof switch
    {
        { IsSound: true } => (StateKind.Done, "Proven sound"),
        _ when proof.Findings.All(IsOpen) => (StateKind.NeedsYou, "Not proven"),
        _ => (StateKind.Refused, Count(proof.Findings.Count, "finding")),
    };

    /// <summary>Everything a proof says, in the order in which people ask for it.</summary>
    public static IReadOnlyList<ProofLine> Lines(ProvenPlaybook proven)
    {
        var (playbook, proof) = (proven.Playbook, proven.Proof);
        return
        [
            Line(proof, "rules", ["uncovered", "overlap"], "Every combination of answers has exactly one outcome.", "Some combinations of answers have no outcome, or two."),
            Line(
                proof, "rules", ["row_never_holds", "row_hidden", "strategy_never_reached"],
                $"Each of the {Count(playbook.Rows.Count, "row")} can decide, and no row is hidden by earlier ones.", "A row or a strategy is never reached."),
            Line(
                proof, "conditions", ["condition_unread", "condition_never_holds", "condition_always_holds", "condition_never_matters"],
                $"Each of the {Count(playbook.Conditions.Count, "condition")} can matter.", "A condition never matters."),
            Line(proof, "questions", ["question_never_matters"], $"Each of the {Count(playbook.Questions.Count, "question")} can matter.", "A question never matters."),
            Line(proof, "questions", ["question_never_asked"], "Every question that can matter can be asked.", "A question is never asked."),
            // Compiled in: a test of a question that is not asked fails, whatever was answered.
            new ProofLine(StateKind.Done, "A question that is not asked never influences the outcome."),
            Laws(proof),
            Tests(proven),
        ];
    }

    /// <summary>A finding's kind as a title.</summary>
    public static string Title(string kind) => kind switch
    {
        "uncovered" => "Some answers have no outcome",
        "overlap" => "Two rows hold together",
        "row_never_holds" => "A row never holds",
        "row_hidden" => "A row is hidden by earlier ones",
        "strategy_never_reached" => "A strategy is never reached",
        "condition_unread" => "Nothing reads a condition",
        "condition_never_holds" => "A condition never holds",
        "condition_always_holds" => "A condition always holds",
        "condition_never_matters" => "A condition makes no difference",
        "question_never_asked" => "A question is never asked",
        "question_never_matters" => "A question makes no difference",
        "law_broken" => "A law does not hold",
        "law_not_proven" => "A law is not proven",
        "law_never_applies" => "A law never applies",
        "not_proven" => "Not proven",
        _ => kind,
    };

    /// <summary>Whether it was cut short by a ceiling, and so is nothing that is wrong.</summary>
    public static bool IsOpen(ProofFinding finding) => finding.Kind is "not_proven" or "law_not_proven";

    /// <summary>A part of everything: "61 %", "0.4 %", "&lt; 0.1 %", "nothing".</summary>
    public static string Share(double? share) => share switch
    {
        null => "not counted",
        0 => "nothing",
        < 0.001 => "< 0.1 %",
        < 0.1 => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %"),
        > 0.99 and < 1 => "> 99 %",
        _ => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %"),
    };

    public static string Digits(BigInteger number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Took(TimeSpan took) => took.TotalSeconds < 0.01
        ? "under 0.01 s"
        : string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.00} s");

    public static string Count(int count, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    /// <summary>Strategies by name: "Cloud or One-Click".</summary>
    public static string Names(Playbook playbook, IReadOnlyList<string> strategyIds) =>
        string.Join(" or ", strategyIds.Select(id => playbook.Strategy(id).ShortName));

    private static ProofLine Line(PlaybookProof proof, string where, string[] kinds, string holds, string fails)
    {
        var found = proof.Findings.Count(finding => kinds.Contains(finding.Kind));
        if (found > 0)
            return new ProofLine(StateKind.Refused, $"{fails} {Count(found, "finding")}.");
        // A ceiling that stops the whole proof stands at the place it was passed at, and leaves nothing else proven.
        var isOpen = proof.Findings.Any(finding => finding.Kind is "not_proven" && (proof.Shares.Count == 0 || finding.Where.StartsWith(PlaybookRules.PathOf(where), StringComparison.Ordinal)));
        return isOpen ? new ProofLine(StateKind.NeedsYou, $"Not proven: {Wording.Small(holds)}") : new ProofLine(StateKind.Done, holds);
    }

    private static ProofLine Laws(PlaybookProof proof)
    {
        var (all, broken) = (proof.Laws.Count, proof.Laws.Count(law => law.Verdict.Verdict is Decisions.Verdict.Broken));
        var open = proof.Laws.Count(law => law.Verdict.Verdict is Decisions.Verdict.NotProven or Decisions.Verdict.NeverApplies);
        const string link = "/playbook/laws";
        return (all, broken, open) switch
        {
            (0, _, _) => new ProofLine(StateKind.Information, "There are no laws.", link),
            (_, 0, 0) => new ProofLine(StateKind.Done, all == 1 ? "The one law holds." : $"All {all} laws hold.", link),
            (_, 0, _) => new ProofLine(StateKind.NeedsYou, $"{open} of {Count(all, "law")} not proven.", link),
            _ => new ProofLine(StateKind.Refused, $"{broken} of {Count(all, "law")} refuted.", link),
        };
    }

    private static ProofLine Tests(ProvenPlaybook proven)
    {
        var (all, failed) = (proven.Tests.Results.Count, proven.Tests.Results.Count(test => !test.Passed));
        const string link = "/playbook/tests";
        return (all, failed) switch
        {
            (0, _) => new ProofLine(StateKind.Information, "There are no tests.", link),
            (_, 0) => new ProofLine(StateKind.Done, all == 1 ? "The one test passes." : $"All {all} tests pass.", link),
            _ => new ProofLine(StateKind.Refused, $"{failed} of {Count(all, "test")} {(failed == 1 ? "fails" : "fail")}.", link),
        };
    }
}
