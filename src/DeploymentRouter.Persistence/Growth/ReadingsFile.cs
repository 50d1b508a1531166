using System.Globalization;
using System.Text;
using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Importing;

namespace DeploymentRouter.Persistence.Growth;

/// <summary>A file of readings: the columns, or names, request, date, users, repositories and source.</summary>
public static class ReadingsFile
{
    /// <summary>As large as a page takes it; <see cref="ImportFile"/> has the limits of programs.</summary>
    public const int MaxBytes = 1_000_000;
    public const int MaxRows = 2_000;
    private const int MaxNamed = 40;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The columns, in any order.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["request", "date", "users", "repositories", "source"];

    /// <summary>The text of a file, or why it is refused: letters of another encoding would be stored broken for good.</summary>
    public static (string? Text, string? Fault) TextOf(byte[] bytes)
    {
        try
        {
            return (StrictUtf8.GetString(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, "It is not UTF-8 text. Save it again as CSV UTF-8.");
        }
    }

    /// <summary>Reads all lines and says everything that is wrong with them. What looks like a formula is text like any other.</summary>
    public static (IReadOnlyList<ReadingsLine> Lines, IReadOnlyList<LineNote> Faults) Read(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaxBytes)
            return ([], [new LineNote(1, string.Create(CultureInfo.InvariantCulture, $"The file has more than {MaxBytes:N0} bytes. Split it."))]);
        using var reader = new StringReader(text.TrimStart('\uFEFF'));
        return Read(CsvRows.Read(reader, HeaderFault), MaxRows);
    }

    /// <summary>Reads a file that may be as large as <see cref="ImportFile"/> allows.</summary>
    public static (IReadOnlyList<ReadingsLine> Lines, IReadOnlyList<LineNote> Faults) Read(Stream file, ImportFormat format) =>
        Read(ImportFile.Read(file, format, HeaderFault), ImportFile.MaxRows);

    private static (IReadOnlyList<ReadingsLine> Lines, IReadOnlyList<LineNote> Faults) Read(IEnumerable<ImportRow> rows, int most)
    {
        var (lines, faults) = (new List<ReadingsLine>(), new List<LineNote>());
        foreach (var row in rows)
        {
            if (lines.Count + faults.Count >= most && row.Fault is null)
            {
                faults.Add(new LineNote(row.Line, string.Create(CultureInfo.InvariantCulture, $"The file has more than {most:N0} lines. Split it.")));
                break;
            }

            if (row.Fault is { } fault) faults.Add(new LineNote(row.Line, fault));
            else ReadLine(row, lines, faults);
        }

        return (lines, [.. faults.DistinctBy(fault => fault)]);
    }

    private static void ReadLine(ImportRow row, List<ReadingsLine> lines, List<LineNote> faults)
    {
        var number = Number(row["request"]);
        var (on, users, repositories) = (ReadingCheck.Day(row["date"]), ReadingCheck.Count(ReadingCheck.Users, row["users"]), ReadingCheck.Count(ReadingCheck.Repositories, row["repositories"]));
        string?[] problems =
        [
            number is null ? $"“{Shortened(row["request"])}” is not a request; write its number, as DR-1027." : null,
            on is null ? ReadingCheck.DayText : null,
            users is null ? ReadingCheck.CountText(ReadingCheck.Users) : null,
            repositories is null ? ReadingCheck.CountText(ReadingCheck.Repositories) : null,
            ReadingCheck.SourceProblem(row["source"]),
        ];
        if (problems.OfType<string>().ToList() is { Count: > 0 } wrong) faults.AddRange(wrong.Select(problem => new LineNote(row.Line, problem)));
        else lines.Add(new ReadingsLine(row.Line, number!.Value, on!.Value, users!.Value, repositories!.Value, row["source"]));
    }

    private static int? Number(string text)
    {
        if (text.StartsWith("DR-", StringComparison.OrdinalIgnoreCase)) text = text[3..];
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static string Shortened(string text) => Wording.Beginning(text, MaxNamed);

    private static string? HeaderFault(IReadOnlyList<string> columns) =>
        Columns.Where(column => !columns.Contains(column, StringComparer.Ordinal)).ToList() is { Count: > 0 } missing
            ? $"The first line names the columns: {string.Join(',', Columns)}. Missing: {string.Join(", ", missing)}."
            : null;
}

/// <summary>One reading of a file.</summary>
/// <param name="Line">Counted from 1, the line with the column names included.</param>
/// <param name="Request">The request's number.</param>
public sealed record ReadingsLine(int Line, int Request, DateOnly On, long Users, long Repositories, string Source);
