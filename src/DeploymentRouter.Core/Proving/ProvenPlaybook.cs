using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Core.Proving;

/// <summary>A playbook with its proof and what came of its tests.</summary>
public sealed record ProvenPlaybook(Playbook Playbook, PlaybookProof Proof, TestReport Tests)
{
    /// <summary>When it was proven, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>How long that took.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Proves the rules and runs the tests; takes up to a few seconds for the largest playbooks.</summary>
    public static ProvenPlaybook Of(Playbook playbook) =>
        new(playbook, PlaybookProof.Of(PlaybookRules.Of(playbook)), PlaybookTesting.Run(playbook));

    /// <summary>The tests that a row decides.</summary>
    public IReadOnlyList<TestResult> TestsReaching(string rowId) =>
        [.. Tests.Results.Where(result => string.Equals(result.Decision.Rule?.Id, rowId, StringComparison.Ordinal))];

    /// <summary>The part of all combinations that a row decides, 0 to 1; null where it could not be counted.</summary>
    public double? ShareOf(string rowId) =>
        Proof.Shares.FirstOrDefault(share => string.Equals(share.RowId, rowId, StringComparison.Ordinal)) is { } share
            ? Math.Exp(System.Numerics.BigInteger.Log(share.Combinations) - System.Numerics.BigInteger.Log(Proof.Combinations))
            : null;
}
