using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Unicode;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.CommandLine.Deciding;

/// <summary>Reads <c>{"id": "...", "answers": {...}}</c>; other keys of the object are passed over.</summary>
/// <param name="known">The questions that may be answered.</param>
/// <param name="earlier">The same questions as they were: an answer that fits one of them is an answer too.</param>
/// <param name="ignore">Is told of answers to other questions, which then count for nothing; null: they are errors.</param>
public sealed class CaseReader(
    IReadOnlyList<PlaybookQuestion> known, IReadOnlyList<PlaybookQuestion>? earlier = null, Action<string>? ignore = null)
{
    // No question id is longer, even with every letter written as an escape of six characters.
    private const int MaxNameLength = 64 * 6;

    private const string Shape = """Write one object a line: {"id": "...", "answers": {...}}.""";

    // A byte order mark at the start of the file is an editor's habit and no fault of the first case.
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly FrozenDictionary<string, PlaybookQuestion>.AlternateLookup<ReadOnlySpan<char>> questions =
        known.ToFrozenDictionary(question => question.Id, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FrozenDictionary<string, Domain> earlierDomains =
        (earlier ?? []).ToFrozenDictionary(question => question.Id, question => question.Domain, StringComparer.Ordinal);

    private readonly Dictionary<string, Answer> answers = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly List<string> errors = [];

    public DecideCase Read(ReadOnlyMemory<byte> line)
    {
        var utf8 = line.Span.StartsWith(ByteOrderMark) ? line.Span[ByteOrderMark.Length..] : line.Span;
        answers.Clear();
        errors.Clear();
        string? id = null;
        try
        {
            if (!Utf8.IsValid(utf8))
                return new DecideCase(null, null, $"The line is not UTF-8 text. {Shape}");
            ReadObject(new Utf8JsonReader(utf8), ref id);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escape such as \ud800 that stands for no text.
            return new DecideCase(id, null, $"The line is not JSON. {Shape}");
        }
        return errors.Count == 0
            ? new DecideCase(id, AnswerSet.Of(answers), null)
            : new DecideCase(id, null, string.Join("; ", errors));
    }

    private void ReadObject(Utf8JsonReader json, ref string? id)
    {
        json.Read();
        if (json.TokenType is not JsonTokenType.StartObject)
        {
            errors.Add($"The line is not an object. {Shape}");
            return;
        }
        var (ids, answerSets) = (0, 0);
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8) && ++ids == 1)
                id = ReadId(ref json);
            else if (json.ValueTextEquals("answers"u8) && ++answerSets == 1)
                ReadAnswers(ref json);
            else
                json.Skip();
        }
        // Anything behind the object makes the reader throw here.
        json.Read();
        NeedOnce("id", ids);
        NeedOnce("answers", answerSets);
    }

    private void NeedOnce(string key, int count)
    {
        if (count != 1)
            errors.Add(count == 0 ? $"'{key}' is missing. {Shape}" : $"'{key}' is given {count} times; keep one.");
    }

    private string? ReadId(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType is JsonTokenType.String)
            return json.GetString();
        errors.Add("'id' is not a text; put it in quotes.");
        json.Skip();
        return null;
    }

    private void ReadAnswers(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType is not JsonTokenType.StartObject)
        {
            errors.Add("'answers' is not an object; write {\"question_id\": answer, ...}.");
            json.Skip();
            return;
        }
        open.Clear();
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
            ReadAnswer(ref json);
    }

    private void ReadAnswer(ref Utf8JsonReader json)
    {
        var question = Find(in json);
        var name = question is null ? Named(in json) : question.Id;
        json.Read();
        if (question is null)
        {
            if (ignore is null)
                errors.Add($"unknown question '{name}'{Suggestion.For(name, known.Select(other => other.Id)).TrimEnd('.')}");
            else
                ignore(name);
            json.Skip();
            return;
        }
        var start = json;
        if (!AnswerJson.TryRead(ref json, question.Id, question.Domain, out var answer, out var error) && !TryReadEarlier(start, question.Id, out answer))
            errors.Add(error);
        else if (answers.ContainsKey(question.Id) || (answer is null ? !open.Add(question.Id) : open.Contains(question.Id)))
            errors.Add($"{question.Id}: answered twice; keep one");
        else if (answer is not null)
            answers.Add(question.Id, answer);
    }

    private bool TryReadEarlier(Utf8JsonReader json, string questionId, out Answer? answer)
    {
        answer = null;
        return earlierDomains.TryGetValue(questionId, out var domain) && AnswerJson.TryRead(ref json, questionId, domain, out answer, out _);
    }

    private PlaybookQuestion? Find(in Utf8JsonReader json)
    {
        Span<char> name = stackalloc char[MaxNameLength];
        return json.ValueSpan.Length <= MaxNameLength
            && questions.TryGetValue(name[..json.CopyString(name)], out var question) ? question : null;
    }

    private static string Named(in Utf8JsonReader json) => Wording.Beginning(json.GetString()!, MaxNameLength);
}
