using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads one stage.</summary>
internal sealed class StageReader(Ids teams, Ids questions, IReadOnlyList<WorkCalendar> calendars)
{
    /// <summary>Takes the place of a stage that could not be read; its fault is recorded already.</summary>
    public static Stage StandIn(string id) => new(id, id, StageKind.Work, "", [], null, "", [], [], []);

    /// <param name="earlier">The form fields of the stages before it; its own are added.</param>
    public Stage Read(string id, MapReader section, List<FormField> earlier)
    {
        var kind = section.OneOf(
            "kind",
            required: true,
            ("work", StageKind.Work),
            ("review", StageKind.Review),
            ("hand-over", StageKind.HandOver),
            ("open-ended", StageKind.OpenEnded));
        var fields = section.OptionalSections("form", (field, written) => FormReader.ReadField(field, written, questions));
        earlier.AddRange(fields);
        var stage = new Stage(
            id,
            section.Text("name"),
            kind,
            teams.Check(section.TextNode("owner"), section.Faults),
            teams.Check(section.Texts("also_by"), section.Faults),
            kind is StageKind.HandOver ? Receiver(section) : null,
            section.Text("done_by"),
            [.. section.OptionalEntries("done_when").Select(entry =>
                new ExitCriterion(entry.Key.Value, MapReaderValues.AsText(section, entry.Value)?.Value ?? ""))],
            fields,
            TargetsReader.Read(section, calendars, earlier))
        {
            WatchesGrowth = section.YesNo("watches_growth"),
            ForCustomer = section.OptionalText("for_customer"),
        };
        section.End();
        return stage;
    }

    private string Receiver(MapReader section)
    {
        var receiver = teams.Check(section.TextNode("to"), section.Faults);
        if (section.Find("owner") is Yaml.YamlText owner && string.Equals(owner.Value, receiver, StringComparison.Ordinal))
            section.Fault("A hand-over goes to another team than its owner.");
        return receiver;
    }
}
