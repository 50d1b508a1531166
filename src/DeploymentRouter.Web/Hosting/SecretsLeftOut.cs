using System.Text.RegularExpressions;
using Serilog.Core;
using Serilog.Events;

namespace DeploymentRouter.Web.Hosting;

/// <summary>Takes out of the log what would open a door: tokens, cookies, codes in addresses. Whoever reads the log shall not become somebody else by it.</summary>
public sealed partial class SecretsLeftOut : ILogEventEnricher
{
    private const string LeftOut = "…";

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, value) in logEvent.Properties.ToArray())
        {
            var clean = Clean(value);
            if (!ReferenceEquals(clean, value)) logEvent.AddOrUpdateProperty(new LogEventProperty(name, clean));
        }
    }

    private static LogEventPropertyValue Clean(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string or Uri } scalar when scalar.Value!.ToString()! is var text && Secret().IsMatch(text) => new ScalarValue(Secret().Replace(text, LeftOut)),
        SequenceValue sequence when Changed(sequence.Elements) is { } elements => new SequenceValue(elements),
        StructureValue structure when Changed(structure.Properties.Select(property => property.Value)) is { } values =>
            new StructureValue(structure.Properties.Zip(values, (property, clean) => new LogEventProperty(property.Name, clean)), structure.TypeTag),
        DictionaryValue dictionary when Changed(dictionary.Elements.Values) is { } values =>
            new DictionaryValue(dictionary.Elements.Keys.Zip(values, KeyValuePair.Create)),
        _ => value,
    };

    private static List<LogEventPropertyValue>? Changed(IEnumerable<LogEventPropertyValue> values)
    {
        var (before, after) = (values.ToList(), values.Select(Clean).ToList());
        return before.Zip(after).All(pair => ReferenceEquals(pair.First, pair.Second)) ? null : after;
    }

    // Access tokens; what webhooks are signed with; whatever Data Protection has sealed, such as cookies; links to a status; and the parts of an address that are as good as a password.
    [GeneratedRegex("(?<=dr[pt]_)[0-9a-f]{8,}|(?<=whsec_)[\\w+/=]{16,}|CfDJ8[\\w-]{16,}|(?<=/status/)[\\w-]{16,}|(?<=[?&](code|token|ticket|key|state|nonce|id_token_hint)=)[^&\\s\"]+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret();
}
