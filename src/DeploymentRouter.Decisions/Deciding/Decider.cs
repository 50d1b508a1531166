using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Diagrams;

namespace DeploymentRouter.Decisions.Deciding;

/// <summary>Reads the decision off the diagrams.</summary>
internal sealed class Decider
{
    private const int StackWords = 64;

    private readonly RuleSetDefinition definition;
    private readonly CompiledRules rules;
    private readonly Decision[] byRow;
    private readonly int[] levelsById;

    public Decider(RuleSetDefinition definition, CompiledRules rules)
    {
        this.definition = definition;
        this.rules = rules;
        byRow = [.. definition.Rules.Select(rule => new Decision([rule.Outcome], [], [rule]))];
        levelsById = [.. Enumerable.Range(0, rules.Code.Levels).OrderBy(level => rules.Code.Questions[level].Id, StringComparer.Ordinal)];
    }

    public Decision Decide(ReadOnlySpan<int> given)
    {
        var node = rules.Rows.Diagram.Walk(rules.Rows.Root, given);
        return node < 0 ? byRow[~node] : DecideOpen(given);
    }

    /// <summary>The outcome of every completion, or null where they differ.</summary>
    public string? OutcomeOf(ReadOnlySpan<int> given)
    {
        using var outcomes = new Scratch<ulong>(stackalloc ulong[StackWords], Bits.Words(rules.OutcomesByRank.Length));
        Reach(rules.Outcomes, given, outcomes.Span);
        var (rank, count) = FirstAndCount(outcomes.Span);
        return count == 1 ? rules.OutcomesByRank[rank] : null;
    }

    /// <summary>The ranks of the outcomes that some completion reaches, as bits.</summary>
    public ulong[] OutcomesReached(ReadOnlySpan<int> given)
    {
        var outcomes = new ulong[Bits.Words(rules.OutcomesByRank.Length)];
        Reach(rules.Outcomes, given, outcomes);
        return outcomes;
    }

    /// <summary>Whether some completion has the outcome with this rank.</summary>
    public bool CanReach(int outcomeRank, ReadOnlySpan<int> given)
    {
        using var outcomes = new Scratch<ulong>(stackalloc ulong[StackWords], Bits.Words(rules.OutcomesByRank.Length));
        Reach(rules.Outcomes, given, outcomes.Span);
        return Bits.Has(outcomes.Span, outcomeRank);
    }

    /// <summary>The rows that some completion reaches, in table order.</summary>
    public Rule[] RowsPossible(ReadOnlySpan<int> given)
    {
        using var rows = new Scratch<ulong>(stackalloc ulong[StackWords], Bits.Words(definition.Rules.Count));
        Reach(rules.Rows, given, rows.Span);
        return Listed(rows.Span, definition.Rules);
    }

    private static void Reach(Rooted rooted, ReadOnlySpan<int> given, Span<ulong> terminals)
    {
        using var marks = new Scratch<ulong>(stackalloc ulong[StackWords], Bits.Words(rooted.Diagram.Count));
        new Sweep(rooted.Diagram, given, marks.Span).Reach(rooted.Root, terminals);
    }

    private Decision DecideOpen(ReadOnlySpan<int> given)
    {
        using var rows = new Scratch<ulong>(stackalloc ulong[StackWords], Bits.Words(definition.Rules.Count));
        Reach(rules.Rows, given, rows.Span);
        var (row, count) = FirstAndCount(rows.Span);
        if (count == 1)
            return byRow[row];

        using var outcomes = new Scratch<ulong>(stackalloc ulong[StackWords], Bits.Words(rules.OutcomesByRank.Length));
        using var marks = new Scratch<ulong>(stackalloc ulong[StackWords], Bits.Words(rules.Outcomes.Diagram.Count));
        var sweep = new Sweep(rules.Outcomes.Diagram, given, marks.Span);
        sweep.Reach(rules.Outcomes.Root, outcomes.Span);
        Span<ulong> open = stackalloc ulong[Bits.Words(RuleSetLimits.MaxQuestions)];
        if (Bits.Count(outcomes.Span) > 1)
            sweep.Essential(open);
        return new Decision(Listed(outcomes.Span, rules.OutcomesByRank), OpenQuestions(open), Listed(rows.Span, definition.Rules));
    }

    private Question[] OpenQuestions(ReadOnlySpan<ulong> open)
    {
        var questions = new Question[Bits.Count(open)];
        var next = 0;
        foreach (var level in levelsById)
        {
            if (open.Has(level))
                questions[next++] = rules.Code.Questions[level];
        }
        return questions;
    }

    private static T[] Listed<T>(ReadOnlySpan<ulong> bits, IReadOnlyList<T> all)
    {
        var listed = new T[Bits.Count(bits)];
        var next = 0;
        for (var i = 0; next < listed.Length; i++)
        {
            if (bits.Has(i))
                listed[next++] = all[i];
        }
        return listed;
    }

    private static (int First, int Count) FirstAndCount(ReadOnlySpan<ulong> bits)
    {
        var word = bits.IndexOfAnyExcept(0UL);
        return ((word << 6) + (int)ulong.TrailingZeroCount(bits[word]), Bits.Count(bits));
    }
}
