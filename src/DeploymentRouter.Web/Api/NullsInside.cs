using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace DeploymentRouter.Web.Api;

/// <summary>Finds nulls among the elements of lists and maps: the reader of JSON looks at properties only, whatever their type says of elements.</summary>
internal static class NullsInside
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Member>> Known = new();

    /// <summary>Where in a body a null stands that its type does not allow, as a path of JSON; null: nowhere.</summary>
    public static string? PathIn(object body) => PathIn(body, null, "$");

    private static string? PathIn(object value, NullabilityInfo? says, string path) => value switch
    {
        string or JsonElement => null,
        IDictionary map => First(map.Keys.Cast<object>().Select(key => ($"{path}.{key}", map[key])), says?.GenericTypeArguments.LastOrDefault()),
        IEnumerable list => First(list.Cast<object?>().Select((one, i) => ($"{path}[{i}]", one)), says is { ElementType: { } element } ? element : says?.GenericTypeArguments.FirstOrDefault()),
        _ when value.GetType().Assembly == typeof(NullsInside).Assembly => Known.GetOrAdd(value.GetType(), MembersOf)
            .Select(member => member.Property.GetValue(value) is { } held ? PathIn(held, member.Says, $"{path}.{member.Name}") : null).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string? First(IEnumerable<(string Path, object? Value)> elements, NullabilityInfo? says) => elements
        .Select(one => one.Value is not null ? PathIn(one.Value, says, one.Path) : says?.ReadState is NullabilityState.Nullable ? null : one.Path)
        .FirstOrDefault(found => found is not null);

    private static List<Member> MembersOf(Type type)
    {
        var context = new NullabilityInfoContext();
        return [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.GetIndexParameters().Length == 0 && !one.PropertyType.IsValueType)
            .Select(one => new Member(one, JsonNamingPolicy.CamelCase.ConvertName(one.Name), context.Create(one)))];
    }

    private sealed record Member(PropertyInfo Property, string Name, NullabilityInfo Says);
}
