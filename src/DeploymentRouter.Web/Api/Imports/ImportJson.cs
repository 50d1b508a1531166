using DeploymentRouter.Persistence.Importing;
using DeploymentRouter.Persistence.Intake;

namespace DeploymentRouter.Web.Api.Imports;

/// <summary>What became of a file, or would become of it, line by line.</summary>
/// <param name="Rows">Lines that were read.</param>
/// <param name="Good">Lines that are right and new: stored, or would be.</param>
/// <param name="IsStored">Whether anything was stored. Faults beside it came up only then, or were passed over as asked.</param>
/// <param name="Faults">What is wrong. A line with several things wrong is there several times.</param>
/// <param name="Skipped">Lines that were stored before.</param>
/// <param name="Filed">Of requests: what each line became.</param>
internal sealed record ImportJson(
    ImportMode Mode, int Rows, int Good, bool IsStored, IReadOnlyList<LineNote> Faults, IReadOnlyList<LineNote> Skipped, IReadOnlyList<FiledLine>? Filed);
