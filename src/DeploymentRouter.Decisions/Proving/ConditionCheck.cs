using DeploymentRouter.Decisions.Diagrams;

namespace DeploymentRouter.Decisions.Proving;

/// <summary>Every condition is read and can make a difference.</summary>
internal static class ConditionCheck
{
    public static void Run(ProofBench proof)
    {
        var read = KeysRead(proof);
        foreach (var condition in proof.Definition.Conditions)
        {
            if (FindingOf(proof, condition, read.Contains(ReadingKeys.Of(condition))) is { } finding)
                proof.Findings.Add(finding);
        }
    }

    private static Finding? FindingOf(ProofBench proof, Condition condition, bool isRead)
    {
        var holds = proof.Bench.Formulas.RootOf(condition);
        if (!isRead)
            return Found(FindingKind.ConditionUnread, "is read by no row, no branching, no flag and no law.");
        if (holds == DiagramBuilder.False)
            return Found(FindingKind.ConditionNeverHolds, "never holds.");
        if (holds == DiagramBuilder.True)
            return Found(FindingKind.ConditionAlwaysHolds, "always holds.");
        return Matters(proof, condition)
            ? null
            : Found(FindingKind.ConditionNeverMatters, "never matters: no row, no branching, no flag and no law would be different if it said the opposite.");

        Finding Found(FindingKind kind, string says) => new(
            kind, $"conditions.{condition.Id}", $"The condition {condition.Id} {says}",
            proof.Examples.WayTo(holds) is { } way ? proof.Examples.Case(way) : null, []);
    }

    // The condition is taken to hold always, and never. Whatever then differs depends on what the condition says.
    private static bool Matters(ProofBench proof, Condition condition)
    {
        var (always, never) = (new Variant(proof, condition, DiagramBuilder.True), new Variant(proof, condition, DiagramBuilder.False));
        return proof.Definition.Questions.Any(question => always.Asked(question) != never.Asked(question))
            || proof.Definition.Flags.Select(flag => flag.When).Any(Differs)
            || always.Rows() != never.Rows()
            || proof.LawFormulas.Any(Differs);

        bool Differs(Formula formula) => (always.Reads(formula) || never.Reads(formula)) && always.Compile(formula) != never.Compile(formula);
    }

    private static HashSet<string> KeysRead(ProofBench proof)
    {
        var conditions = proof.Definition.Conditions.ToDictionary(ReadingKeys.Of, StringComparer.Ordinal);
        var read = new HashSet<string>(StringComparer.Ordinal);
        var rest = new Stack<Formula>(
        [
            .. proof.Definition.Rules.Select(rule => rule.When),
            .. proof.Definition.Questions.Select(question => question.AskedWhen).OfType<Formula>(),
            .. proof.Definition.Flags.Select(flag => flag.When),
            .. proof.LawFormulas,
        ]);
        while (rest.TryPop(out var formula))
        {
            foreach (var key in proof.KeysReadBy(formula).Where(read.Add))
            {
                if (conditions.TryGetValue(key, out var condition))
                    rest.Push(condition.When);
            }
        }
        return read;
    }
}
