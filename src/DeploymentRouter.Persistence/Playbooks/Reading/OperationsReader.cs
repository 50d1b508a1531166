using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads what can be done with an instance once it runs: <c>runs_after</c>, <c>trial</c> and <c>operations</c> of a strategy.</summary>
internal sealed class OperationsReader(Ids teams, Ids questions, IReadOnlyList<WorkCalendar> calendars)
{
    /// <summary>Nobody chooses among more.</summary>
    public const int MaxOperations = 50;

    private const int MaxDays = 3_650;
    private const int MaxTimes = 100;

    public Strategy Read(Strategy strategy, MapReader section)
    {
        var fields = strategy.Stages.SelectMany(stage => stage.Fields).ToList();
        var runsAfter = section.OptionalTextNode("runs_after");
        if (runsAfter is not null)
            new Ids("stage of this strategy", strategy.Stages.Select(stage => stage.Id)).Check(runsAfter, section.Faults);
        var trial = section.OptionalSection("trial") is { } written ? Trial(written, fields) : null;
        var operations = section.OptionalSections("operations", (id, one) => Operation(id, one, fields, trial));
        if (operations.Count > MaxOperations)
            section.Fault($"A strategy has at most {MaxOperations} operations.");
        if (runsAfter is null && (trial is not null || operations.Count > 0))
            section.Fault("'runs_after' is missing: name the stage after which the instance runs.");
        return strategy with { RunsAfterStageId = runsAfter?.Value, Trial = trial, Operations = operations };
    }

    private Trial Trial(MapReader section, List<FormField> fields)
    {
        var (field, isValue) = TargetsReader.AppliesWhen(section, fields);
        if (field is null)
            section.Fault("'applies_when' is missing.");
        var trial = new Trial(
            field ?? "", isValue ?? "", (int)section.Number("days", 1, MaxDays),
            section.OptionalSection("decide") is { } decide ? TargetsReader.ReadOne(decide, calendars, []) : null);
        section.End();
        return trial;
    }

    private Operation Operation(string id, MapReader section, List<FormField> fields, Trial? trial)
    {
        var effect = section.OneOf(
            "effect",
            required: true,
            ("extends", OperationEffect.Extends),
            ("converts", OperationEffect.Converts),
            ("suspends", OperationEffect.Suspends),
            ("resumes", OperationEffect.Resumes),
            ("ends", OperationEffect.Ends));
        if (effect is OperationEffect.Extends or OperationEffect.Converts && trial is null && section.Find("effect") is { } node)
            section.Faults.Add(node, "Only a strategy with a 'trial' has something to extend or convert.");
        return new Operation(
            id,
            section.Text("name"),
            section.OptionalText("help") ?? "",
            effect,
            Askers(section),
            teams.Check(section.TextNode("carried_out_by"), section.Faults),
            section.OptionalSections("form", (field, written) => FormReader.ReadField(field, written, questions)),
            Confirm(section, fields),
            effect is OperationEffect.Extends ? (int)section.Number("at_most_days", 1, MaxDays) : null,
            (int?)section.OptionalNumber("at_most_times", 1, MaxTimes),
            section.OptionalSection("answer") is { } answer ? TargetsReader.ReadOne(answer, calendars, []) : null,
            TargetsReader.Read(section, calendars, [.. fields.Where(field => field.Kind is not FieldKind.Date)]));
    }

    private IReadOnlyList<string> Askers(MapReader section)
    {
        var askers = teams.Check(section.Texts("asked_by"), section.Faults);
        if (askers.Count == 0)
            section.Fault("'asked_by' must list at least one team, for example [ce, sales].");
        return askers;
    }

    private static string? Confirm(MapReader section, List<FormField> fields)
    {
        if (section.OptionalTextNode("confirm") is not { } node)
            return null;
        if (fields.Exists(field => field.Id == node.Value && field is { Kind: FieldKind.Text, Required: false }))
            section.Faults.Add(node, $"'{node.Value}' can be left empty; only a field with 'required: yes' can be typed to confirm.");
        return new Ids("text field of a stage", fields.Where(field => field.Kind is FieldKind.Text).Select(field => field.Id)).Check(node, section.Faults);
    }
}
