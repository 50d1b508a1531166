using DeploymentRouter.Persistence.Importing;

namespace DeploymentRouter.Persistence.Growth;

/// <summary>What became of a file, or would become of it.</summary>
/// <param name="Recorded">Readings that are new.</param>
/// <param name="Requests">Requests they belong to.</param>
/// <param name="Faults">Everything that is wrong, by line.</param>
/// <param name="Skipped">Lines that were recorded before.</param>
public sealed record ImportReport(int Recorded, int Requests, IReadOnlyList<LineNote> Faults, IReadOnlyList<LineNote> Skipped)
{
    /// <summary>What was in order is recorded, but for <see cref="Faults"/> that came up only then: somebody else wrote meanwhile.</summary>
    public bool IsStored { get; init; }

    /// <summary>This and what was found of other accounts.</summary>
    internal ImportReport Beside(ImportReport other) => this with
    {
        Recorded = Recorded + other.Recorded,
        Requests = Requests + other.Requests,
        Faults = [.. Faults, .. other.Faults],
        Skipped = [.. Skipped, .. other.Skipped],
    };

    /// <summary>The same after lines were found not to be recorded after all.</summary>
    internal ImportReport With(IReadOnlyList<LineNote> late, IReadOnlyList<LineNote> skipped)
    {
        if (late.Count + skipped.Count == 0) return this;
        var settled = Faults.Concat(Skipped).Select(note => note.Line).ToHashSet();
        List<LineNote> faults = [.. late.DistinctBy(note => note.Line).Where(note => settled.Add(note.Line))];
        List<LineNote> passed = [.. skipped.DistinctBy(note => note.Line).Where(note => settled.Add(note.Line))];
        return this with
        {
            Recorded = Recorded - faults.Count - passed.Count,
            Faults = [.. Faults.Concat(faults).OrderBy(note => note.Line)],
            Skipped = [.. Skipped.Concat(passed).OrderBy(note => note.Line)],
        };
    }
}
