using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Playbooks;

/// <summary>The policy in force: questions, rules, strategies, stages, teams and calendars. Immutable and checked.</summary>
/// <param name="Name">What people call it, for example "Default playbook".</param>
/// <param name="Version">Counts up with each publication, from 1.</param>
/// <param name="Hash">SHA-256 of its YAML, lower-case hex.</param>
/// <param name="Growth">When a One-Click deployment outgrows its machine.</param>
/// <param name="Priority">How IE ranks its requests.</param>
/// <param name="Rules">The routing rules, compiled.</param>
public sealed record Playbook(
    string Name,
    int Version,
    string Hash,
    IReadOnlyList<Team> Teams,
    IReadOnlyList<Topic> Topics,
    IReadOnlyList<PlaybookQuestion> Questions,
    IReadOnlyList<PlaybookCondition> Conditions,
    IReadOnlyList<RoutingRow> Rows,
    IReadOnlyList<Flag> Flags,
    IReadOnlyList<Strategy> Strategies,
    CommonStages CommonStages,
    IReadOnlyList<ReasonCode> OverrideReasons,
    IReadOnlyList<ReasonCode> DeclineReasons,
    IReadOnlyList<WorkCalendar> Calendars,
    GrowthTriggers Growth,
    PriorityWeights Priority,
    RuleSet Rules)
{
    /// <summary>What its owner promises of the rows; the first that holds decides in any case.</summary>
    public HitPolicy HitPolicy => Rules.Definition.HitPolicy;

    /// <summary>What must be true of every decision it can make.</summary>
    public IReadOnlyList<PlaybookLaw> Laws { get; init; } = [];

    /// <summary>Worked cases with what must come of them.</summary>
    public IReadOnlyList<PlaybookTest> Tests { get; init; } = [];

    /// <summary>Why a request can be on hold; empty: words alone say it.</summary>
    public IReadOnlyList<ReasonCode> HoldReasons { get; init; } = [];

    /// <summary>Id of the team that answers the intake and files requests.</summary>
    public string FilingTeamId => CommonStages.Answers.OwnerTeamId;

    /// <summary>Ids of the teams that own a stage which watches growth, or may act in one.</summary>
    public IEnumerable<string> WatchingTeamIds => Strategies.SelectMany(strategy => strategy.Stages).Where(stage => stage.WatchesGrowth)
        .SelectMany(stage => stage.AlsoByTeamIds.Prepend(stage.OwnerTeamId)).Distinct(StringComparer.Ordinal);

    /// <summary>The question with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public PlaybookQuestion Question(string id) => Questions.FirstOrDefault(q => string.Equals(q.Id, id, StringComparison.Ordinal)) ?? throw Missing("question", id);

    /// <summary>The strategy with this id. One that a later playbook dropped goes by its id and has no stages: the past stays readable.</summary>
    public Strategy Strategy(string id) =>
        Strategies.FirstOrDefault(s => string.Equals(s.Id, id, StringComparison.Ordinal)) ?? new Strategy(id, id, id, "", [], []);

    /// <summary>The team with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Team Team(string id) => Teams.FirstOrDefault(t => string.Equals(t.Id, id, StringComparison.Ordinal)) ?? throw Missing("team", id);

    /// <summary>The routing row with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public RoutingRow Row(string id) => Rows.FirstOrDefault(r => string.Equals(r.Id, id, StringComparison.Ordinal)) ?? throw Missing("row", id);

    /// <summary>The calendar with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public WorkCalendar Calendar(string id) => Calendars.FirstOrDefault(c => string.Equals(c.Id, id, StringComparison.Ordinal)) ?? throw Missing("calendar", id);

    private KeyNotFoundException Missing(string what, string id) => new($"{Name} {Version} has no {what} '{id}'.");
}

/// <summary>A team that can own a stage or answer a question.</summary>
/// <param name="Id">Lower case, for example <c>ie</c>; also names its hue in the interface.</param>
/// <param name="Name">The short name in chips, for example "IE".</param>
/// <param name="FullName">For example "Implementation engineering".</param>
public sealed record Team(string Id, string Name, string FullName);

/// <summary>A page of the intake: questions that belong together.</summary>
public sealed record Topic(string Id, string Title, string Lede);

/// <summary>A coded reason people choose from; <paramref name="Id"/> is what reports count.</summary>
public sealed record ReasonCode(string Id, string Label);
