using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;
using DeploymentRouter.Decisions.Text;

namespace DeploymentRouter.Decisions.Proving.Laws;

/// <summary>Proves laws or finds what breaks them.</summary>
internal sealed class LawJudge(ProofBench proof)
{
    public LawVerdict Judge(Law law)
    {
        try
        {
            return law switch
            {
                NeverLaw never => JudgeWhen(law, never.When, isBroken: outcome => law.Outcomes.Contains(outcome, StringComparer.Ordinal)),
                AlwaysLaw always => JudgeWhen(law, always.When, isBroken: outcome => !law.Outcomes.Contains(outcome, StringComparer.Ordinal)),
                MoreNeverLaw more => JudgeMore(more),
                _ => throw new ArgumentOutOfRangeException(nameof(law)),
            };
        }
        catch (DiagramTooLargeException)
        {
            return NotProven(law, "The law is too intricate: a ceiling was passed before it was proven or refuted.");
        }
    }

    public static LawVerdict NotProven(Law law, string message) => new(law, Verdict.NotProven, message);

    private static LawVerdict Proven(Law law) => new(law, Verdict.Proven, $"The law {law.Id} holds for all answers.");

    private LawVerdict JudgeWhen(Law law, Formula when, Func<string, bool> isBroken)
    {
        var applies = proof.Bench.Formulas.Compile(when);
        if (applies == DiagramBuilder.False)
            return new(law, Verdict.NeverApplies, $"Its 'when' never holds: {Conflict.In(proof, when).Words}.");
        var rows = proof.Builder.IfThenElse(applies, proof.Rows, DiagramBuilder.None);
        var way = Paths.Shortest(proof.Nodes, rows, end => end < 0 && end != DiagramBuilder.None && isBroken(RuleAt(end).Outcome));
        if (way is null)
            return Proven(law);
        var rule = RuleAt(proof.Examples.End(rows, way));
        return new(law, Verdict.Broken, $"The row {rule.Id} leads to {rule.Outcome} when {proof.Examples.Words(way)}.", proof.Examples.Case(way));
    }

    private LawVerdict JudgeMore(MoreNeverLaw law)
    {
        var level = proof.Bench.Code.LevelOf(law.QuestionId)!.Value;
        var ones = proof.Definition.Rules.Select(rule => law.Outcomes.Contains(rule.Outcome, StringComparer.Ordinal) ? 1 : 0);
        // Terminal 1 is True. A gap has no outcome, so none of these.
        var inside = proof.Builder.Override(proof.Builder.MapTerminals(proof.Rows, [.. ones]), DiagramBuilder.False);
        var steps = proof.Bench.Code.Classes[level].StepsUp();
        // A reduced diagram has no node that no answers lead to, so what happens at a node of the level does happen.
        foreach (var node in Footprint.Reached(proof.Nodes, inside).Where(node => proof.Nodes.LevelOf(node) == level))
        {
            foreach (var step in steps)
            {
                var less = proof.Nodes.ChildrenOf(node)[step.Less];
                var enters = proof.Builder.And(proof.Nodes.ChildrenOf(node)[step.More], proof.Builder.Not(less));
                if (enters != DiagramBuilder.False)
                    return Broken(law, level, step, before: Paths.Shortest(proof.Nodes, inside, reached => reached == node)!, after: proof.Examples.WayTo(enters)!);
            }
        }
        return Proven(law);
    }

    private LawVerdict Broken(MoreNeverLaw law, int level, StepUp step, int[] before, int[] after)
    {
        var way = before.Zip(after, (first, then) => first != AnswerCode.Open ? first : then).ToArray();
        var (less, more) = proof.Examples.Pair(way, level, step);
        var from = OutcomeWith(step.Less);
        var to = OutcomeWith(step.More);
        way[level] = AnswerCode.Open;
        var question = $"{law.QuestionId} is {AnswerText.Write(step.From)} and {to} when it is {AnswerText.Write(step.To)}";
        return new(law, Verdict.Broken, $"The outcome is {from} when {question}, while {proof.Examples.Words(way)}.", less, more);

        string OutcomeWith(int answerClass)
        {
            way[level] = answerClass;
            var end = proof.Examples.End(proof.Rows, way);
            return end == DiagramBuilder.None ? "missing" : RuleAt(end).Outcome;
        }
    }

    private Rule RuleAt(int end) => proof.Definition.Rules[~end];
}
