using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads <c>laws</c>.</summary>
internal sealed class LawsReader(FormulaReader formulas, IReadOnlyList<PlaybookQuestion> questions, Ids strategies)
{
    private static readonly string[] Forms = ["never", "always", "never_toward"];

    private readonly Ids questionIds = new("question", questions.Select(question => question.Id));

    public IReadOnlyList<PlaybookLaw> Read(MapReader file) =>
        [.. file.OptionalSections("laws", ReadOne).OfType<PlaybookLaw>()];

    private PlaybookLaw? ReadOne(string id, MapReader section)
    {
        var sentence = Sentences.Plain(section.TextNode("sentence"), section.Faults);
        var given = Forms.Select(form => (Form: form, Node: section.Find(form))).Where(pair => pair.Node is not null).ToList();
        if (given is not [(var form, { } node)])
        {
            section.Fault("A law says exactly one of 'never', 'always' and 'never_toward', each with the strategies it speaks of.");
            Skip(section);
            return null;
        }
        var outcomes = Strategies(section, node);
        return new PlaybookLaw(sentence, form switch
        {
            "never" => new NeverLaw(id, formulas.Read(section.Need("when")), outcomes),
            "always" => new AlwaysLaw(id, formulas.Read(section.Need("when")), outcomes),
            _ => new MoreNeverLaw(id, More(section), outcomes),
        });
    }

    private IReadOnlyList<string> Strategies(MapReader section, YamlNode node)
    {
        var words = section.OneOrMore(node);
        if (words.Count == 0)
            section.Faults.Add(node, "At least one strategy is needed here.");
        return strategies.Check(words, References(section));
    }

    // What a choice of one has more of, nobody can say.
    private string More(MapReader section)
    {
        var more = section.TextNode("more");
        if (questions.FirstOrDefault(question => string.Equals(question.Id, more?.Value, StringComparison.Ordinal)) is { Domain: OneOfDomain } choice)
            References(section).Add(more!, $"Of {choice.Id} there is no more or less: it is answered with one of several values. 'more' takes a whole number, yes or no, or any of.");
        return questionIds.Check(more, References(section));
    }

    private static FaultList References(MapReader section) => section.Faults.As(PlaybookFault.LawReference);

    // Known keys of a law whose form is not known are no fault of their own.
    private static void Skip(MapReader section)
    {
        section.Find("when");
        section.Find("more");
    }
}
