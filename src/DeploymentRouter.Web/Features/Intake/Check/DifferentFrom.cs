using System.Globalization;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Intake;
using DeploymentRouter.Web.Features.Intake.Drafts;

namespace DeploymentRouter.Web.Features.Intake.Check;

/// <summary>"This is a different deployment", kept in the draft for exactly the requests it was said of.</summary>
public static class DifferentFrom
{
    public const string FieldId = "check-different_from";

    /// <summary>Whether it was said of each of these.</summary>
    public static bool Covers(DraftSession session, IReadOnlyList<SimilarRequest> similar) => Covers(session.Text(DraftKeys.DifferentFrom), similar);

    /// <param name="field">As the draft holds it; null: said of none.</param>
    public static bool Covers(string? field, IReadOnlyList<SimilarRequest> similar)
    {
        var said = (field ?? "").Split(',');
        return similar.All(request => said.Contains(Number(request), StringComparer.Ordinal));
    }

    /// <summary>The field after the box was ticked or cleared; null: said of none.</summary>
    public static string? Say(IReadOnlyList<SimilarRequest> similar, bool isTicked) =>
        isTicked ? string.Join(',', similar.Select(Number)) : null;

    public static string Problem(IReadOnlyList<SimilarRequest> similar) => similar is [var only]
        ? $"Say that this is a different deployment, or go on with {RequestNumber.Text(only.Number)}"
        : "Say that this is a different deployment, or go on with one of the open requests";

    private static string Number(SimilarRequest request) => request.Number.ToString(CultureInfo.InvariantCulture);
}
