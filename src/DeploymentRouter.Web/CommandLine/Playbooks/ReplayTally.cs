using System.Runtime.InteropServices;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary>Counts where stored answers go, some thousands at a time, so that a long file does not fill the memory.</summary>
internal sealed class ReplayTally(RuleSetComparison comparison)
{
    // Names that neither playbook knows are the file's own: there may be any number of them.
    private const int MaxIgnored = 100;
    private const string Others = "(others)";

    private readonly Dictionary<(Said From, Said To), int> counts = [];
    private readonly SortedDictionary<string, int> ignored = new(StringComparer.Ordinal);
    private readonly List<string> ids = [];
    private readonly List<AnswerSet> answers = [];

    public int Cases { get; private set; }

    /// <summary>Lines that could not be read.</summary>
    public int Bad { get; set; }

    /// <summary>Those that move, in the order of the file.</summary>
    public List<(string Id, Said From, Said To)> Moved { get; } = [];

    /// <summary>How many answers there were to questions that neither playbook has.</summary>
    public IReadOnlyDictionary<string, int> Ignored => ignored;

    /// <summary>Largest first.</summary>
    public IEnumerable<KeyValuePair<(Said From, Said To), int>> Counts => counts
        .OrderByDescending(pair => pair.Value)
        .ThenBy(pair => pair.Key.From.Outcome, StringComparer.Ordinal)
        .ThenBy(pair => pair.Key.To.Outcome, StringComparer.Ordinal)
        .ThenByDescending(pair => pair.Key.From.IsTaken)
        .ThenByDescending(pair => pair.Key.To.IsTaken);

    public void Add(string id, AnswerSet stored)
    {
        ids.Add(id);
        answers.Add(stored);
    }

    public void Ignore(string question)
    {
        var name = ignored.ContainsKey(question) || ignored.Count < MaxIgnored ? question : Others;
        ignored[name] = ignored.GetValueOrDefault(name) + 1;
    }

    /// <summary>Decides what was added since.</summary>
    public void Replay()
    {
        var replay = comparison.Replay(answers);
        var moved = new List<(int Index, Said From, Said To)>();
        foreach (var move in replay.Moves)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, (move.From, move.To), out _) += move.Indexes.Count;
            if (move.From != move.To)
                moved.AddRange(move.Indexes.Select(index => (index, move.From, move.To)));
        }
        Moved.AddRange(moved.OrderBy(one => one.Index).Select(one => (ids[one.Index], one.From, one.To)));
        Cases += replay.Count;
        ids.Clear();
        answers.Clear();
    }
}
