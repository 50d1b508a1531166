using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests.Attachments;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Core.Requests.Operations;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Requests;

/// <summary>Where a request stands, in one word.</summary>
public enum RequestState
{
    /// <summary>The outcome still hangs on open answers.</summary>
    NeedsInformation,
    InProgress,
    OnHold,

    /// <summary>A review declined it; its owner decides what comes next.</summary>
    Declined,
    Withdrawn,
    Delivered,
}

/// <summary>
/// One customer's way from qualification answers to a running deployment. It changes only through its named acts, which
/// succeed or return a named refusal; each act appends to the history, and the history alone makes the state.
/// </summary>
public sealed partial class Request
{
    private readonly List<HistoryEntry> _history = [];
    private readonly List<StageVisit> _visits = [];
    private readonly List<StoredDecision> _decisions = [];
    private readonly Dictionary<string, string> _answerNotes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _form = new(StringComparer.Ordinal);
    private readonly HashSet<string> _decliners = new(StringComparer.Ordinal);
    private readonly List<Reading> _readings = [];
    private readonly List<Clearing> _clearings = [];
    private readonly Dictionary<string, DateTime> _answeredAt = new(StringComparer.Ordinal);
    private readonly List<OperationRun> _operations = [];
    private readonly List<AttachedFile> _files = [];
    private readonly List<AttachedLink> _links = [];
    private readonly Dictionary<string, Assignment> _asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Assignee> _lastAsked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTime> _turns = new(StringComparer.Ordinal);
    private int _storedEntries;

    private Request(Guid id, Playbook playbook)
    {
        Id = id;
        Playbook = playbook;
    }

    public Guid Id { get; }

    /// <summary>The number people use, as in DR-1027; 0 until it is first stored.</summary>
    public int Number { get; set; }

    /// <summary>The playbook whose stages it walks.</summary>
    public Playbook Playbook { get; }

    /// <summary>How many entries the history has; every write names the version it saw.</summary>
    public int Version => _history.Count;

    public IReadOnlyList<HistoryEntry> History => _history;

    /// <summary>Entries that are not stored yet.</summary>
    public IReadOnlyList<HistoryEntry> NewEntries => _history[_storedEntries..];

    public CustomerFacts Customer { get; private set; } = null!;

    public AnswerSet Answers { get; private set; } = AnswerSet.Empty;

    /// <summary>Notes to answers, by question id.</summary>
    public IReadOnlyDictionary<string, string> AnswerNotes => _answerNotes;

    /// <summary>Every decision made for it, oldest first; never empty.</summary>
    public IReadOnlyList<StoredDecision> Decisions => _decisions;

    /// <summary>What the rules say of the answers as they are now.</summary>
    public StoredDecision Decision => _decisions[^1];

    /// <summary>The strategy whose stages it walks; null while undecided.</summary>
    public string? StrategyId { get; private set; }

    /// <summary>The override in force; null: the strategy is the computed one.</summary>
    public Overridden? Override { get; private set; }

    /// <summary>Stays in stages, oldest first; each begins when the one before ends, except after a withdrawal. Never empty.</summary>
    public IReadOnlyList<StageVisit> Visits => _visits;

    /// <summary>The current stay; after the end, the last one.</summary>
    public StageVisit Current => _visits[^1];

    /// <summary>Form values by field id.</summary>
    public IReadOnlyDictionary<string, string> Form => _form;

    public RequestState State { get; private set; }

    /// <summary>Growth readings in the order they were entered, withdrawn ones included.</summary>
    public IReadOnlyList<Reading> Readings => _readings;

    /// <summary>When each answer was last given or confirmed, by question id; UTC.</summary>
    public IReadOnlyDictionary<string, DateTime> AnsweredAt => _answeredAt;

    /// <summary>The hold in force; null: none.</summary>
    public Held? Hold { get; private set; }

    /// <summary>The last send-back or return that the current stage has to answer; null: none.</summary>
    public HistoryEntry? ToAnswer { get; private set; }

    /// <summary>The last decline; null: never declined.</summary>
    public HistoryEntry? LastDecline { get; private set; }

    /// <summary>True from an appeal until the review has decided on it, or the request has left it.</summary>
    public bool IsOnAppeal { get; private set; }

    /// <summary>The team that has the ball; null once withdrawn, or delivered through a last stage.</summary>
    public string? OwnerTeamId => Current.EndedAt is null ? Current.TeamId : null;

    /// <summary>The person who filed it.</summary>
    public Actor OpenedBy => _history[0].By;

    public DateTime OpenedAt => _history[0].At;

    /// <summary>When anything last happened.</summary>
    public DateTime ChangedAt => _history[^1].At;

    /// <summary>The stages of its strategy, or the common answers stage while undecided.</summary>
    public IReadOnlyList<Stage> Plan =>
        StrategyId is null ? [Playbook.CommonStages.Answers] : Playbook.Strategy(StrategyId).Stages;

    /// <summary>True when a later playbook has dropped the stage it is in: nothing can follow it, and it has to be re-routed.</summary>
    public bool IsStageDropped =>
        Current is { EndedAt: null, StrategyId: not null } && Plan.All(stage => stage.Id != Current.Stage.Id);

    /// <summary>True when the answers as they are now lead elsewhere than the strategy it walks.</summary>
    public bool AnswersLeadElsewhere =>
        State is RequestState.InProgress or RequestState.OnHold or RequestState.Declined
        && !string.Equals(Decision.Outcome, StrategyId, StringComparison.Ordinal);

    /// <summary>Rebuilds a request from its stored history.</summary>
    /// <exception cref="ArgumentException">The history is empty or does not begin with <see cref="Opened"/>.</exception>
    public static Request FromHistory(Guid id, int number, Playbook playbook, IEnumerable<HistoryEntry> history)
    {
        var request = new Request(id, playbook) { Number = number };
        request._history.AddRange(history);
        request._storedEntries = request._history.Count;
        if (request._history is not [{ What: Opened }, ..])
            throw new ArgumentException("A history begins with the entry that opened the request.", nameof(history));
        request.Refold();
        return request;
    }

    /// <summary>Rebuilds a request that was filed and is not stored yet: its whole history is new.</summary>
    /// <exception cref="ArgumentException">The history is empty or does not begin with <see cref="Opened"/>.</exception>
    public static Request FromFiling(Guid id, Playbook playbook, IEnumerable<HistoryEntry> history)
    {
        var request = FromHistory(id, 0, playbook, history);
        request._storedEntries = 0;
        return request;
    }

    /// <summary>Says that everything in <see cref="NewEntries"/> is stored now.</summary>
    public void MarkStored() => _storedEntries = _history.Count;
}
