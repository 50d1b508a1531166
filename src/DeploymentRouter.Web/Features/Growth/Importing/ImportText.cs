using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Web.Features.Requests;

namespace DeploymentRouter.Web.Features.Growth.Importing;

/// <summary>What became of a file, in a sentence.</summary>
public static class ImportText
{
    public static string Of(ImportReport report, bool dryRun) => report switch
    {
        { IsStored: true, Faults.Count: > 0 } => $"{Named.Count(report.Recorded, "reading", "readings")} {Verb(report, dryRun)}. {Named.Count(report.Faults.Count, "line", "lines")} could not be: somebody else wrote meanwhile.",
        { Faults.Count: > 0 } => $"{Named.Count(report.Faults.Count, "thing is", "things are")} wrong; nothing was recorded. Correct the file and try again.",
        { Recorded: 0, Skipped.Count: 0 } => "The file has no readings.",
        { Recorded: 0 } => $"Nothing new: {Skipped(report)}.",
        _ => $"{Named.Count(report.Recorded, "reading", "readings")} of {Named.Count(report.Requests, "account", "accounts")} {Verb(report, dryRun)}{(report.Skipped.Count > 0 ? $"; {Skipped(report)}" : "")}.",
    };

    private static string Verb(ImportReport report, bool dryRun) =>
        dryRun ? "would be recorded" : report.Recorded == 1 ? "was recorded" : "were recorded";

    private static string Skipped(ImportReport report) => $"{Named.Count(report.Skipped.Count, "line was", "lines were")} recorded before and skipped";
}
