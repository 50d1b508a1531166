using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>Leads to what a stage lacks.</summary>
public static class LackText
{
    /// <summary>The id of a criterion's box on the page.</summary>
    public static string TickId(string criterionId) => $"tick-{criterionId}";

    public static string Heading(IReadOnlyList<Lack> lacks) => lacks.Count == 1 ? "1 thing is missing before this is done" : $"{lacks.Count} things are missing before this is done";

    public static IReadOnlyList<FieldError> Errors(IReadOnlyList<Lack> lacks) => [.. lacks.Select(lack => lack.Kind is LackKind.Field
        ? new FieldError(FormView.InputId(lack.Id), $"{lack.Text}: fill it in")
        : new FieldError(TickId(lack.Id), $"{lack.Text}: tick it once it is so"))];
}
