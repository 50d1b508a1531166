using System.Buffers;
using System.Text;

namespace DeploymentRouter.Web.Exporting;

/// <summary>Comma-separated values that a spreadsheet opens as what they are: texts, never formulas that it carries out.</summary>
public static class CsvText
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>A spreadsheet that is told nothing takes a file for its own country's characters.</summary>
    public const string ByteOrderMark = "\uFEFF";

    // The last four are the wide forms, which some spreadsheets take for the same.
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n＝＋－＠");
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n\t;");

    /// <summary>One line with its end.</summary>
    public static string Line(params IReadOnlyList<string?> cells)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Count; i++) line.Append(i > 0 ? "," : "").Append(Cell(cells[i]));
        return line.Append("\r\n").ToString();
    }

    /// <summary>One cell: with an apostrophe before what would be taken for a formula, and in quotes where it needs them.</summary>
    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = IsFormula(text) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(Special) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    // Blanks before it do not stop every spreadsheet.
    private static bool IsFormula(string text) => Formula.Contains(text[0]) || (text.AsSpan().TrimStart() is { IsEmpty: false } rest && Formula.Contains(rest[0]));
}
