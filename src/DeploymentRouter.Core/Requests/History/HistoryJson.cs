using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Requests.History;

/// <summary>How history entries are written down. What was once written must stay readable for ever: only add.</summary>
public static class HistoryJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new AnswerSetConverter(), new AnswerConverter() },
    };

    public static string Write(Happening what) => JsonSerializer.Serialize(what, Options);

    public static string Write(AnswerSet answers) => JsonSerializer.Serialize(answers, Options);

    public static AnswerSet ReadAnswers(string json) => JsonSerializer.Deserialize<AnswerSet>(json, Options) ?? AnswerSet.Empty;

    /// <exception cref="JsonException">The text is not a history entry.</exception>
    public static Happening Read(string json) =>
        JsonSerializer.Deserialize<Happening>(json, Options) ?? throw new JsonException("A history entry is never null.");

    private sealed class AnswerConverter : JsonConverter<Answer>
    {
        public override Answer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.True => new YesNoAnswer(true),
            JsonTokenType.False => new YesNoAnswer(false),
            JsonTokenType.Number => new NumberAnswer(reader.GetInt64()),
            JsonTokenType.String => new ChoiceAnswer(reader.GetString()!),
            _ => new ChoicesAnswer(JsonSerializer.Deserialize<string[]>(ref reader, options)!.ToImmutableSortedSet(StringComparer.Ordinal)),
        };

        public override void Write(Utf8JsonWriter writer, Answer value, JsonSerializerOptions options)
        {
            switch (value)
            {
                case YesNoAnswer yesNo:
                    writer.WriteBooleanValue(yesNo.Value);
                    break;
                case NumberAnswer number:
                    writer.WriteNumberValue(number.Value);
                    break;
                case ChoiceAnswer choice:
                    writer.WriteStringValue(choice.Value);
                    break;
                case ChoicesAnswer choices:
                    JsonSerializer.Serialize(writer, choices.Values.ToArray(), options);
                    break;
                default:
                    throw new JsonException($"An answer of type {value.GetType().Name} cannot be written.");
            }
        }
    }

    private sealed class AnswerSetConverter : JsonConverter<AnswerSet>
    {
        public override AnswerSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<Dictionary<string, Answer>>(ref reader, options)!.ToImmutableSortedDictionary(StringComparer.Ordinal));

        public override void Write(Utf8JsonWriter writer, AnswerSet value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.ByQuestion.ToDictionary(StringComparer.Ordinal), options);
    }
}
