using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Proving;

/// <summary>Every row decides something, and every outcome is decided by some row.</summary>
internal static class RowCheck
{
    public static void Run(ProofBench proof)
    {
        var footprint = Footprint.Of(proof.Nodes, proof.Rows);
        var deciding = proof.RowNumbers.Where(row => footprint.Reaches(DiagramBuilder.Terminal(row))).ToHashSet();
        foreach (var row in proof.RowNumbers.Where(row => !deciding.Contains(row)))
            proof.Findings.Add(proof.Holds[row] == DiagramBuilder.False ? NeverHolds(proof, row) : Hidden(proof, row));
        var reached = deciding.Select(row => proof.Definition.Rules[row].Outcome).ToHashSet(StringComparer.Ordinal);
        foreach (var outcome in proof.Definition.Outcomes.Where(outcome => !reached.Contains(outcome)))
            proof.Findings.Add(NeverReached(proof, outcome));
    }

    private static Finding NeverHolds(ProofBench proof, int row)
    {
        var rule = proof.Definition.Rules[row];
        var conflict = Conflict.In(proof, rule.When);
        return new(
            FindingKind.RowNeverHolds, $"rules.{rule.Id}",
            $"The row {rule.Id} never holds: {conflict.Words}. {conflict.Rest} when {proof.Examples.Words(conflict.Way)}.",
            proof.Examples.Case(conflict.Way), []);
    }

    private static Finding Hidden(ProofBench proof, int row)
    {
        var rule = proof.Definition.Rules[row];
        var way = proof.Examples.WayTo(proof.Holds[row])!;
        var hiding = proof.RowIds(HidingRows(proof, row));
        return new(
            FindingKind.RowHidden, $"rules.{rule.Id}",
            $"The row {rule.Id} never decides: wherever it holds, {Sentence.List(hiding, "or")} decides before it, for example when {proof.Examples.Words(way)}.",
            proof.Examples.Case(way), hiding);
    }

    // Few earlier rows that together hold wherever this one does: first those that add something, then without those that
    // the others make superfluous, later ones first.
    private static List<int> HidingRows(ProofBench proof, int row)
    {
        var hiding = new List<int>();
        var left = proof.Holds[row];
        for (var other = 0; left != DiagramBuilder.False; other++)
        {
            var without = proof.Builder.And(left, proof.Builder.Not(proof.Holds[other]));
            if (without != left)
                hiding.Add(other);
            left = without;
        }
        for (var i = hiding.Count - 1; i >= 0 && hiding.Count > 1; i--)
        {
            var others = hiding.Where((_, index) => index != i);
            var uncovered = others.Aggregate(proof.Holds[row], (rest, other) => proof.Builder.And(rest, proof.Builder.Not(proof.Holds[other])));
            if (uncovered == DiagramBuilder.False)
                hiding.RemoveAt(i);
        }
        return hiding;
    }

    private static Finding NeverReached(ProofBench proof, string outcome)
    {
        var rows = proof.RowIds(proof.RowNumbers.Where(row => proof.Definition.Rules[row].Outcome == outcome));
        var message = rows.Count == 0
            ? $"No row leads to {outcome}."
            : $"Nothing leads to {outcome}, because {Sentence.List(rows, "and")} never {(rows.Count == 1 ? "decides" : "decide")}.";
        var way = proof.RowNumbers.Where(row => proof.Definition.Rules[row].Outcome == outcome)
            .Select(row => proof.Examples.WayTo(proof.Holds[row])).FirstOrDefault(found => found is not null);
        return new(FindingKind.OutcomeNeverReached, $"outcomes.{outcome}", message, way is null ? null : proof.Examples.Case(way), rows);
    }
}
