using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads one field of a stage's form.</summary>
internal static class FormReader
{
    public static FormField ReadField(string id, MapReader section)
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
            kind is FieldKind.Choice ? TeamsReader.Reasons(section, "choices") : []);
    }

    private static long? Maximum(MapReader section, FieldKind kind, long? minimum) => kind switch
    {
        FieldKind.Text => section.OptionalNumber("maximum", 1, FieldCheck.MaxText),
        FieldKind.LongText => section.OptionalNumber("maximum", 1, FieldCheck.MaxLongText),
        FieldKind.Number => section.OptionalNumber("maximum", minimum ?? 0, FieldCheck.MaxNumber),
        _ => null,
    };
}
