using System.Numerics;

namespace DeploymentRouter.Decisions;

/// <summary>Which combinations of answers two rule sets decide differently; see <see cref="RuleSetComparison"/>.</summary>
/// <param name="Combinations">
/// How many combinations there are: the product, over the questions that either rule set has, of the number of answers that
/// either takes. Questions that are not asked count too, with every answer they could have.
/// </param>
/// <param name="Changed">How many of them are decided differently; the sum over the regions.</param>
/// <param name="Regions">What changes, largest first, then by <c>From</c> and <c>To</c> in ordinal order.</param>
public sealed record Comparison(BigInteger Combinations, BigInteger Changed, IReadOnlyList<ChangedRegion> Regions);

/// <summary>All combinations that move from one outcome to another.</summary>
/// <param name="From">The outcome before; null: the old rules do not take these answers, because a value is new.</param>
/// <param name="To">The outcome after; null: the new rules do not take these answers, because a value is gone.</param>
/// <param name="Count">How many combinations; at least 1.</param>
/// <param name="Example">One of them; asked is what either rule set asks. A question that only one has counts for that one.</param>
public sealed record ChangedRegion(string? From, string? To, BigInteger Count, ExampleCase Example);

/// <summary>How two rule sets decide the same stored answers.</summary>
/// <param name="Count">How many answer sets were replayed.</param>
/// <param name="Moves">Answer sets by what they were and are decided to; largest first, then ordinal.</param>
public sealed record Replay(int Count, IReadOnlyList<ReplayMove> Moves)
{
    /// <summary>How many are decided differently.</summary>
    public int Moved => Moves.Where(move => move.From != move.To).Sum(move => move.Indexes.Count);
}

/// <summary>Answer sets that go from one outcome to another, or stay.</summary>
/// <param name="Indexes">Which ones, counted from 0, ascending.</param>
public sealed record ReplayMove(Said From, Said To, IReadOnlyList<int> Indexes);

/// <summary>What a rule set says of an answer set, in short.</summary>
/// <param name="Outcome">The outcome; null while open answers leave more than one, or when the answers are not taken.</param>
/// <param name="IsTaken">False: an answer is none that this rule set takes. Questions that it does not have are passed over.</param>
public readonly record struct Said(string? Outcome, bool IsTaken);
