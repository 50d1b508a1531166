using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace DeploymentRouter.Web.Tests.Hostile;

/// <summary>Writes JSON that nearly is what an endpoint reads, with hostile values in it, so that they come past its reader.</summary>
internal sealed class HostileBody(Random random)
{
    private const int MaxDepth = 5;
    private const int NullsOf = 10;

    /// <param name="hostile">How many of a hundred values are hostile.</param>
    public string Of(Type type, int hostile)
    {
        var text = new StringBuilder();
        Write(text, type, hostile, 0);
        return text.ToString();
    }

    private void Write(StringBuilder text, Type type, int hostile, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (random.Next(400) < hostile && depth > 0) text.Append(Pick(HostileText.Numbers));
        else if (type == typeof(string)) Quote(text, random.Next(100) < hostile ? Pick(HostileText.InJson) : random.Next(60) == 0 ? HostileText.Long(random.Next(30_000)) : "words");
        else if (type == typeof(bool)) text.Append(random.Next(2) == 0 ? "true" : "false");
        else if (type.IsEnum) Quote(text, JsonNamingPolicy.KebabCaseLower.ConvertName(Pick(Enum.GetNames(type))));
        else if (type == typeof(Guid)) Quote(text, Guid.Empty.ToString());
        else if (type == typeof(DateOnly)) Quote(text, "2027-02-01");
        else if (type == typeof(DateTime) || type == typeof(DateTimeOffset)) Quote(text, "2027-02-01T10:00:00Z");
        else if (type.IsPrimitive || type == typeof(decimal)) text.Append(random.Next(100) < hostile ? Pick(HostileText.Numbers) : "1");
        else if (depth > MaxDepth || type == typeof(object) || type == typeof(JsonElement)) text.Append(Pick(HostileText.Bodies[9..15]));
        else if (ValueOfDictionary(type) is { } value) WriteMap(text, value, hostile, depth);
        else if (ElementOf(type) is { } element) WriteList(text, element, hostile, depth);
        else WriteObject(text, type, hostile, depth);
    }

    private void WriteMap(StringBuilder text, Type value, int hostile, int depth)
    {
        string[] keys = ["users_full", "hosting_provider", "opportunity_link", Pick(HostileText.InJson)];
        text.Append('{');
        Join(text, keys[..random.Next(keys.Length + 1)], key =>
        {
            Quote(text, key);
            text.Append(':');
            WriteElement(text, value, hostile, depth);
        });
        text.Append('}');
    }

    // A reader that looks at properties alone lets a null in here.
    private void WriteElement(StringBuilder text, Type type, int hostile, int depth)
    {
        if (random.Next(200) < hostile || random.Next(NullsOf) == 0) text.Append("null");
        else Write(text, type, hostile, depth + 1);
    }

    private void WriteList(StringBuilder text, Type element, int hostile, int depth)
    {
        text.Append('[');
        Join(text, Enumerable.Range(0, random.Next(4)), _ => WriteElement(text, element, hostile, depth));
        text.Append(']');
    }

    private void WriteObject(StringBuilder text, Type type, int hostile, int depth)
    {
        text.Append('{');
        Join(text, type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.CanRead && random.Next(200) >= hostile), property =>
        {
            Quote(text, JsonNamingPolicy.CamelCase.ConvertName(property.Name));
            text.Append(':');
            Write(text, property.PropertyType, hostile, depth + 1);
        });
        text.Append('}');
    }

    private static void Join<T>(StringBuilder text, IEnumerable<T> items, Action<T> write)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst) text.Append(',');
            isFirst = false;
            write(item);
        }
    }

    private static void Quote(StringBuilder text, string inner) => text.Append('"').Append(inner).Append('"');

    private string Pick(string[] from) => from[random.Next(from.Length)];

    private static Type? ValueOfDictionary(Type type) => type.GetInterfaces().Append(type)
        .FirstOrDefault(one => one.IsGenericType && (one.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) || one.GetGenericTypeDefinition() == typeof(IDictionary<,>)))?.GetGenericArguments()[1];

    private static Type? ElementOf(Type type) => typeof(IEnumerable).IsAssignableFrom(type)
        ? type.GetInterfaces().Append(type).FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0]
        : null;
}
