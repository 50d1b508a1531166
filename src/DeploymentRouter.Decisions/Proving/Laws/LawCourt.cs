namespace DeploymentRouter.Decisions.Proving.Laws;

/// <summary>Judges all laws, each within a fair share of the steps there are, so that an intricate one does not take the others with it.</summary>
internal static class LawCourt
{
    public static IReadOnlyList<LawVerdict> JudgeAll(ProofBench proof, IReadOnlyList<Law> laws)
    {
        var verdicts = new LawVerdict[laws.Count];
        var left = RuleSetLimits.MaxLawSteps;
        // What the easy ones did not need is there for the others in the second round.
        for (var round = 0; round < 2; round++)
        {
            int[] open = [.. Enumerable.Range(0, laws.Count).Where(index => verdicts[index] is not { Verdict: not Verdict.NotProven })];
            foreach (var (done, index) in open.Index())
            {
                var share = left / (open.Length - done);
                verdicts[index] = Judge(proof, laws[index], share, out var unspent);
                left -= share - unspent;
            }
        }
        return verdicts;
    }

    // A law that was cut short leaves nodes behind that fill the store and help nobody.
    private static LawVerdict Judge(ProofBench proof, Law law, long steps, out long unspent)
    {
        var nodes = proof.Nodes.Count;
        proof.Builder.StepsLeft = steps;
        var verdict = new LawJudge(proof).Judge(law);
        unspent = Math.Max(0, proof.Builder.StepsLeft);
        if (verdict.Verdict == Verdict.NotProven)
        {
            proof.Bench.Formulas.Forget(nodes);
            proof.Builder.Forget(nodes);
        }
        return verdict;
    }
}
