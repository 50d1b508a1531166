namespace DeploymentRouter.Web.Components.Parts;

/// <summary>One line of an error summary.</summary>
/// <param name="FieldId">The id of the input that the line leads to.</param>
public sealed record FieldError(string FieldId, string Message)
{
    /// <summary>The page that the input is on; null: this one.</summary>
    public string? Href { get; init; }
}
