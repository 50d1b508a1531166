using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DeploymentRouter.Web.Components.Parts;

/// <summary>One line that says what happened and what is next, with a way back. Stays until the next act. Errors are never toasts.</summary>
public sealed class Toasts(ISnackbar snackbar)
{
    private const string Key = "toast";

    public void Say(string text, Func<Task>? undo = null)
    {
        snackbar.Clear();
        snackbar.Add<Toast>(
            new Dictionary<string, object>(StringComparer.Ordinal) { [nameof(Toast.Text)] = text, [nameof(Toast.Undo)] = Way(undo), [nameof(Toast.CanUndo)] = undo is not null },
            Severity.Normal,
            options =>
            {
                options.RequireInteraction = true;
                options.HideIcon = true;
                options.ShowCloseIcon = false;
                options.ShowTransitionDuration = options.HideTransitionDuration = 0;
                options.MaximumOpacity = 100;
                options.SnackbarVariant = Variant.Text;
            },
            Key);
    }

    public void Clear() => snackbar.Clear();

    private EventCallback Way(Func<Task>? undo) => new(null, async () =>
    {
        snackbar.Clear();
        if (undo is not null) await undo();
    });
}
