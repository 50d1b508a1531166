using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Deciding;
using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Changing;

/// <summary>Finds the given answers that a decision hangs on.</summary>
internal sealed class Carrying(RuleSetDefinition definition, CompiledRules rules, Decider decider)
{
    private const int StackWords = 64;

    private readonly int[] ranks = [.. definition.Outcomes.Select(rules.RankOf)];

    public IReadOnlyList<CarryingAnswer> Of(AnswerSet answers, int[] given)
    {
        var diagram = rules.Outcomes.Diagram;
        using var marks = new Scratch<ulong>(stackalloc ulong[StackWords], Bits.Words(diagram.Count));
        using var possible = new Scratch<ulong>(stackalloc ulong[StackWords], Bits.Words(ranks.Length));
        new Sweep(diagram, given, marks.Span).ReachFrom(rules.Outcomes.Root, possible.Span);
        var passed = NodesPassed(marks.Span, given);
        var carrying = new List<CarryingAnswer>();
        foreach (var question in definition.Questions)
        {
            var level = rules.Code.LevelOf(question.Id)!.Value;
            if (passed[level] is { } nodes && FlipsOf(level, nodes, answers[question.Id]!, given, possible.Span) is { Count: > 0 } flips)
                carrying.Add(new CarryingAnswer(question, answers[question.Id]!, flips));
        }
        return carrying;
    }

    // By level, where its answer is given: another answer makes a difference only at nodes that the given ones lead through.
    private List<int>?[] NodesPassed(ReadOnlySpan<ulong> marks, int[] given)
    {
        var passed = new List<int>?[given.Length];
        for (var node = 0; node < rules.Outcomes.Diagram.Count; node++)
        {
            var level = rules.Outcomes.Diagram.LevelOf(node);
            if (Bits.Has(marks, node) && given[level] != AnswerCode.Open)
                (passed[level] ??= []).Add(node);
        }
        return passed;
    }

    private List<Flip> FlipsOf(int level, List<int> nodes, Answer from, int[] given, ReadOnlySpan<ulong> possible)
    {
        var classes = rules.Code.Classes[level];
        var reached = new ulong[classes.Count][];
        var changed = given.ToArray();
        var unchanged = possible.ToArray();
        for (var c = 0; c < reached.Length; c++)
        {
            changed[level] = c;
            reached[c] = LeadAlike(nodes, c, given[level]) ? unchanged
                : c > 0 && LeadAlike(nodes, c, c - 1) ? reached[c - 1]
                : decider.OutcomesReached(changed);
        }
        var flips = new List<Flip>();
        foreach (var (outcome, rank) in definition.Outcomes.Zip(ranks))
        {
            var leading = Array.ConvertAll(reached, outcomes => Bits.Has(outcomes, rank));
            if (Bits.Has(possible, rank) || !leading.Contains(true))
                continue;
            var (example, becomes) = rules.Code.NearestOf(level, leading, from);
            flips.Add(new Flip(outcome, example, becomes, Bits.Count(reached[classes.ClassOf(example)]) == 1));
        }
        return flips;
    }

    private bool LeadAlike(List<int> nodes, int left, int right)
    {
        foreach (var node in nodes)
        {
            var children = rules.Outcomes.Diagram.ChildrenOf(node);
            if (children[left] != children[right])
                return false;
        }
        return true;
    }
}
