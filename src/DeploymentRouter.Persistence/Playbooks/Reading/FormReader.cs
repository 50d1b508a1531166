using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads one field of a stage's form.</summary>
internal static class FormReader
{
    private const string Answer = "answer ";

    /// <param name="questions">What a field can be filled from.</param>
    public static FormField ReadField(string id, MapReader section, Ids questions)
    {
        var kind = section.OneOf(
            "type",
            required: true,
            ("text", FieldKind.Text),
            ("long text", FieldKind.LongText),
            ("number", FieldKind.Number),
            ("date", FieldKind.Date),
            ("email", FieldKind.Email),
            ("link", FieldKind.Link),
            ("yes or no", FieldKind.YesNo),
            ("choice", FieldKind.Choice));
        var minimum = kind is FieldKind.Number ? section.OptionalNumber("minimum", 0, FieldCheck.MaxNumber) : null;
        return new FormField(
            id,
            section.Text("label"),
            section.OptionalText("help"),
            kind,
            section.YesNo("required"),
            minimum,
            Maximum(section, kind, minimum),
            kind is FieldKind.Choice ? TeamsReader.Reasons(section, "choices") : [])
        {
            Prefill = Prefill(section, questions),
        };
    }

    private static Prefill? Prefill(MapReader section, Ids questions)
    {
        switch (section.OptionalTextNode("prefill"))
        {
            case null:
                return null;
            case { Value: "opportunity" }:
                return new Prefill(PrefillSource.Opportunity);
            case { Value: "growth" }:
                return new Prefill(PrefillSource.Growth);
            case { } text when text.Value.StartsWith(Answer, StringComparison.Ordinal):
                return new Prefill(PrefillSource.Answer, questions.Check(text with { Value = text.Value[Answer.Length..] }, section.Faults));
            case var text:
                section.Faults.Add(text, $"'{text.Value}' is not one of: opportunity, growth, answer and a question's id.");
                return null;
        }
    }

    private static long? Maximum(MapReader section, FieldKind kind, long? minimum) => kind switch
    {
        FieldKind.Text => section.OptionalNumber("maximum", 1, FieldCheck.MaxText),
        FieldKind.LongText => section.OptionalNumber("maximum", 1, FieldCheck.MaxLongText),
        FieldKind.Number => section.OptionalNumber("maximum", minimum ?? 0, FieldCheck.MaxNumber),
        _ => null,
    };
}
