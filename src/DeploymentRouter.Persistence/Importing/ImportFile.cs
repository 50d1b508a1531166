using System.Globalization;
using System.Text;

namespace DeploymentRouter.Persistence.Importing;

/// <summary>A file of many lines, read one by one: however long it is, little of it is in memory.</summary>
public static class ImportFile
{
    public const int MaxRows = 100_000;
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Longest line, or cell of a table, in characters; the longest text of a form fits in it.</summary>
    public const int MaxLine = 64 * 1024;

    internal const string NotUtf8 = "It is not UTF-8 text. Save it again as UTF-8.";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file from its beginning, as often as asked.</summary>
    /// <param name="file">Can be read again; stays open.</param>
    /// <param name="header">What is wrong with the column names of a table; null: nothing.</param>
    public static IEnumerable<ImportRow> Read(Stream file, ImportFormat format, Func<IReadOnlyList<string>, string?> header)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, StrictUtf8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var rows = 0;
        foreach (var row in format is ImportFormat.Csv ? CsvRows.Read(reader, header) : JsonRows.Read(reader))
        {
            if (++rows > MaxRows)
            {
                yield return ImportRow.Wrong(row.Line, string.Create(CultureInfo.InvariantCulture, $"The file has more than {MaxRows:N0} lines. Split it."));
                yield break;
            }

            yield return row;
        }
    }
}

/// <summary>How a file is written.</summary>
public enum ImportFormat
{
    /// <summary>A table: comma, semicolon or tab between columns, the column names first.</summary>
    Csv,

    /// <summary>One JSON object a line.</summary>
    JsonLines,
}
