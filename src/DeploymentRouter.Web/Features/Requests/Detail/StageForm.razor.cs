using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Requests.Detail;

public sealed partial class StageForm : IAsyncDisposable
{
    private Dictionary<string, string>? Unsaved()
    {
        _errors = FormView.Problems(Form.Fields, _typed);
        StateHasChanged();
        return _errors.Count > 0 ? null : new Dictionary<string, string>(_typed, StringComparer.Ordinal);
    }

    private string Kept => $"form.{Form.StageId}.";

    protected override async Task OnInitializedAsync()
    {
        Open.Unsaved = Unsaved;
        foreach (var (field, unsent) in await Unsent.OfAsync(Open.Person.Id, Open.Request.Id))
        {
            if (field.StartsWith(Kept, StringComparison.Ordinal)) _typed[field[Kept.Length..]] = unsent.Text;
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (!ReferenceEquals(_lacks, Open.Lacks))
        {
            _lacks = Open.Lacks;
            _errors = LackText.Errors(_lacks);
        }

        await ForgetSavedAsync();
    }

    // What an act has saved along with it is not unsaved any more.
    private async Task ForgetSavedAsync()
    {
        foreach (var id in _typed.Keys.Where(id => _typed[id].Trim() == Open.Request.Form.GetValueOrDefault(id, "")).ToList())
        {
            _typed.Remove(id);
            await Unsent.KeepAsync(Open.Person.Id, Open.Request.Id, Kept + id, "");
        }
    }

    // Only what is typed differs from what is stored: a field that others change meanwhile shows their value unless it was touched.
    private async Task TypeAsync(string id, string text)
    {
        if (text == Open.Request.Form.GetValueOrDefault(id, "")) _typed.Remove(id);
        else _typed[id] = text;
        await Unsent.KeepAsync(Open.Person.Id, Open.Request.Id, Kept + id, _typed.GetValueOrDefault(id, ""));
    }

    private async Task SaveAsync()
    {
        _errors = FormView.Problems(Form.Fields, _typed);
        if (_errors.Count > 0) return;
        var values = new Dictionary<string, string>(_typed, StringComparer.Ordinal);
        if (!await Open.DoAsync((request, now) => request.SaveForm(values, Open.Person, now))) return;
        _typed.Clear();
        await Unsent.ForgetAsync(Open.Person.Id, Open.Request.Id, Kept);
    }

    // Gone with its stage: what was typed went along with the act that ended it, or others ended it and it is kept.
    public async ValueTask DisposeAsync()
    {
        if (Open.Unsaved == Unsaved) Open.Unsaved = null;
        await ForgetSavedAsync();
    }
}
