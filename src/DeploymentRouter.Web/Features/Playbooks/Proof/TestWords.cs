using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Web.Features.Playbooks.Proof;

/// <summary>Says what came of the tests of a playbook.</summary>
public static class TestWords
{
    /// <summary>"17 tests, all pass", "17 tests: 2 fail", "3 tests reach R1".</summary>
    public static string Summary(TestReport tests, string? rowId)
    {
        if (rowId is not null)
        {
            var reaching = tests.Results.Count(result => result.Decision.Rule?.Id == rowId);
            return reaching == 0 ? $"No test reaches {rowId}" : $"{ProofWords.Count(reaching, "test")} {(reaching == 1 ? "reaches" : "reach")} {rowId}";
        }
        var failed = tests.Results.Count(result => !result.Passed);
        var all = ProofWords.Count(tests.Results.Count, "test");
        return failed == 0 ? $"{all}, {(tests.Results.Count == 1 ? "passes" : "all pass")}" : $"{all}: {failed} {(failed == 1 ? "fails" : "fail")}";
    }

    /// <summary>"No test reaches R2 or R4."</summary>
    public static string Unreached(TestReport tests) => $"No test reaches {string.Join(" or ", tests.UnreachedRows.Select(row => row.Id))}.";

    /// <summary>"Expects Cloud by R1."</summary>
    public static string Expected(Playbook playbook, PlaybookTest test) =>
        $"Expects {ProofWords.Names(playbook, test.Possible)}{(test.RowId is null ? "" : $" by {test.RowId}")}.";

    /// <summary>"Reaches R1.", or the rows that open answers leave.</summary>
    public static string Reached(TestResult result) => result.Decision.Rule is { } row
        ? $"Reaches {row.Id}."
        : $"Open between {string.Join(", ", result.Decision.PossibleRules.Select(rule => rule.Id))}.";
}
