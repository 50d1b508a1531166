using System.Text.Json;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Intake;

namespace DeploymentRouter.Web.CommandLine.Filing;

/// <summary>A line of input: the key that makes it one request however often it is tried, and the intake's fields as typed.</summary>
internal sealed record FilingLine(Guid Key, IReadOnlyDictionary<string, string> Fields)
{
    private const string Shape = """Write one object a line: {"key": "<a UUID>", "fields": {"customer.name": "...", "answer.users_full": "300"}}.""";

    /// <summary>Reads a line; the error says what to do.</summary>
    public static (FilingLine? Line, string? Error) Read(string text, Playbook playbook)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("key", out var key) || key.ValueKind != JsonValueKind.String
                || !Guid.TryParse(key.GetString(), out var id) || !root.TryGetProperty("fields", out var fields)
                || fields.ValueKind != JsonValueKind.Object)
                return (null, $"The line lacks its key or its fields. {Shape}");

            var read = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var field in fields.EnumerateObject())
            {
                if (!IntakeLine.IsField(field.Name, playbook)) return (null, $"There is no field '{field.Name}'.");
                if (field.Value.ValueKind != JsonValueKind.String) return (null, $"{field.Name}: write the value in quotation marks.");
                if (!read.TryAdd(field.Name, field.Value.GetString()!)) return (null, $"{field.Name} is there twice.");
            }

            return (new FilingLine(id, read), null);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return (null, $"The line is not JSON. {Shape}");
        }
    }
}
