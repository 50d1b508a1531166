using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Playbooks;

/// <summary>One answer as JSON: <c>true</c>, <c>"aws"</c>, <c>["soc2"]</c>, <c>300</c>; <c>null</c> leaves the question open.</summary>
public static class AnswerJson
{
    /// <summary>
    /// Reads the value that <paramref name="json"/> stands on and leaves it on the last token of it. On a fault the rest of
    /// the value is passed over, so that reading can go on behind it.
    /// </summary>
    /// <param name="answer">Null: open.</param>
    /// <param name="error">What was expected and what came instead; null: nothing wrong.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static bool TryRead(ref Utf8JsonReader json, string questionId, Domain domain, out Answer? answer, [NotNullWhen(false)] out string? error)
    {
        answer = null;
        error = null;
        if (json.TokenType is JsonTokenType.Null)
            return true;
        var start = json;
        answer = domain switch
        {
            YesNoDomain => ReadYesNo(in json),
            OneOfDomain oneOf => ReadChoice(in json, oneOf),
            AnyOfDomain anyOf => ReadChoices(ref json, anyOf),
            WholeNumberDomain number => ReadNumber(in json, number),
            _ => throw new ArgumentOutOfRangeException(nameof(domain), domain, null),
        };
        json.Skip();
        if (answer is not null)
            return true;
        error = $"{questionId}: expected {Expected(domain)}, got {Given(start)}";
        return false;
    }

    /// <summary>Writes an answer, or null while it is open.</summary>
    public static void Write(Utf8JsonWriter json, Answer? answer)
    {
        switch (answer)
        {
            case null:
                json.WriteNullValue();
                break;
            case YesNoAnswer yesNo:
                json.WriteBooleanValue(yesNo.Value);
                break;
            case ChoiceAnswer choice:
                json.WriteStringValue(choice.Value);
                break;
            case NumberAnswer number:
                json.WriteNumberValue(number.Value);
                break;
            case ChoicesAnswer choices:
                json.WriteStartArray();
                foreach (var value in choices.Values)
                    json.WriteStringValue(value);
                json.WriteEndArray();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(answer), answer, null);
        }
    }

    private static YesNoAnswer? ReadYesNo(in Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.True or JsonTokenType.False ? new YesNoAnswer(json.GetBoolean()) : null;

    private static NumberAnswer? ReadNumber(in Utf8JsonReader json, WholeNumberDomain domain) =>
        json.TokenType is JsonTokenType.Number && json.TryGetInt64(out var number)
        && number >= domain.Minimum && number <= domain.Maximum ? new NumberAnswer(number) : null;

    private static ChoiceAnswer? ReadChoice(in Utf8JsonReader json, OneOfDomain domain) =>
        Known(in json, domain.Values) is { } value ? new ChoiceAnswer(value) : null;

    private static ChoicesAnswer? ReadChoices(ref Utf8JsonReader json, AnyOfDomain domain)
    {
        if (json.TokenType is not JsonTokenType.StartArray)
            return null;
        var depth = json.CurrentDepth;
        var values = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var isGood = true;
        while (json.Read() && json.TokenType is not JsonTokenType.EndArray)
        {
            isGood &= Known(in json, domain.Values) is { } value && values.Add(value);
            json.Skip();
        }
        return isGood && json.CurrentDepth == depth && values.Count >= domain.Minimum ? new ChoicesAnswer(values.ToImmutable()) : null;
    }

    // The domain's own string, so that a long file of answers does not make a new one for each.
    private static string? Known(in Utf8JsonReader json, IReadOnlyList<string> values)
    {
        if (json.TokenType is not JsonTokenType.String)
            return null;
        foreach (var value in values)
        {
            if (json.ValueTextEquals(value))
                return value;
        }
        return null;
    }

    private static string Expected(Domain domain) => domain switch
    {
        YesNoDomain => "true or false",
        OneOfDomain oneOf => $"one of {string.Join(", ", oneOf.Values)}",
        AnyOfDomain { Minimum: 0 } anyOf => $"a list with any of {string.Join(", ", anyOf.Values)}, none twice",
        AnyOfDomain anyOf => $"a list with at least {anyOf.Minimum} of {string.Join(", ", anyOf.Values)}, none twice",
        WholeNumberDomain number => string.Create(
            CultureInfo.InvariantCulture, $"a whole number from {number.Minimum:N0} to {number.Maximum:N0}"),
        _ => throw new ArgumentOutOfRangeException(nameof(domain), domain, null),
    };

    private static string Given(Utf8JsonReader json)
    {
        const int longest = 60;
        using var value = JsonDocument.ParseValue(ref json);
        return Wording.Beginning(value.RootElement.GetRawText(), longest);
    }
}
