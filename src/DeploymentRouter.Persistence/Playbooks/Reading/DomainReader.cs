using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads what a question can be answered with.</summary>
internal static class DomainReader
{
    /// <summary>Whole numbers stay exact in every browser and spreadsheet up to here.</summary>
    public const long MaxNumber = 1_000_000_000_000;

    private enum Kind
    {
        YesNo,
        OneOf,
        AnyOf,
        AtLeastOneOf,
        WholeNumber,
    }

    public static Domain Read(MapReader section) =>
        section.OneOf(
            "answer",
            required: true,
            ("yes or no", Kind.YesNo),
            ("one of", Kind.OneOf),
            ("any of", Kind.AnyOf),
            ("at least one of", Kind.AtLeastOneOf),
            ("whole number", Kind.WholeNumber)) switch
        {
            Kind.OneOf => new OneOfDomain(ValueIds(section)),
            Kind.AnyOf => new AnyOfDomain(ValueIds(section), 0),
            Kind.AtLeastOneOf => new AnyOfDomain(ValueIds(section), 1),
            Kind.WholeNumber => ReadRange(section),
            _ => new YesNoDomain(),
        };

    private static IReadOnlyList<string> ValueIds(MapReader section) =>
        section.Find("values") is YamlMap values ? [.. values.Entries.Select(entry => entry.Key.Value)] : [];

    private static WholeNumberDomain ReadRange(MapReader section)
    {
        var minimum = section.Number("from", 0, MaxNumber);
        // A slip in it must not put every test of the question out of range.
        var maximum = section.Need("to") is { } to ? MapReaderValues.AsNumber(section, to, minimum, MaxNumber) : null;
        return new WholeNumberDomain(minimum, maximum ?? MaxNumber);
    }
}
