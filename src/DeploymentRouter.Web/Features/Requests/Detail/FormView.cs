using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>The form of the current stage, to fill; and what earlier stages filled, to read.</summary>
/// <param name="LookAt">Ids of the fields that a reviewer asked to look at again.</param>
public sealed record FormView(string StageId, string Title, IReadOnlyList<FormField> Fields, bool CanFill, IReadOnlyList<string> LookAt, IReadOnlyList<FilledForm> Filled)
{
    public static FormView Of(Request request, Person person)
    {
        var stage = request.Current.Stage;
        var canFill = request.OwnerTeamId is not null && !request.IsEngagedFromHere && stage.Fields.Count > 0 && request.WhyNot(RequestAct.SaveForm, person) is null;
        return new FormView(
            stage.Id,
            stage.Name,
            canFill ? stage.Fields : [],
            canFill,
            request.ToAnswer?.What is Core.Requests.History.SentBack sent ? sent.FieldIds : [],
            FilledForm.Of(request, leaveOut: canFill ? stage.Id : null));
    }

    /// <summary>The id of a field's input on the page.</summary>
    public static string InputId(string fieldId) => $"field-{fieldId}";

    /// <summary>What is wrong with the values, field by field; a form may be saved with required fields still empty.</summary>
    public static IReadOnlyList<FieldError> Problems(IEnumerable<FormField> fields, IReadOnlyDictionary<string, string> values) =>
        [.. from field in fields
            let problem = FieldCheck.Problem(field, values.GetValueOrDefault(field.Id, "").Trim())
            where problem is not null
            select new FieldError(InputId(field.Id), problem)];
}

/// <summary>The values of one stage's form, in words.</summary>
public sealed record FilledForm(string Stage, IReadOnlyList<FilledField> Fields)
{
    public static IReadOnlyList<FilledForm> Of(Request request, string? leaveOut) =>
        [.. from stage in request.Visits.Select(visit => visit.Stage).DistinctBy(stage => stage.Id, StringComparer.Ordinal)
            where stage.Id != leaveOut
            let fields = FilledField.Of(stage, request.Form).ToList()
            where fields.Count > 0
            select new FilledForm(stage.Name, fields)];
}

/// <summary>One value; <paramref name="Href"/> where it is an address one may follow.</summary>
public sealed record FilledField(string Label, string Value, string? Href)
{
    public static IEnumerable<FilledField> Of(Stage stage, IReadOnlyDictionary<string, string> form) =>
        from field in stage.Fields
        let value = form.GetValueOrDefault(field.Id)
        where value is not null
        select new FilledField(field.Label, Text(field, value), Link(field, value));

    public static string Text(FormField field, string value) => field.Kind switch
    {
        FieldKind.YesNo => value == "yes" ? "Yes" : "No",
        FieldKind.Choice => Named.Reason(field.Choices, value),
        FieldKind.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) =>
            date.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture),
        FieldKind.Link => LinkText(value),
        FieldKind.Number when long.TryParse(value, NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
            number.ToString("N0", CultureInfo.InvariantCulture),
        _ => value,
    };

    /// <summary>An address in few words: the last part of it is how its record is called.</summary>
    public static string LinkText(string link) =>
        !Uri.TryCreate(link, UriKind.Absolute, out var uri) ? link
        : uri.Segments[^1].Trim('/') is { Length: > 0 } last ? Uri.UnescapeDataString(last)
        : uri.Host;

    private static string? Link(FormField field, string value) => field.Kind switch
    {
        FieldKind.Link when FieldCheck.LinkProblem(field.Label, value) is null => value,
        FieldKind.Email => $"mailto:{value}",
        _ => null,
    };
}
