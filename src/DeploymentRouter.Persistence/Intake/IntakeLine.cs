using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Importing;

namespace DeploymentRouter.Persistence.Intake;

/// <summary>An intake as a line of a file: a key under which it is filed once, and the fields as somebody would have typed them.</summary>
public sealed record IntakeLine(int Line, string Key, IReadOnlyDictionary<string, string> Fields)
{
    public const string KeyColumn = "key";
    public const int MaxKey = 255;
    private const int MaxNamed = 60;

    /// <summary>Whether the intake asks for a field of this name.</summary>
    public static bool IsField(string name, Playbook playbook) =>
        DraftKeys.Customer.Contains(name, StringComparer.Ordinal)
        || playbook.Questions.Any(question =>
            question.AnsweredBy == playbook.FilingTeamId && (name == DraftKeys.Answer(question.Id) || name == DraftKeys.Note(question.Id)));

    /// <summary>What is wrong with the column names of a table; null: nothing.</summary>
    public static string? HeaderFault(IReadOnlyList<string> columns, Playbook playbook) =>
        !columns.Contains(KeyColumn, StringComparer.Ordinal) ? $"The first line names the columns: {KeyColumn}, {DraftKeys.CustomerName} and so on, as the intake's fields are called. Missing: {KeyColumn}."
        : columns.FirstOrDefault(column => column is not KeyColumn && !IsField(column, playbook)) is { } unknown ? NoField(unknown)
        : columns.GroupBy(column => column, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any()) is { Key: var twice } ? $"The column {twice} is there twice."
        : null;

    /// <summary>Reads a line; the fault says what to do.</summary>
    public static (IntakeLine? Line, string? Fault) Read(ImportRow row, Playbook playbook)
    {
        if (row.Fault is not null) return (null, row.Fault);
        var key = row[KeyColumn].Trim();
        if (key.Length is 0 or > MaxKey || !TextCheck.IsLine(key))
            return (null, string.Create(CultureInfo.InvariantCulture, $"{KeyColumn}: write 1 to {MaxKey} characters that tell this request from the others, for example the opportunity's number."));
        var fields = row.Cells.Where(cell => cell.Key is not KeyColumn && cell.Value.Length > 0).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, text) in fields)
        {
            if (!IsField(name, playbook)) return (null, NoField(name));
            if (text.Length > Draft.MaxText) return (null, string.Create(CultureInfo.InvariantCulture, $"{name}: shorten it to {Draft.MaxText:N0} characters."));
            if (!TextCheck.IsReadable(text)) return (null, $"{name}: there is a character in it that is none.");
        }

        return (new IntakeLine(row.Line, key, fields), null);
    }

    /// <summary>What somebody would have typed.</summary>
    public static Draft DraftOf(Guid id, IReadOnlyDictionary<string, string> fields, string ownerId, DateTime now)
    {
        var draft = Draft.Start(id, ownerId, now);
        foreach (var (key, value) in fields) draft = draft.With(key, value, draft.Version, now).Draft;
        return draft;
    }

    /// <summary>What the submission is stored under: of its own kind, so that no file meets a draft or a call of somebody.</summary>
    public Guid SubmissionKey => SubmissionKeyOf(Key);

    /// <inheritdoc cref="SubmissionKey"/>
    public static Guid SubmissionKeyOf(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"import\n{key}")).AsSpan(0, 16));

    private static string NoField(string name) => $"There is no field '{Wording.Beginning(name, MaxNamed)}'.";
}
