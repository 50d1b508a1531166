namespace DeploymentRouter.Web.Features.Requests.Detail;

public sealed partial class StageForm
{
    private string Kept => $"form.{Form.StageId}.";

    protected override async Task OnInitializedAsync()
    {
        foreach (var (field, unsent) in await Unsent.OfAsync(Open.Person.Id, Open.Request.Id))
        {
            if (field.StartsWith(Kept, StringComparison.Ordinal)) _typed[field[Kept.Length..]] = unsent.Text;
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
}
