using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Proving;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Playbooks.Proof;

/// <summary>Says what came of laws.</summary>
public static class LawWords
{
    /// <summary>All of them in a line: "10 laws, all proven", "10 laws: 1 refuted, 2 not proven".</summary>
    public static string Summary(PlaybookProof proof)
    {
        var laws = ProofWords.Count(proof.Laws.Count, "law");
        string?[] parts = [Part(Verdict.Broken, "refuted"), Part(Verdict.NotProven, "not proven"), Part(Verdict.NeverApplies, "never applying")];
        var wrong = string.Join(", ", parts.OfType<string>());
        return wrong.Length == 0 ? $"{laws}, {(proof.Laws.Count == 1 ? "" : "all ")}proven" : $"{laws}: {wrong}";

        string? Part(Verdict verdict, string word) =>
            proof.Laws.Count(law => law.Verdict.Verdict == verdict) is > 0 and var count ? $"{count} {word}" : null;
    }

    public static (StateKind Kind, string Word) State(Verdict verdict) => verdict switch
    {
        Verdict.Proven => (StateKind.Done, "Proven"),
        Verdict.Broken => (StateKind.Refused, "Refuted"),
        Verdict.NeverApplies => (StateKind.NeedsYou, "Never applies"),
        _ => (StateKind.NeedsYou, "Not proven"),
    };

    /// <summary>What a case that breaks a law comes to.</summary>
    public static string Broken(Playbook playbook, ExampleCase example) => $"It comes out as {Outcome(playbook, example)} when:";

    /// <summary>What two cases that differ in one answer come to.</summary>
    public static string Step(Playbook playbook, MoreNeverLaw law, ExampleCase less, ExampleCase more)
    {
        var question = playbook.Question(law.QuestionId);
        return $"{Case(less)}, and {Case(more)}, all else alike:";

        string Case(ExampleCase example) =>
            $"{question.Label}: {Wording.Label(question, example.Answers[law.QuestionId]!)} comes out as {Outcome(playbook, example)}";
    }

    private static string Outcome(Playbook playbook, ExampleCase example)
    {
        var decision = playbook.Rules.Decide(example.Answers);
        return ProofWords.Names(playbook, decision.Possible) + (decision.Rule is { } row ? $" by {row.Id}" : "");
    }
}
