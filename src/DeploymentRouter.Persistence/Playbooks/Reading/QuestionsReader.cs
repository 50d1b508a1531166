using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads <c>questions</c>.</summary>
internal sealed class QuestionsReader(FormulaReader formulas)
{
    public IReadOnlyList<PlaybookQuestion> Read(MapReader file, Ids teams, Ids topics)
    {
        var questions = file.Sections("questions", (id, section) => ReadOne(id, section, teams, topics));
        CheckNotAbove(file, questions);
        return questions;
    }

    private PlaybookQuestion ReadOne(string id, MapReader section, Ids teams, Ids topics)
    {
        var domain = DomainReader.Read(section);
        var values = ValuesReader.Read(section, domain);
        var askedWhen = section.Find("asked_when");
        return new PlaybookQuestion(
            id,
            topics.Check(section.TextNode("topic"), section.Faults),
            section.Text("wording"),
            section.Text("label"),
            section.OptionalText("help") ?? "",
            section.Text("why_we_ask"),
            domain,
            domain is WholeNumberDomain ? section.Text("unit") : null,
            values.Values,
            values.None,
            values.Says,
            teams.Check(section.TextNode("answered_by"), section.Faults),
            askedWhen is null ? null : formulas.Read(askedWhen),
            askedWhen is null ? null : section.Text("asked_when_text"),
            NoteNeededFor(section, values.Values),
            domain is WholeNumberDomain ? section.OptionalText("not_above") : null,
            section.OneOf(
                "changeable",
                required: false,
                ("fact", Changeability.Fact),
                ("our choice", Changeability.OurChoice),
                ("customer's choice", Changeability.CustomersChoice),
                ("time", Changeability.Time)),
            values.WouldBe)
        {
            HoldsForDays = (int?)section.OptionalNumber("holds_for_days", 1, 3_650),
            Reading = domain is WholeNumberDomain ? Reading(section) : null,
            ForInformation = section.YesNo("for_information"),
        };
    }

    private static ReadFigure? Reading(MapReader section) => section.OneOf<ReadFigure?>(
        "reading", required: false, ("users", ReadFigure.Users), ("repositories", ReadFigure.Repositories));

    private static IReadOnlyList<string> NoteNeededFor(MapReader section, IReadOnlyList<AnswerValue> values) =>
        values.Count == 0
            ? []
            : new Ids("value", values.Select(value => value.Id)).Check(section.Texts("note_needed_for"), section.Faults);

    private static void CheckNotAbove(MapReader file, IReadOnlyList<PlaybookQuestion> questions)
    {
        var numbers = new Ids("question with a whole number", questions.Where(q => q.Domain is WholeNumberDomain).Select(q => q.Id));
        foreach (var question in questions.Where(question => question.NotAbove is not null))
        {
            if (file.Map["questions"] is YamlMap all && all[question.Id] is YamlMap one && one["not_above"] is YamlText node)
                numbers.Check(node, file.Faults);
        }
    }
}
