using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads <c>tests</c>.</summary>
internal sealed class TestsReader(
    IReadOnlyList<PlaybookQuestion> questions, IReadOnlyList<RoutingRow> rows, IReadOnlyList<Strategy> strategies)
{
    private readonly Dictionary<string, PlaybookQuestion> byId = questions.ToDictionary(question => question.Id, StringComparer.Ordinal);
    private readonly Ids questionIds = new("question", questions.Select(question => question.Id));
    private readonly Ids rowIds = new("row", rows.Select(row => row.Id));
    private readonly Ids strategyIds = new("strategy", strategies.Select(strategy => strategy.Id));

    public IReadOnlyList<PlaybookTest> Read(MapReader file) => file.OptionalSections("tests", ReadOne);

    private PlaybookTest ReadOne(string id, MapReader section)
    {
        var title = section.Text("title");
        var answers = section.Section("answers") is { } given ? Answers(given) : AnswerSet.Empty;
        var possible = Possible(section);
        var row = section.OptionalTextNode("row");
        if (row is not null)
            CheckRow(row, possible, section);
        return new PlaybookTest(id, title, answers, possible, row?.Value);
    }

    // What a test says of questions, values, strategies and rows keeps nobody from reading the rules.
    private static FaultList References(MapReader section) => section.Faults.As(PlaybookFault.TestReference);

    private AnswerSet Answers(MapReader section)
    {
        var answers = AnswerSet.Empty;
        var given = new MapReader(section.Map, References(section));
        foreach (var (key, value) in given.Map.Entries.Select(entry => (entry.Key, entry.Value)))
        {
            if (FlowComma.IsRest(key.Value))
                section.Faults.Add(key, FlowComma.Advice);
            else
                questionIds.Check(key, given.Faults);
            if (byId.TryGetValue(key.Value, out var question))
                answers = answers.With(question.Id, AnswerReader.Read(given, value, question.Domain));
        }
        return answers;
    }

    // In the playbook's order, as decisions list them.
    private IReadOnlyList<string> Possible(MapReader section)
    {
        var strategy = section.OptionalTextNode("strategy");
        var possible = section.Find("possible");
        if (strategy is null == possible is null)
            section.Fault("A test expects either one 'strategy', or the 'possible' ones where its answers leave several.");
        if (strategy is not null)
            strategyIds.Check(strategy, References(section));
        if (possible is null)
            return [strategy?.Value ?? ""];
        var listed = strategyIds.Check(section.Texts("possible"), References(section));
        if (listed.Count == 0)
            section.Faults.Add(possible, "At least one strategy is needed here.");
        return [.. strategies.Select(one => one.Id).Where(listed.Contains)];
    }

    private void CheckRow(YamlText row, IReadOnlyList<string> possible, MapReader section)
    {
        rowIds.Check(row, References(section));
        var leadsTo = rows.FirstOrDefault(one => string.Equals(one.Id, row.Value, StringComparison.Ordinal))?.StrategyId;
        if (leadsTo is null || !strategyIds.Contains(leadsTo))
            return;
        if (possible is not [var only])
            section.Faults.Add(row, "Where several strategies are possible, no single row decides.");
        else if (strategyIds.Contains(only) && !string.Equals(leadsTo, only, StringComparison.Ordinal))
            References(section).Add(row, $"Row '{row.Value}' leads to {leadsTo}, not to {only}.");
    }
}
