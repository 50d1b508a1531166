using DeploymentRouter.Persistence.Requests;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>A text of several lines that is kept on the server while it is typed, until it is sent.</summary>
public sealed partial class KeptText(UnsentTexts unsent, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);
    // What the box shows right away: until the parent has passed the new value down, its old one would overwrite fast typing.
    private string _shown = "";
    private int _strokes;
    private string? _pending;
    private int _done;

    [Parameter, EditorRequired]
    public required OpenRequest Open { get; set; }

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>Under which name the text is kept until it is sent.</summary>
    [Parameter, EditorRequired]
    public required string Field { get; set; }

    [Parameter]
    public string Value { get; set; } = "";

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>When the text was last kept, UTC.</summary>
    [Parameter]
    public EventCallback<DateTime?> Kept { get; set; }

    [Parameter]
    public int Rows { get; set; } = 3;

    [Parameter]
    public string? Placeholder { get; set; }

    [Parameter]
    public string? DescribedBy { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!(await unsent.OfAsync(Open.Person.Id, Open.Request.Id)).TryGetValue(Field, out var kept)) return;
        await ValueChanged.InvokeAsync(kept.Text);
        await Kept.InvokeAsync(kept.SavedAt);
    }

    protected override void OnParametersSet() => _shown = Value;

    private async Task TypedAsync(string text)
    {
        _shown = text;
        (_pending, _done) = (text, Open.ActsDone);
        await ValueChanged.InvokeAsync(text);
        _ = KeepAfterPauseAsync(++_strokes);
    }

    // Kept when the typing pauses, not at each stroke; the stroke itself waits for nothing.
    private async Task KeepAfterPauseAsync(int stroke)
    {
        await Task.Delay(Pause, time);
        if (stroke == _strokes) await InvokeAsync(KeepAsync);
    }

    // What was sent meanwhile must not come back as unsent.
    private async Task KeepAsync()
    {
        if (_pending is not { } text || _done != Open.ActsDone) return;
        _pending = null;
        await Kept.InvokeAsync(await unsent.KeepAsync(Open.Person.Id, Open.Request.Id, Field, text));
    }

    // Whoever goes on within the pause keeps the last strokes.
    public async ValueTask DisposeAsync()
    {
        _strokes++;
        await KeepAsync();
    }
}
