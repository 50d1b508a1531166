using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace DeploymentRouter.Persistence.Importing;

/// <summary>The lines of a table whose first line names the columns. What looks like a formula is text like any other.</summary>
internal static class CsvRows
{
    private const string Quotation = "A quotation mark stands where none belongs. Write text with quotation marks as \"say \"\"this\"\"\".";

    /// <param name="header">What is wrong with the column names; null: nothing. After a fault nothing more is read.</param>
    public static IEnumerable<ImportRow> Read(TextReader text, Func<IReadOnlyList<string>, string?> header)
    {
        var misquoted = new SortedSet<int>();
        var options = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            TrimOptions = TrimOptions.Trim,
            MaxFieldSize = ImportFile.MaxLine,
            BadDataFound = bad => misquoted.Add(bad.Context.Parser!.RawRow),
        };
        using var csv = new CsvParser(text, options);
        if (Next(csv, out var unread) && unread is null)
        {
            string[] columns = [.. csv.Record!.Select(name => name.Trim().TrimStart('\uFEFF').ToLowerInvariant())];
            unread = header(columns);
            while (unread is null && Next(csv, out unread))
            {
                foreach (var line in misquoted) yield return ImportRow.Wrong(line, Quotation);
                misquoted.Clear();
                if (unread is null) yield return new ImportRow(csv.RawRow, Cells(columns, csv.Record!), null);
            }
        }
        else
        {
            unread ??= header([]);
        }

        foreach (var line in misquoted) yield return ImportRow.Wrong(line, Quotation);
        if (unread is not null) yield return ImportRow.Wrong(Math.Max(1, csv.RawRow), unread);
    }

    // False: there is no more; with a fault, because the rest cannot be read.
    private static bool Next(CsvParser csv, out string? fault)
    {
        fault = null;
        try
        {
            return csv.Read();
        }
        catch (DecoderFallbackException)
        {
            fault = ImportFile.NotUtf8;
        }
        catch (MaxFieldSizeException)
        {
            fault = string.Create(CultureInfo.InvariantCulture, $"A cell has more than {ImportFile.MaxLine:N0} characters. Perhaps a quotation mark is missing. Nothing after it was read.");
        }

        return false;
    }

    private static Dictionary<string, string> Cells(string[] columns, string[] record)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(columns.Length, record.Length); i++) cells[columns[i]] = record[i];
        return cells;
    }
}
