using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Requests.Detail.Dialogs;

/// <summary>The fields of one dialog. What is typed stays until the act is done, also when others were quicker.</summary>
public abstract class ActForm : ComponentBase
{
    [Parameter, EditorRequired]
    public required OpenRequest Open { get; set; }

    [Parameter, EditorRequired]
    public required Asked Asked { get; set; }

    /// <summary>What is wrong, field by field.</summary>
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>Checks the fields and does the act. True: it is done.</summary>
    public async Task<bool> SubmitAsync()
    {
        Errors = [.. Problems()];
        StateHasChanged();
        return Errors.Count == 0 && await Open.DoAsync(Do);
    }

    /// <summary>What the fields lack.</summary>
    protected abstract IEnumerable<FieldError> Problems();

    /// <summary>The act with what was typed.</summary>
    protected abstract Outcome Do(Request request, DateTime now);

    protected string? ErrorOf(string fieldId) => Errors.FirstOrDefault(error => error.FieldId == fieldId)?.Message;

    protected static IEnumerable<FieldError> Missing(string fieldId, string value, string sentence) =>
        string.IsNullOrWhiteSpace(value) ? [new FieldError(fieldId, sentence)] : [];
}
