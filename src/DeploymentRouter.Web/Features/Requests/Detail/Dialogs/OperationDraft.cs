using System.Globalization;
using DeploymentRouter.Persistence.Requests;

namespace DeploymentRouter.Web.Features.Requests.Detail.Dialogs;

/// <summary>
/// What is typed into the fields of an operation's dialog, kept on the server until it is sent. What is typed to confirm is not kept: it
/// is there to make people look, each time.
/// </summary>
/// <param name="prefix">Under which name it is kept; what is sent is forgotten by it.</param>
public sealed class OperationDraft(UnsentTexts unsent, OpenRequest open, string prefix)
{
    private const string DayFormat = "yyyy-MM-dd";
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Values of the operation's fields, by id.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>For one that extends: the new last day; null: none is typed.</summary>
    public DateOnly? Until { get; private set; }

    private string FieldPrefix => $"{prefix}.field.";

    private string UntilField => $"{prefix}.until";

    /// <summary>Takes up what was kept.</summary>
    /// <param name="until">The last day where none was kept.</param>
    public async Task LoadAsync(DateOnly? until)
    {
        Until = until;
        foreach (var (field, kept) in await unsent.OfAsync(open.Person.Id, open.Request.Id))
        {
            if (field.StartsWith(FieldPrefix, StringComparison.Ordinal)) _values.TryAdd(field[FieldPrefix.Length..], kept.Text);
            else if (field == UntilField && DateOnly.TryParseExact(kept.Text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) Until = day;
        }
    }

    public Task SetAsync(string fieldId, string text)
    {
        _values[fieldId] = text;
        return KeepAsync(FieldPrefix + fieldId, text);
    }

    public Task SetUntilAsync(DateOnly? day)
    {
        Until = day;
        return KeepAsync(UntilField, day?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? "");
    }

    private async Task KeepAsync(string field, string text) => await unsent.KeepAsync(open.Person.Id, open.Request.Id, field, text);
}
