using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DeploymentRouter.Core.Growth;

namespace DeploymentRouter.Persistence.Growth;

/// <summary>A file of readings: comma, semicolon or tab between the columns request, date, users, repositories and source.</summary>
public static class ReadingsFile
{
    public const int MaxBytes = 1_000_000;
    public const int MaxRows = 2_000;

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
        var (lines, faults) = (new List<ReadingsLine>(), new List<LineNote>());
        var options = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            TrimOptions = TrimOptions.Trim,
            PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant(),
            MissingFieldFound = null,
            BadDataFound = bad => faults.Add(new LineNote(bad.Context.Parser!.RawRow, "A quotation mark stands where none belongs. Write text with quotation marks as \"say \"\"this\"\"\".")),
        };
        using var csv = new CsvReader(new StringReader(text.TrimStart('\uFEFF')), options);
        if (!csv.Read() || !csv.ReadHeader()) return ([], [new LineNote(1, HeaderText(Columns))]);
        var header = csv.HeaderRecord!.Select(name => name.Trim().ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        if (Columns.Where(column => !header.Contains(column)).ToList() is { Count: > 0 } missing) return ([], [new LineNote(1, HeaderText(missing))]);
        while (csv.Read())
        {
            if (lines.Count + faults.Count >= MaxRows)
            {
                faults.Add(new LineNote(csv.Parser.RawRow, string.Create(CultureInfo.InvariantCulture, $"The file has more than {MaxRows:N0} lines. Split it.")));
                break;
            }

            ReadLine(csv, lines, faults);
        }

        return (lines, [.. faults.DistinctBy(fault => fault)]);
    }

    private static void ReadLine(CsvReader csv, List<ReadingsLine> lines, List<LineNote> faults)
    {
        string Cell(string column) => csv.GetField(column) ?? "";
        var at = csv.Parser.RawRow;
        var number = Number(Cell("request"));
        var (on, users, repositories) = (ReadingCheck.Day(Cell("date")), ReadingCheck.Count(ReadingCheck.Users, Cell("users")), ReadingCheck.Count(ReadingCheck.Repositories, Cell("repositories")));
        string?[] problems =
        [
            number is null ? $"“{Shortened(Cell("request"))}” is not a request; write its number, as DR-1027." : null,
            on is null ? ReadingCheck.DayText : null,
            users is null ? ReadingCheck.CountText(ReadingCheck.Users) : null,
            repositories is null ? ReadingCheck.CountText(ReadingCheck.Repositories) : null,
            ReadingCheck.SourceProblem(Cell("source")),
        ];
        if (problems.OfType<string>().ToList() is { Count: > 0 } wrong) faults.AddRange(wrong.Select(problem => new LineNote(at, problem)));
        else lines.Add(new ReadingsLine(at, number!.Value, on!.Value, users!.Value, repositories!.Value, Cell("source")));
    }

    private static int? Number(string text)
    {
        if (text.StartsWith("DR-", StringComparison.OrdinalIgnoreCase)) text = text[3..];
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static string HeaderText(IReadOnlyList<string> missing) =>
        $"The first line names the columns: {string.Join(',', Columns)}. Missing: {string.Join(", ", missing)}.";
}

/// <summary>One reading of a file.</summary>
/// <param name="Line">Counted from 1, the line with the column names included.</param>
/// <param name="Request">The request's number.</param>
public sealed record ReadingsLine(int Line, int Request, DateOnly On, long Users, long Repositories, string Source);

/// <summary>What is to be said about a line.</summary>
public sealed record LineNote(int Line, string Text);
