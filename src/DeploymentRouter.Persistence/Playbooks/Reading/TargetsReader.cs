using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads the <c>targets</c> of a stage.</summary>
internal static class TargetsReader
{
    public static IReadOnlyList<StageTarget> Read(
        MapReader stage, IReadOnlyList<WorkCalendar> calendars, IReadOnlyList<FormField> fields)
    {
        switch (stage.Find("targets"))
        {
            case null:
                return [];
            case YamlList list:
                return [.. list.Items.Select(stage.Read).OfType<MapReader>().Select(target => ReadOne(target, calendars, fields))];
            case var node:
                stage.Faults.Add(node, "A list is expected here; each target begins with '- within:'.");
                return [];
        }
    }

    public static StageTarget ReadOne(MapReader target, IReadOnlyList<WorkCalendar> calendars, IReadOnlyList<FormField> fields)
    {
        var calendarIds = new Ids("calendar", calendars.Select(calendar => calendar.Id));
        var (whenField, whenIs) = AppliesWhen(target, fields);
        var read = new StageTarget(
            Within(target),
            target.OptionalTextNode("calendar") is { } named
                ? calendarIds.Check(named, target.Faults)
                : (calendars.Count > 0 ? calendars[0].Id : ""),
            CountedFrom(target, fields),
            whenField,
            whenIs);
        target.End();
        return read;
    }

    private static TargetDuration Within(MapReader target)
    {
        if (target.TextNode("within") is not { } node)
            return new EstimateDays(1);
        if (TargetText.TryParse(node.Value, out var duration))
            return duration;
        target.Faults.Add(node, $"'{node.Value}' is not a target; write it like one of: {string.Join("; ", TargetText.Examples)}.");
        return new EstimateDays(1);
    }

    private static string? CountedFrom(MapReader target, IReadOnlyList<FormField> fields)
    {
        if (target.OptionalTextNode("counted_from") is not { } node)
            return null;
        var dates = new Ids("date field", fields.Where(field => field.Kind is FieldKind.Date).Select(field => field.Id));
        if (fields.Any(field => field.Kind is FieldKind.Date))
            return dates.Check(node, target.Faults);
        target.Faults.Add(node, "No date field is filled in up to this stage.");
        return node.Value;
    }

    public static (string? Field, string? Is) AppliesWhen(MapReader target, IReadOnlyList<FormField> fields)
    {
        if (target.OptionalSection("applies_when") is not { } when)
            return (null, null);
        var (fieldNode, isNode) = (when.TextNode("field"), when.TextNode("is"));
        when.End();
        var field = fields.LastOrDefault(f => string.Equals(f.Id, fieldNode?.Value, StringComparison.Ordinal));
        IEnumerable<string> values = field switch
        {
            { Kind: FieldKind.Choice } => field.Choices.Select(choice => choice.Id),
            { Kind: FieldKind.YesNo } => ["yes", "no"],
            _ => [],
        };
        if (fieldNode is not null && !values.Any())
            when.Faults.Add(fieldNode, $"No field '{fieldNode.Value}' with a choice up to this stage{Suggestion.For(fieldNode.Value, fields.Select(f => f.Id))}");
        return (fieldNode?.Value, new Ids("value", values).Check(isNode, when.Faults));
    }
}
