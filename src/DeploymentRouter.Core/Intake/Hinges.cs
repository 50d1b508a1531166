using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Intake;

/// <summary>What each outcome that is still possible hinges on: exact sentences while few answers are open, the open answers by name otherwise.</summary>
public sealed class Hinges
{
    /// <summary>With more open answers than this a sentence helps nobody.</summary>
    public const int MaxOpen = 3;

    /// <summary>Ways to answer all of them that are tried at most.</summary>
    public const int MaxWays = 400;

    private readonly IReadOnlyList<PlaybookQuestion> _open;
    private readonly IReadOnlyList<IReadOnlyList<AnswerKind>> _kinds;
    private readonly List<(int[] Way, string Outcome)> _ways = [];

    public Hinges(Playbook playbook, AnswerSet answers, Decision decision)
    {
        _open = [.. playbook.Questions.Where(question => decision.Open.Any(open => open.Id == question.Id))];
        _kinds = [.. _open.Select(question => AnswerKinds.Of(playbook, question))];
        if (_open.Count > MaxOpen || _kinds.Aggregate(1L, (ways, kinds) => ways * kinds.Count) is 0 or > MaxWays) return;
        foreach (var way in Ways(0))
        {
            var answered = _open.Index().Aggregate(answers, (set, q) => set.With(q.Item.Id, _kinds[q.Index][way[q.Index]].Example));
            _ways.Add((way, playbook.Rules.Decide(answered).Outcome!));
        }
    }

    /// <summary>For example "if the customer waits for Cloud"; null: nothing short can be said.</summary>
    public string? Of(string outcome)
    {
        if (_open.Count is 0 or > MaxOpen) return null;
        var (with, without) = (Ways(outcome, reaches: true), Ways(outcome, reaches: false));
        if (Box(with) is { } needed) return Needs(needed);
        if (Box(without) is { } excluded)
            return "if " + Clauses.Either([.. Narrow(excluded).Select(q => Clauses.Or(Says(q, Others(q, excluded[q]))))]);
        return "depends on " + Clauses.And([.. _open.Select(question => $"“{question.Label}”")]);
    }

    private string Needs(List<HashSet<int>> needed)
    {
        var (ifs, unless) = (new List<string>(), new List<string>());
        foreach (var q in Narrow(needed))
        {
            var (fits, others) = (Says(q, needed[q]), Says(q, Others(q, needed[q])));
            if (others.Length == 1 && SaysBetterWhatItIsNot(fits)) unless.Add(others[0]);
            else ifs.Add(Clauses.Or(fits));
        }

        IEnumerable<string> parts = [ifs.Count > 0 ? "if " + Clauses.And(ifs) : "", unless.Count > 0 ? "unless " + Clauses.And(unless) : ""];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static bool SaysBetterWhatItIsNot(string[] fits) =>
        fits.Length > 3 || (fits.Length > 1 && fits.Any(clause => clause.Contains(" not ", StringComparison.Ordinal)));

    // The ways form a box when each question has its own set of fitting answers, whatever the others are.
    private List<HashSet<int>>? Box(List<int[]> ways)
    {
        if (ways.Count == 0) return null;
        var sides = _open.Select((_, q) => ways.Select(way => way[q]).ToHashSet()).ToList();
        return sides.Aggregate(1, (size, side) => size * side.Count) == ways.Count ? sides : null;
    }

    private IEnumerable<int> Narrow(List<HashSet<int>> box) => Enumerable.Range(0, _open.Count).Where(q => box[q].Count < _kinds[q].Count);

    private IEnumerable<int> Others(int question, HashSet<int> kinds) => Enumerable.Range(0, _kinds[question].Count).Where(kind => !kinds.Contains(kind));

    private string[] Says(int question, IEnumerable<int> kinds) => [.. kinds.Order().Select(kind => _kinds[question][kind].Clause)];

    private List<int[]> Ways(string outcome, bool reaches) =>
        [.. _ways.Where(way => way.Outcome == outcome == reaches).Select(way => way.Way)];

    private IEnumerable<int[]> Ways(int from) => from == _open.Count
        ? [[]]
        : Enumerable.Range(0, _kinds[from].Count).SelectMany(_ => Ways(from + 1), (kind, rest) => (int[])[kind, .. rest]);
}
