using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Proving;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary>Everything that <c>check</c> finds about one file.</summary>
/// <param name="Called">The name by which it was asked for.</param>
/// <param name="Read">Its rules; null: it cannot be understood.</param>
/// <param name="Faults">Why it cannot be understood; empty when it can.</param>
internal sealed record CheckedFile(string Called, ReadRules? Read, IReadOnlyList<PlaybookFault> Faults, IReadOnlyList<ProofFinding> Findings)
{
    public int Exit => Read is null ? PlaybookVerb.Unreadable : Findings.Count > 0 ? PlaybookVerb.Findings : PlaybookVerb.Sound;

    /// <summary>A file that cannot even be read.</summary>
    public static CheckedFile Missing(string called, PlaybookFault fault) => new(called, null, [fault], []);

    public static CheckedFile Of(string called, PlaybookSource source)
    {
        var load = PlaybookFile.Load(source.Utf8, source.Name);
        if (load.Rules is not { } read)
            return new CheckedFile(called, null, load.Faults, []);
        var proof = read.Ceiling is { } ceiling ? PlaybookProof.NotProven(read.Rules, ceiling) : PlaybookProof.Of(read.Rules);
        return proof.Faults.Count > 0
            ? new CheckedFile(called, null, read.At(proof.Faults), [])
            : new CheckedFile(called, read, [], [.. proof.Findings, .. read.Loose.Select(Loose), .. Failing(read)]);
    }

    private static ProofFinding Loose(PlaybookFault fault) => new(fault.Kind!, fault.Path, fault.Message, null, null);

    private static IEnumerable<ProofFinding> Failing(ReadRules read) => read.Tested is null ? [] :
        PlaybookTesting.Run(read.Tested).Results.Where(result => !result.Passed).Select(result => new ProofFinding(
            "test_failed", $"tests.{result.Test.Id}", $"“{result.Test.Title}” does not come out as written. {result.Failure}",
            new ExampleCase(result.Test.Answers, [.. result.Test.Answers.ByQuestion.Select(pair => pair.Key).Order(StringComparer.Ordinal)]), null));
}
