using System.Globalization;
using DeploymentRouter.Core.Growth;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Requests.Detail;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Growth;

/// <summary>Records one reading by hand. What is typed is kept until it is recorded.</summary>
public sealed partial class ReadingForm(UnsentTexts unsent)
{
    private const string Users = "users";
    private const string Repositories = "repositories";
    private const string Date = "on";
    private const string Source = "source";
    private const string Kept = "reading.";

    private static readonly (string Key, string Label, string Type)[] Inputs =
        [(Users, ReadingCheck.Users, "text"), (Repositories, ReadingCheck.Repositories, "text"), (Date, ReadingCheck.Date, "date"), (Source, "Where the figures come from", "text")];

    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);
    private IReadOnlyList<FieldError> _errors = [];

    [CascadingParameter]
    public required OpenRequest Open { get; set; }

    private string Today => DateOnly.FromDateTime(Open.Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected override async Task OnInitializedAsync()
    {
        foreach (var (field, text) in await unsent.OfAsync(Open.Person.Id, Open.Request.Id))
        {
            if (field.StartsWith(Kept, StringComparison.Ordinal)) _typed[field[Kept.Length..]] = text.Text;
        }
    }

    private static string InputId(string key) => $"reading-{key}";

    // Today, and where the last one came from: what most readings have in common.
    private string ValueOf(string key) => _typed.GetValueOrDefault(key) ?? key switch
    {
        Date => Today,
        Source => Open.Request.Readings.LastOrDefault(reading => reading.Withdrawal is null)?.Source ?? "",
        _ => "",
    };

    private string? ErrorOf(string id) => _errors.FirstOrDefault(error => error.FieldId == id)?.Message;

    private async Task TypeAsync(string key, string? text)
    {
        _typed[key] = text ?? "";
        await unsent.KeepAsync(Open.Person.Id, Open.Request.Id, Kept + key, text ?? "");
    }

    private async Task RecordAsync()
    {
        var (users, repositories) = (ReadingCheck.Count(ReadingCheck.Users, ValueOf(Users)), ReadingCheck.Count(ReadingCheck.Repositories, ValueOf(Repositories)));
        var (on, source) = (ReadingCheck.Day(ValueOf(Date)), ValueOf(Source));
        (string Key, string? Problem)[] found =
        [
            (Users, users is null ? ReadingCheck.CountText(ReadingCheck.Users) : null),
            (Repositories, repositories is null ? ReadingCheck.CountText(ReadingCheck.Repositories) : null),
            (Date, on is { } day ? ReadingCheck.DateProblem(day, DateOnly.FromDateTime(Open.Now)) : ReadingCheck.DayText),
            (Source, ReadingCheck.SourceProblem(source)),
        ];
        _errors = [.. found.Where(one => one.Problem is not null).Select(one => new FieldError(InputId(one.Key), one.Problem!))];
        if (_errors.Count > 0) return;
        if (!await Open.DoAsync((request, now) => request.RecordReading(on!.Value, users!.Value, repositories!.Value, source, Open.Person, now))) return;
        _typed.Clear();
        await unsent.ForgetAsync(Open.Person.Id, Open.Request.Id, Kept);
    }
}
