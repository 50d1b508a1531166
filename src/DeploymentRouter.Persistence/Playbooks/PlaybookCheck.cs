using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Proving;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Persistence.Playbooks;

/// <summary>Everything that is wrong with the text of a playbook, or cannot be proven of it.</summary>
/// <param name="Playbook">Null: it could not be put in force as it is, whatever the findings.</param>
/// <param name="Read">Its rules; null: it cannot be understood.</param>
/// <param name="Faults">Why it cannot be understood; empty when it can.</param>
/// <param name="Findings">What the proof and the tests found.</param>
public sealed record PlaybookCheck(Playbook? Playbook, ReadRules? Read, IReadOnlyList<PlaybookFault> Faults, IReadOnlyList<ProofFinding> Findings)
{
    /// <summary>It can be read, everything about it is proven, and its tests pass.</summary>
    public bool IsSound => Playbook is not null && Read is not null && Findings.Count == 0;

    /// <summary>Nothing was looked at.</summary>
    public static PlaybookCheck Nothing { get; } = new(null, null, [], []);

    /// <summary>A text that cannot even be read.</summary>
    public static PlaybookCheck Missing(PlaybookFault fault) => new(null, null, [fault], []);

    /// <summary>Checks it; takes up to a few seconds for the largest there may be.</summary>
    /// <param name="name">How faults call it.</param>
    public static PlaybookCheck Of(ReadOnlySpan<byte> utf8, string name)
    {
        var load = PlaybookFile.Load(utf8, name);
        if (load.Rules is not { } read)
            return new PlaybookCheck(null, null, load.Faults, []);
        var proof = read.Ceiling is { } ceiling ? PlaybookProof.NotProven(read.Rules, ceiling) : PlaybookProof.Of(read.Rules);
        return proof.Faults.Count > 0
            ? new PlaybookCheck(null, null, read.At(proof.Faults), [])
            : new PlaybookCheck(load.Playbook, read, [], [.. proof.Findings, .. read.Loose.Select(Loose), .. Failing(read)]);
    }

    /// <summary>Everything that was found, each at its line, the worst kind first.</summary>
    public IEnumerable<(string Kind, PlaybookFault At, AnswerSet? Example)> All() =>
    [
        .. Faults.Select(fault => ("unreadable", fault, (AnswerSet?)null)),
        .. Findings.Select(finding => (finding.Kind, Read!.At(finding.Where, finding.Message), finding.Example?.Answers)),
    ];

    private static ProofFinding Loose(PlaybookFault fault) => new(fault.Kind!, fault.Path, fault.Message, null, null);

    private static IEnumerable<ProofFinding> Failing(ReadRules read) => read.Tested is null ? [] :
        PlaybookTesting.Run(read.Tested).Results.Where(result => !result.Passed).Select(result => new ProofFinding(
            "test_failed", $"tests.{result.Test.Id}", $"“{result.Test.Title}” does not come out as written. {result.Failure}",
            new ExampleCase(result.Test.Answers, [.. result.Test.Answers.ByQuestion.Select(pair => pair.Key).Order(StringComparer.Ordinal)]), null));
}
