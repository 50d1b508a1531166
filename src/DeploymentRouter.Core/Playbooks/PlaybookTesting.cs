using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Playbooks;

/// <summary>What came of the test cases of a playbook.</summary>
/// <param name="Results">In the order of the playbook.</param>
/// <param name="UnreachedRows">The rows that decide no test, in table order.</param>
public sealed record TestReport(IReadOnlyList<TestResult> Results, IReadOnlyList<RoutingRow> UnreachedRows)
{
    /// <summary>Whether every test came out as written.</summary>
    public bool Passed => Results.All(result => result.Passed);
}

/// <summary>What came of one test case.</summary>
/// <param name="Failure">A sentence that says what was expected and what came instead; null: it passed.</param>
public sealed record TestResult(PlaybookTest Test, Decision Decision, string? Failure)
{
    public bool Passed => Failure is null;
}

/// <summary>Runs the test cases of a playbook against its own rules.</summary>
public static class PlaybookTesting
{
    public static TestReport Run(Playbook playbook)
    {
        var results = playbook.Tests.Select(test => Run(playbook, test)).ToList();
        var reached = results.Select(result => result.Decision.Rule?.Id).ToHashSet(StringComparer.Ordinal);
        return new TestReport(results, [.. playbook.Rows.Where(row => !reached.Contains(row.Id))]);
    }

    private static TestResult Run(Playbook playbook, PlaybookTest test)
    {
        var decision = playbook.Rules.Decide(test.Answers);
        var possible = playbook.Strategies.Select(strategy => strategy.Id).Where(decision.Possible.Contains).ToList();
        var isRight = possible.SequenceEqual(test.Possible, StringComparer.Ordinal) && (test.RowId is null || test.RowId == decision.Rule?.Id);
        return new TestResult(test, decision, isRight ? null : $"Expected {Expected(playbook, test)}, but {Came(playbook, possible, decision)}.");
    }

    private static string Expected(Playbook playbook, PlaybookTest test) =>
        test.RowId is null ? Names(playbook, test.Possible) : $"{Names(playbook, test.Possible)} by {test.RowId}";

    private static string Came(Playbook playbook, List<string> possible, Decision decision) => possible.Count switch
    {
        1 when decision.Rule is { } row => $"{row.Id} leads to {Names(playbook, possible)}",
        1 => $"{Names(playbook, possible)} follows by {string.Join(" or ", decision.PossibleRules.Select(row => row.Id))}",
        _ => $"{Names(playbook, possible)} are possible, depending on {string.Join(", ", decision.Open.Select(question => question.Id))}",
    };

    private static string Names(Playbook playbook, IReadOnlyList<string> strategies) =>
        Wording.AndList(strategies.Select(id => playbook.Strategy(id).ShortName));
}
