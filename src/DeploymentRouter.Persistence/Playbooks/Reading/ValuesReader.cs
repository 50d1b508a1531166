using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>The words of a question's answers.</summary>
/// <param name="None">The words for choosing nothing, where that is an answer.</param>
/// <param name="Says">The clause of the question, for answers without a clause of their own.</param>
/// <param name="WouldBe">The same for what would have to change.</param>
internal sealed record ReadValues(IReadOnlyList<AnswerValue> Values, AnswerValue? None, string? Says, string? WouldBe);

/// <summary>Reads <c>values</c>, <c>none</c>, <c>says</c> and <c>would_be</c> of a question.</summary>
internal static class ValuesReader
{
    public static ReadValues Read(MapReader section, Domain domain)
    {
        var isNumber = domain is WholeNumberDomain;
        var saysNode = isNumber ? section.TextNode("says") : section.OptionalTextNode("says");
        var says = Sentences.WithValue(saysNode, needed: true, section.Faults);
        var wouldBe = Sentences.WithValue(section.OptionalTextNode("would_be"), needed: true, section.Faults);
        if (isNumber)
            return new ReadValues([], null, says, wouldBe);

        var values = section.Sections("values", (id, value) => ReadOne(id, value, says));
        if (domain is YesNoDomain && (values.Count != 2 || values.Any(value => value.Id is not ("yes" or "no"))))
            section.Fault("The values of a question answered with yes or no are 'yes' and 'no'.");
        return new ReadValues(values, domain is AnyOfDomain { Minimum: 0 } ? ReadNone(section) : null, says, wouldBe);
    }

    private static AnswerValue? ReadNone(MapReader section)
    {
        if (section.Section("none") is not { } none)
            return null;
        var value = ReadOne("none", none, null);
        none.End();
        return value;
    }

    private static AnswerValue ReadOne(string id, MapReader value, string? saysOfQuestion)
    {
        var label = value.Text("label");
        var own = saysOfQuestion is null ? value.TextNode("says") : value.OptionalTextNode("says");
        Sentences.WithValue(own, needed: false, value.Faults);
        var says = own?.Value ?? saysOfQuestion ?? "";
        var wouldBe = Sentences.WithValue(value.OptionalTextNode("would_be"), needed: false, value.Faults);
        return new AnswerValue(
            id,
            label,
            says.Replace("{value}", label, StringComparison.Ordinal),
            value.OptionalText("consequence"),
            value.OptionalText("brief"),
            wouldBe?.Replace("{value}", label, StringComparison.Ordinal));
    }
}
