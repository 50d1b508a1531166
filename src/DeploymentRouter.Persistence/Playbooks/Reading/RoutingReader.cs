using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads <c>conditions</c>, <c>routing</c> and <c>flags</c>. Whether their formulas make sense is for the rule set to say.</summary>
internal sealed class RoutingReader(MapReader file, FormulaReader formulas)
{
    public IReadOnlyList<PlaybookCondition> Conditions(Ids questions) =>
        file.OptionalSections("conditions", (id, section) => new PlaybookCondition(
            id,
            section.Text("name"),
            formulas.Read(section.Need("when")),
            Sentences.WithQuestions(section.OptionalTextNode("holds"), questions, section.Faults),
            Sentences.WithQuestions(section.OptionalTextNode("fails"), questions, section.Faults)));

    public IReadOnlyList<RoutingRow> Rows(Ids strategies) =>
        file.Sections("routing", (id, section) => new RoutingRow(
            id,
            formulas.Read(section.Need("when")),
            strategies.Check(section.TextNode("strategy"), section.Faults),
            section.OptionalText("mark"),
            Sentences.Plain(section.TextNode("because"), section.Faults)));

    public IReadOnlyList<Flag> Flags(Ids questions, Ids strategies) =>
        file.OptionalSections("flags", (id, section) => new Flag(
            id,
            section.Text("name"),
            Sentences.WithQuestions(section.TextNode("sentence"), questions, section.Faults) ?? "",
            strategies.Check(section.Texts("strategies"), section.Faults),
            formulas.Read(section.Need("when"))));
}
